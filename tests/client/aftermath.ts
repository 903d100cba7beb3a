import { type EventEmitter, once } from 'node:events';
import { type Events, Status } from 'discord.js';
import { expect } from 'vitest';
import type { Running } from '../running.ts';
import { soon } from '../soon.ts';

export const AGAIN = 'Discord answered only when asked again';
export const CUT_OFF = 'what Discord said of an answer was cut off';
export const TWICE = 'an interaction came twice';
export const MESSAGE_TWICE = 'a message came twice';
export const ANSWERED = 'an interaction was answered already';
export const RESUMED = 'gateway resumed';
export const BLOCKED = 'the event loop was blocked';

/** Lines of what did no harm. Of a blocked event loop only where it is blocked on purpose: a busy machine does it, too. */
const HARMLESS = new Set<unknown>([AGAIN, CUT_OFF, TWICE, MESSAGE_TWICE, ANSWERED, RESUMED]);

type Emitter = Pick<EventEmitter, 'eventNames' | 'listenerCount'>;

const listenersOf = (emitter: Emitter) =>
	Object.fromEntries(emitter.eventNames().map((name) => [String(name), emitter.listenerCount(name)]));

/** The parts of discord.js' client that a lost connection might leave listeners at. */
type Inside = { ws: Emitter & { _ws: Emitter & { strategy: { shards: Map<number, Emitter> } } } };

/** What must be as it was before a fault: every listener, and the connections to the gateway. */
function census({ bot, discord }: Running) {
	const { ws } = bot.client as unknown as Inside;
	return {
		process: listenersOf(process),
		client: listenersOf(bot.client),
		gateway: listenersOf(ws),
		manager: listenersOf(ws._ws),
		shards: [...ws._ws.strategy.shards.values()].map(listenersOf),
		sessions: discord.sessions.filter(({ connected }) => connected).length,
		cached: bot.client.channels.cache.size,
	};
}

/** What this process holds of a kind, of the bot and of the local Discord; of timers those that keep it running. */
const held = (kind: 'TCPSocketWrap' | 'Timeout') =>
	process.getActiveResourcesInfo().filter((resource) => resource === kind).length;

/** More timers than before may be those of this test, and more bytes its records, and code that was compiled meanwhile. */
const TIMERS = 10;
const BYTES = 2 * 2 ** 20;

/** What is held in memory, in bytes. vitest.config.ts gives the tests a gc. */
function memory(): number {
	globalThis.gc?.();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** Resolves once the client is connected as the local Discord sees it, and as it sees itself. */
export const isBack = ({ bot, discord }: Running) =>
	soon(
		() =>
			discord.sessions.some(({ connected }) => connected) &&
			bot.client.ws.shards.every(({ status }) => status === Status.Ready),
	);

/** Resolves with the next of the client's events of this name. */
export const next = ({ bot }: Running, event: Events) => once(bot.client as EventEmitter, event);

/**
 * Lets a fault happen to a running bot and looks at what is left once it is over: the bot answers the next command, no
 * interaction has two answers, listeners, connections, timers and memory are as before, and the log has these lines: at `warn`
 * and above, or of what did no harm.
 * @param says the messages of those lines, one a cause
 */
export async function survives(it: Running, fault: () => Promise<unknown>, says: readonly string[]): Promise<void> {
	const { discord, log } = it;
	const alice = discord.member({ name: 'alice' });
	await alice.type('/limitations');
	// The index is built for the first question, and stays.
	await alice.type('/ask question: what did they find?');
	const before = census(it);
	const resources = { sockets: held('TCPSocketWrap'), timers: held('Timeout'), bytes: memory() };
	const logged = log.length;
	await fault();
	discord.faults.rest = undefined;
	await isBack(it);
	const reply = await alice.type('/limitations');
	expect(reply).toMatchObject({ outcome: 'replied', followUps: [] });
	expect(census(it)).toEqual(before);
	await soon(() => held('TCPSocketWrap') <= resources.sockets);
	await soon(() => held('Timeout') <= resources.timers + TIMERS);
	await soon(() => memory() <= resources.bytes + BYTES);
	expect(answersTwice(it)).toEqual([]);
	const counts = ({ level, msg }: Record<string, unknown>) =>
		Number(level) >= 40 || HARMLESS.has(msg) || (msg === BLOCKED && says.includes(BLOCKED));
	const lines = () => log.slice(logged).filter(counts);
	// Some are written only once a stretch of time is over.
	await soon(() => lines().length >= says.length);
	expect(lines().map(({ msg }) => msg)).toEqual(says);
}

/** Interactions to which Discord took two first responses, or that were followed up by an apology though answered. */
function answersTwice({ discord }: Running): string[] {
	const taken = discord.requests
		.filter(({ path, status = 500 }) => path.endsWith('/callback') && status < 300)
		.map(({ path }) => path.split('/').at(-3) ?? '');
	const twice = taken.filter((id, i) => taken.indexOf(id) !== i);
	const followed = [...discord.world.interactions.values()].filter(({ followUps }) => followUps.length > 0);
	return [...twice, ...followed.map(({ id }) => id)];
}
