import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { loggable } from './log.ts';
import { NoAnswer } from './unanswered.ts';

/** Pauses between two attempts, in milliseconds: doubled from the first to the longest. */
const FIRST = 1000;
const LONGEST = 60_000;

/** Rejects when the signal comes. */
type Wait = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

/**
 * Attempts again, with longer and longer pauses, as long as Discord is out of reach; the log has one line for that.
 * @param token blotted out in the log
 * @param signal ends the waiting; an attempt that is under way heeds it itself
 * @throws what no further attempt would mend; the signal's reason
 */
export async function untilReached<T>(
	attempt: () => Promise<T>,
	log: Logger,
	token: string,
	signal: AbortSignal,
	wait: Wait = (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
): Promise<T> {
	let said: unknown;
	for (let pause = FIRST; ; pause = Math.min(pause * 2, LONGEST)) {
		try {
			return await attempt();
		} catch (error) {
			signal.throwIfAborted();
			if (!isPassing(error)) throw error;
			const { code, status, message } = loggable(error, token);
			const why = code ?? status ?? message;
			if (why !== said) log.warn({ error: { code, status, message } }, 'Discord is out of reach; trying again');
			said = why;
			await wait(pause, signal).catch(() => signal.throwIfAborted());
		}
	}
}

/** Of the system's network calls. */
const NETWORK = new Set<unknown>([
	'EAI_AGAIN',
	'ECONNABORTED',
	'ECONNREFUSED',
	'ECONNRESET',
	'EHOSTDOWN',
	'EHOSTUNREACH',
	'ENETDOWN',
	'ENETRESET',
	'ENETUNREACH',
	'ENOTFOUND',
	'EPIPE',
	'EPROTO',
	'ETIMEDOUT',
]);

/** Of undici, with which discord.js makes its requests. */
const UNDICI = /^UND_ERR_/;

/** Whether it may be otherwise a moment later: the network, an error of Discord's own, an answer that did not come. */
export function isPassing(error: unknown): boolean {
	const { code, status, name } = (error ?? {}) as { code?: unknown; status?: unknown; name?: unknown };
	const isNetwork = NETWORK.has(code) || (typeof code === 'string' && UNDICI.test(code));
	const isTheirs = typeof status === 'number' && status >= 500;
	return isNetwork || isTheirs || name === 'AbortError' || error instanceof NoAnswer;
}
