import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { expect } from 'vitest';
import { commands } from '../commands/index.ts';
import { startBot } from '../src/discord/bot.ts';
import type { Command, Library } from '../src/discord/command.ts';
import type { Observer } from '../src/discord/observer.ts';
import { makeCiter } from '../src/paper/cite.ts';
import { loadCorpus } from '../src/paper/corpus.ts';
import { buildIndex } from '../src/paper/search.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import type { RequestRecord } from '../src/sandbox/state.ts';
import { expectNoToken } from './canaries.ts';
import { loadCheck } from './openapi.ts';

export const CORPUS_DIR = fileURLToPath(new URL('../corpus', import.meta.url));

export function libraryOf(dir = CORPUS_DIR): Library {
	const corpus = loadCorpus(dir);
	return { corpus, index: buildIndex(corpus), citer: makeCiter([]) };
}

type Options = {
	library?: Library;
	extra?: readonly Command[];
	/** What is to be done with the local Discord before the bot comes. */
	prepare?: (discord: Sandbox) => void;
	observer?: Observer;
	heartbeatInterval?: number;
	ackTimeout?: number;
};

/**
 * The real bot on a real discord.js client, against a local Discord. `log` holds what it logged, one object a line;
 * `swap` serves another corpus from the next interaction on; `extra` commands stand beside the bot's own;
 * `heartbeatInterval`, in milliseconds, is what the local Discord asks for, `ackTimeout` how long it waits for an answer.
 */
export async function running({
	library = libraryOf(),
	extra = [],
	prepare,
	observer,
	heartbeatInterval,
	ackTimeout,
}: Options = {}) {
	const discord = await startSandbox({
		name: 'Verbatim',
		...(heartbeatInterval && { heartbeatInterval }),
		...(ackTimeout && { ackTimeout }),
	});
	prepare?.(discord);
	const log: Record<string, unknown>[] = [];
	const logger = pino({ level: 'debug' }, { write: (line: string) => log.push(JSON.parse(line)) });
	let served = library;
	const settings = { token: discord.token, apiUrl: discord.url };
	const bot = await startBot(settings, [...commands, ...extra], () => served, logger, observer);
	return {
		discord,
		bot,
		log,
		swap: (other: Library) => {
			served = other;
		},
		/** Ends both, and holds all that was sent against Discord's description, and against what the bot promises. */
		async close() {
			await bot.stop();
			await served.citer.close();
			await discord.close();
			expectHarmless(discord.requests, [discord.token, ...discord.world.tokens.keys()], log);
		},
	};
}

export type Running = Awaited<ReturnType<typeof running>>;

/** Reading Discord's description takes a second, and every file of tests needs it once. */
let check: ReturnType<typeof loadCheck> | 'not loaded' = 'not loaded';

/** Every body is one that Discord takes, every message pings nobody and says so, and no log line holds a token. */
export function expectHarmless(requests: readonly RequestRecord[], secrets: readonly string[], log: unknown): void {
	if (check === 'not loaded') check = loadCheck();
	if (check) expect(check(requests)).toEqual([]);
	else console.warn('skipped: Discord’s description of its API (../shared/discord/openapi.json) is not here');
	for (const message of requests.flatMap(messageIn)) expect(message).toMatchObject({ allowed_mentions: { parse: [] } });
	const lines = JSON.stringify(log);
	expectNoToken(lines, 'the log');
	expect(secrets.filter((secret) => lines.includes(secret))).toEqual([]);
}

/** The message that a request creates or edits, if it does. */
function messageIn({ method, path, body }: RequestRecord): object[] {
	if (method === 'GET' || typeof body !== 'object' || body === null) return [];
	if (/\/callback$/.test(path)) {
		const { type, data } = body as { type: number; data?: object };
		return (type === 4 || type === 7) && data ? [data] : [];
	}
	return /\/(messages(\/[^/]+)?|webhooks\/\d+\/[^/]+)$/.test(path) ? [body] : [];
}
