import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultRestOptions, RESTJSONErrorCodes, type RESTOptions } from 'discord.js';
import type { Logger } from 'pino';
import { blotted } from './log.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Init = Parameters<MakeRequest>[1];
type Answer = Awaited<ReturnType<MakeRequest>>;

/** A first response, which Discord waits for three seconds. */
const CALLBACK = /\/interactions\/\d+\/[^/?]+\/callback/;
/** A further message through an interaction's token: sent twice, it stands there twice. */
const FOLLOW_UP = /\/webhooks\/\d+\/[^/?]+(\?|$)/;

/** How long an attempt at a first response may take, in milliseconds: then there is time for one more. */
const ATTEMPT = 2000;
/** The pause before it is attempted again, in milliseconds; twice as long each time. */
const PAUSE = 150;
/** How long a request without an answer is remembered, in milliseconds. */
const KEPT = 60_000;

/** discord.js makes the same request again after an error of this name, up to three times. */
class Again extends Error {
	override name = 'AbortError';
	readonly code: unknown;
	constructor(cause: unknown) {
		const { code, message } = cause as { code?: unknown; message?: unknown };
		super(`no answer from Discord: ${message}`, { cause });
		this.code = code;
	}
}

/** Attempts at a request that Discord has not answered, and what came instead of an answer to the last. */
type Unanswered = { attempts: number; problem: unknown };

/**
 * How discord.js' REST client makes a request. Of itself it repeats one that got a 5xx, was reset or had no answer within
 * 15 seconds, at once, and cannot know whether Discord had taken it. Here a first response is repeated in time and with
 * pauses, and if Discord then says that there is one already, it was taken; a follow-up that may have been taken is not
 * repeated. What is answered at last, and a request to slow down, has a line in the log.
 */
export function makeTransport(log: Logger, request: MakeRequest = DefaultRestOptions.makeRequest): MakeRequest {
	const unanswered = new Map<string, Unanswered>();

	return async (url, init) => {
		const key = `${init.method} ${url}`;
		const about = () => ({ method: init.method, path: blotted(new URL(url).pathname) });
		const before = unanswered.get(key);
		const note = (problem: unknown) => {
			if (!before) setTimeout(() => unanswered.delete(key), KEPT).unref();
			unanswered.set(key, { attempts: (before?.attempts ?? 0) + 1, problem });
		};
		try {
			const answer = await (CALLBACK.test(url) ? respond(url, init, request, before) : send(url, init, request));
			if (answer.status === 429) log.warn({ ...about(), wait: secondsToWait(answer) }, 'Discord asks to slow down');
			if (answer.status >= 500) note(answer.status);
			else if (before && unanswered.delete(key))
				log.info({ ...about(), ...before }, 'Discord answered only when asked again');
			return answer;
		} catch (error) {
			const { code, message } = ((error as Error).cause ?? error) as { code?: unknown; message?: unknown };
			note(code ?? message);
			throw error;
		}
	};
}

/** An attempt at a first response, `before` being those that had no answer. */
async function respond(url: string, init: Init, request: MakeRequest, before?: Unanswered): Promise<Answer> {
	if (before) await sleep(PAUSE * 2 ** (before.attempts - 1));
	const late = new AbortController();
	const timer = setTimeout(() => late.abort(), ATTEMPT);
	try {
		const answer = await request(url, { ...init, signal: late.signal });
		if (answer.status === 204) return answer;
		const text = await answer.text().catch(() => '');
		// What Discord says of a response that it takes is of no use to anybody, and may be cut in half.
		if (answer.ok || (before && isTaken(text))) return new Response(null, { status: 204 });
		return copy(answer, text);
	} catch (error) {
		throw new Again(error);
	} finally {
		clearTimeout(timer);
	}
}

/** Any other request: what was cut off is made again, unless it would stand there twice. */
async function send(url: string, init: Init, request: MakeRequest): Promise<Answer> {
	try {
		const answer = await request(url, init);
		if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return answer;
		const text = await answer.text();
		JSON.parse(text);
		return copy(answer, text);
	} catch (error) {
		const mayStandThere = init.method === 'POST' && FOLLOW_UP.test(url);
		if (mayStandThere) throw new Error('Discord did not say whether it took a message', { cause: error });
		throw new Again(error);
	}
}

const copy = ({ status, headers }: Answer, text: string) =>
	new Response(text, { status, headers: Object.fromEntries(headers.entries()) });

function isTaken(text: string): boolean {
	try {
		return JSON.parse(text).code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
	} catch {
		return false;
	}
}

const secondsToWait = ({ headers }: Answer) => Number(headers.get('retry-after'));
