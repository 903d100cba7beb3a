import { type EventEmitter, once } from 'node:events';
import { type Events, Status } from 'discord.js';
import { expect, vi } from 'vitest';
import type { Running } from '../running.ts';

export const AGAIN = 'Discord answered only when asked again';

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

/** Sockets that this process holds, of the bot and of the local Discord. */
const sockets = () => process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;

/** Resolves once the client is connected as the local Discord sees it, and as it sees itself. */
export const isBack = ({ bot, discord }: Running) =>
	vi.waitUntil(
		() =>
			discord.sessions.some(({ connected }) => connected) &&
			bot.client.ws.shards.every(({ status }) => status === Status.Ready),
		{ timeout: 15_000, interval: 20 },
	);

/** Resolves with the next of the client's events of this name. */
export const next = ({ bot }: Running, event: Events) => once(bot.client as EventEmitter, event);

/**
 * Lets a fault happen to a running bot and looks at what is left once it is over: the bot answers the next command, no
 * interaction has two answers, listeners and connections are as before, and the log has these lines at `warn` and above, or of a
 * request that was answered at last.
 * @param says the messages of those lines, one a cause
 */
export async function survives(it: Running, fault: () => Promise<unknown>, says: readonly string[]): Promise<void> {
	const { discord, log } = it;
	const alice = discord.member({ name: 'alice' });
	await alice.type('/limitations');
	const before = census(it);
	const held = sockets();
	const logged = log.length;
	await fault();
	discord.faults.rest = undefined;
	await isBack(it);
	const reply = await alice.type('/limitations');
	expect(reply).toMatchObject({ outcome: 'replied', followUps: [] });
	expect(census(it)).toEqual(before);
	await vi.waitUntil(() => sockets() <= held, { timeout: 10_000, interval: 50 });
	expect(answersTwice(it)).toEqual([]);
	const lines = log.slice(logged).filter(({ level, msg }) => Number(level) >= 40 || msg === AGAIN);
	expect(lines.map(({ msg }) => msg)).toEqual(says);
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
