import { Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Running, running } from '../running.ts';
import { isBack, next, RESUMED, survives } from './aftermath.ts';

const LOST = ['gateway lost; connecting again'];

let it: Running;
beforeEach(async () => {
	it = await running({ heartbeatInterval: 2000 });
});
afterEach(() => it.close());

/** How the client came back: on the session that it had, or with a new one. */
const resumed = () => it.discord.sessions.map(({ resumes }) => resumes);
const identified = () => it.discord.world.identifies;

describe('the connection', () => {
	test('cut: resumed', async () => {
		await survives(
			it,
			async () => {
				const back = next(it, Events.ShardResume);
				it.discord.gateway.cut();
				await back;
			},
			LOST,
		);
		expect([resumed(), identified()]).toEqual([[1], 1]);
	});

	test('cut in the middle of an interaction: it is answered all the same', async () => {
		await survives(
			it,
			async () => {
				it.discord.faults.rest = async ({ path }) => {
					if (!path.endsWith('/callback')) return undefined;
					it.discord.gateway.cut();
					await next(it, Events.ShardResume);
					return undefined;
				};
				const reply = await it.discord.member({ name: 'bob' }).type('/ask question: what did they find?');
				expect(reply).toMatchObject({ outcome: 'replied', followUps: [] });
			},
			LOST,
		);
		expect([resumed(), identified()]).toEqual([[1], 1]);
	});

	test('cut before an interaction: it comes with what was missed, and is answered once', async () => {
		await survives(
			it,
			async () => {
				it.discord.gateway.cut();
				const reply = await it.discord.member({ name: 'bob' }).type('/findings');
				expect(reply).toMatchObject({ outcome: 'replied', followUps: [] });
			},
			LOST,
		);
	});

	test('cut ten times: nothing is left over', async () => {
		await survives(
			it,
			async () => {
				for (let i = 0; i < 10; i += 1) {
					const back = next(it, Events.ShardResume);
					it.discord.gateway.cut();
					await back;
				}
			},
			Array.from({ length: 10 }, () => LOST).flat(),
		);
		expect([resumed(), identified()]).toEqual([[10], 1]);
	});

	test('heartbeats unanswered: given up as dead, and resumed', async () => {
		await it.close();
		it = await running({ heartbeatInterval: 250 });
		await survives(
			it,
			async () => {
				const lost = next(it, Events.ShardReconnecting);
				const back = next(it, Events.ShardResume);
				it.discord.faults.silentHeartbeats = true;
				await lost;
				it.discord.faults.silentHeartbeats = false;
				await back;
			},
			LOST,
		);
		expect([resumed(), identified()]).toEqual([[1], 1]);
	});
});

describe('closed by Discord with', () => {
	test.each([
		{ code: 4000, how: 'resumed', sessions: [1], identifies: 1 },
		{ code: 4007, how: 'identified anew', sessions: [0, 0], identifies: 2 },
		{ code: 4009, how: 'resumed', sessions: [1], identifies: 1 },
	])('$code: $how', async ({ code, how, sessions, identifies }) => {
		await survives(
			it,
			async () => {
				const back = next(it, how === 'resumed' ? Events.ShardResume : Events.ShardReady);
				it.discord.gateway.close(code);
				await back;
			},
			LOST,
		);
		expect([resumed(), identified()]).toEqual([sessions, identifies]);
	});

	test('a session that has timed out (4009) and is forgotten meanwhile: identified anew', async () => {
		await survives(
			it,
			async () => {
				const back = next(it, Events.ShardReady);
				it.discord.gateway.close(4009);
				it.discord.world.sessions = [];
				await back;
			},
			LOST,
		);
		expect(identified()).toBe(2);
	});
});

describe('told by Discord', () => {
	test('INVALID_SESSION, resumable: resumed', async () => {
		await survives(it, async () => {
			const back = next(it, Events.ShardResume);
			it.discord.gateway.invalidate(true);
			await back;
		}, [RESUMED]);
		expect([resumed(), identified()]).toEqual([[1], 1]);
	});

	test('INVALID_SESSION, not resumable: identified anew', async () => {
		await survives(
			it,
			async () => {
				const back = next(it, Events.ShardReady);
				it.discord.gateway.invalidate(false);
				await back;
			},
			LOST,
		);
		expect(identified()).toBe(2);
	});

	test('RECONNECT: resumed', async () => {
		await survives(
			it,
			async () => {
				const back = next(it, Events.ShardResume);
				it.discord.gateway.reconnect();
				await back;
			},
			LOST,
		);
		expect([resumed(), identified()]).toEqual([[1], 1]);
	});
});

describe('the gateway is down', () => {
	/** Attempts to connect that come in vain, before it is back. */
	const ATTEMPTS = 4;

	async function downFor(attempts: number) {
		let refused = 0;
		it.discord.faults.refuseConnections = () => {
			refused += 1;
			return refused <= attempts;
		};
		it.discord.gateway.cut();
		await vi.waitUntil(() => refused > attempts, { timeout: 15_000, interval: 20 });
		await isBack(it);
	}

	test('for a while, each connection cut: connected again once it is back, one line for all attempts', () =>
		survives(it, () => downFor(ATTEMPTS), LOST));

	test('for a while, each connection answered with 503: the same', async () => {
		it.discord.faults.refusal = 503;
		await survives(it, () => downFor(ATTEMPTS), LOST);
	});
});
