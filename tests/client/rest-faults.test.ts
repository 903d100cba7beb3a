import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Running, running } from '../running.ts';
import { AGAIN, ANSWERED, BLOCKED, CUT_OFF, survives, TWICE } from './aftermath.ts';
import { LIMITATION, shown } from './shown.ts';
import {
	FAULTS,
	type Fault,
	HANGING,
	isCallback,
	logged,
	page,
	RESET,
	SLOWLY,
	strike,
	strikeFor,
	TAKEN,
	tooMany,
} from './strike.ts';

let it: Running;
beforeEach(async () => {
	it = await running();
});
afterEach(() => it.close());

describe('the first response', () => {
	test.each<Fault>([
		...FAULTS,
		RESET,
		TAKEN,
		HANGING,
		['an answer that never comes, though Discord has taken it', () => 'done, hang', 1, AGAIN],
		['JSON cut in half', () => 'done, half', 1, CUT_OFF],
	])('%s: answered once', async (_what, fault, times, says) => {
		await survives(it, async () => {
			strike(it.discord, isCallback, fault, times);
			const reply = await it.discord.member({ name: 'bob' }).type('/limitations');
			expect(reply).toMatchObject({ outcome: 'replied', ephemeral: false, followUps: [] });
			expect(shown(reply.message)).toEqual([LIMITATION]);
			await logged(it, says);
		}, [says]);
	});

	test.each([
		[10062, 'Unknown interaction', 404, 'interaction failed'],
		[40060, 'Interaction has already been acknowledged.', 400, ANSWERED],
	])('refused with %i: no second attempt, one line', async (code, message, status, says) => {
		await survives(it, async () => {
			const before = it.discord.requests.filter(isCallback).length;
			strike(it.discord, isCallback, () => Response.json({ code, message }, { status }));
			void it.discord.member({ name: 'bob' }).type('/limitations');
			await logged(it, says);
			expect(it.discord.requests.filter(isCallback)).toHaveLength(before + 1);
		}, [says]);
	});

	test.each([1200, 2200])('nothing but 503 for %i ms: answered once, in time', async (time) => {
		await survives(it, async () => {
			strikeFor(it.discord, isCallback, page(503), time);
			const reply = await it.discord.member({ name: 'bob' }).type('/limitations');
			expect(reply).toMatchObject({ outcome: 'replied', ephemeral: false, followUps: [] });
			expect(reply.acknowledged).toBeGreaterThanOrEqual(time);
		}, [AGAIN]);
	});

	test('a 429 that does not say for how long: asked again after a second, not at once', async () => {
		await survives(it, async () => {
			strike(it.discord, isCallback, page(429));
			const reply = await it.discord.member({ name: 'bob' }).type('/limitations');
			expect(reply).toMatchObject({ outcome: 'replied', followUps: [] });
			expect(reply.acknowledged).toBeGreaterThanOrEqual(1000);
		}, [SLOWLY]);
	});

	test('nothing but 503 for longer than Discord waits: one line, no apology that could not come either', async () => {
		await survives(it, async () => {
			strike(it.discord, isCallback, page(503), Number.POSITIVE_INFINITY);
			const reply = await it.discord.member({ name: 'bob' }).type('/limitations');
			expect(reply.outcome).toBe('did not respond');
			await logged(it, 'interaction failed');
		}, ['interaction failed']);
	});

	test('the same interaction delivered twice: answered once', async () => {
		await survives(it, async () => {
			const { world, requests } = it.discord;
			const before = requests.filter(isCallback).length;
			const asked = new Promise<void>((resolve) => {
				world.events.once('interaction', (interaction) => {
					world.events.emit('interaction', interaction);
					resolve();
				});
			});
			const reply = await it.discord.member({ name: 'bob' }).type('/ask question: what did they find?');
			await asked;
			expect(reply).toMatchObject({ outcome: 'replied', followUps: [] });
			expect(requests.filter(isCallback)).toHaveLength(before + 1);
		}, [TWICE]);
	});

	test('the event loop blocked for a second: answered in time, late by no more than that', async () => {
		await survives(it, async () => {
			const reply = it.discord.member({ name: 'bob' }).type('/limitations');
			const end = performance.now() + 1000;
			while (performance.now() < end);
			expect(await reply).toMatchObject({ outcome: 'replied', followUps: [] });
		}, [BLOCKED]);
	});
});

describe('one cause, thirty people', () => {
	const all = () =>
		Promise.all(Array.from({ length: 30 }, (_, i) => it.discord.member({ name: `person-${i}` }).type('/limitations')));

	test.each([
		['503', page(503), AGAIN],
		['429 for all routes', tooMany(true), SLOWLY],
	] as const)('%s for 400 ms: all are answered once, and there is one line', async (_what, fault, says) => {
		await survives(it, async () => {
			strikeFor(it.discord, isCallback, fault, 400);
			for (const reply of await all()) expect(reply).toMatchObject({ outcome: 'replied', followUps: [] });
			await logged(it, says);
			await sleep(2000);
			expect(it.log.filter(({ msg }) => msg === says)).toMatchObject([{ times: expect.any(Number) }]);
			expect(it.log.find(({ msg }) => msg === says)?.times).toBeGreaterThanOrEqual(30);
		}, [says]);
	});
});
