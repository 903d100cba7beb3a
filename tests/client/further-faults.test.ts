import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { miss, note } from '../../src/discord/reply.ts';
import type { Message } from '../../src/sandbox/state.ts';
import { type Running, running } from '../running.ts';
import { soon } from '../soon.ts';
import { AGAIN, CUT_OFF, MESSAGE_TWICE, survives } from './aftermath.ts';
import { LIMITATION, shown } from './shown.ts';
import {
	FAULTS,
	type Fault,
	HANGING,
	isCallback,
	isEdit,
	isFollowUp,
	isMessage,
	logged,
	page,
	RESET,
	SLOWLY,
	strike,
	strikeFor,
	TAKEN,
	tooMany,
} from './strike.ts';

/** So slow that they are deferred: one for all to see, one that turns out to be hidden. */
const SLOW = 1600;
const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(resolve, SLOW, value));
const slow = defineCommand({ name: 'shown', description: 'Takes its time' }, () =>
	later({ ...note('At last', 'Here'), hidden: false }),
);
const missing = defineCommand({ name: 'missing', description: 'Finds nothing' }, () =>
	later(miss('Not there', 'Sorry')),
);

let it: Running;
beforeEach(async () => {
	it = await running({ extra: [slow, missing] });
});
afterEach(() => it.close());

describe('what fills a deferred response', () => {
	test.each<Fault>([...FAULTS, RESET, TAKEN, HANGING, ['JSON cut in half', () => 'done, half', 1, AGAIN]])(
		'%s: it is filled',
		async (_what, fault, times, says) => {
			await survives(it, async () => {
				strike(it.discord, isEdit, fault, times);
				const reply = await it.discord.member({ name: 'bob' }).type('/shown');
				await reply.until(({ message }) => message?.embeds[0]?.title === 'At last', 15_000);
				await logged(it, says);
				expect(reply.followUps).toEqual([]);
			}, [says]);
		},
	);
});

describe('a message through the interaction’s token', () => {
	const titles = (followUps: readonly Message[]) =>
		followUps.filter(({ deleted }) => !deleted).map(({ embeds }) => embeds[0]?.title);
	const missed = () => it.discord.member({ name: 'bob' }).type('/missing');
	const NOT_TAKEN: Fault[] = [
		['429 for this route', tooMany(false), 1, SLOWLY],
		['429 for all routes', tooMany(true), 1, SLOWLY],
		['429 without a word for how long', page(429), 2, SLOWLY],
	];
	test.each<Fault>(NOT_TAKEN)('%s: it comes, once', async (_what, fault, times, says) => {
		strike(it.discord, isFollowUp, fault, times);
		const reply = await missed();
		expect(titles(await reply.followedUp(1, 10_000))).toEqual(['Not there']);
		await logged(it, says);
	});

	const PERHAPS_TAKEN: Fault[] = [
		['500 with a page of HTML', page(500), 1, 'interaction failed'],
		['502 with a page of HTML', page(502), 1, 'interaction failed'],
		['503 with a page of HTML', page(503), 1, 'interaction failed'],
		['a connection that is reset', () => 'reset', 1, 'interaction failed'],
	];
	test.each(PERHAPS_TAKEN)(
		'%s: not sent again, as it may stand there, and an apology',
		async (_what, fault, times, says) => {
			strike(it.discord, isFollowUp, fault, times);
			const reply = await missed();
			expect(titles(await reply.followedUp(1, 10_000))).toEqual(['That did not work']);
			expect(it.discord.requests.filter(isFollowUp)).toHaveLength(2);
			expect(it.log.filter(({ level }) => Number(level) >= 40).map(({ msg }) => msg)).toEqual([says]);
		},
	);

	test('taken, and its JSON cut in half: it stands there, and no apology', async () => {
		strike(it.discord, isFollowUp, () => 'done, half');
		const reply = await missed();
		await logged(it, CUT_OFF);
		expect(titles(reply.followUps)).toEqual(['Not there']);
		expect(it.discord.requests.filter(isFollowUp)).toHaveLength(1);
		expect(it.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
	});

	test('a connection that is reset once Discord has taken it: not sent again, and an apology', async () => {
		strike(it.discord, isFollowUp, () => 'done, reset');
		const reply = await missed();
		expect(titles(await reply.followedUp(2, 10_000))).toEqual(['Not there', 'That did not work']);
		await logged(it, 'interaction failed');
	});
});

describe('a message in a channel', () => {
	test.each<Fault>([...FAULTS, RESET, TAKEN, HANGING])('%s: said once', async (_what, fault, times, says) => {
		const said: Message[] = [];
		it.discord.world.events.on('message', (message, change) => {
			if (change === 'create' && message.message_reference) said.push(message);
		});
		await survives(it, async () => {
			strike(it.discord, isMessage, fault, times);
			await it.discord.member({ name: 'bob' }).say('@bot what are the limitations?', { within: 10_000 });
			await logged(it, says);
			expect(said.map(shown)).toEqual([[LIMITATION]]);
		}, [says]);
	});

	test('delivered twice: said once', async () => {
		const { world, channel } = it.discord;
		await survives(it, async () => {
			world.events.once('message', (message, change, where) => world.events.emit('message', message, change, where));
			await it.discord.member({ name: 'bob' }).say('@bot what are the limitations?', { within: 10_000 });
			await logged(it, MESSAGE_TWICE);
			const said = [...channel.messages.values()].filter(({ author, embeds }) => author.bot && embeds.length > 0);
			expect(said.filter(({ message_reference }) => message_reference)).toHaveLength(1);
			expect(it.discord.requests.filter(isMessage)).toHaveLength(1);
		}, [MESSAGE_TWICE]);
	});
});

describe('for a while', () => {
	test('503 for a second: what was deferred is filled', async () => {
		await survives(it, async () => {
			const reply = it.discord.member({ name: 'bob' }).type('/shown');
			await soon(() => it.discord.requests.some(isCallback));
			strikeFor(it.discord, isEdit, page(503), SLOW + 1000);
			await (await reply).until(({ message }) => message?.embeds[0]?.title === 'At last', 10_000);
		}, [AGAIN]);
	});

	test('503 for longer than is waited for: what was deferred gets an apology once Discord is back', async () => {
		strikeFor(it.discord, isEdit, page(503), SLOW + 17_000);
		const reply = await it.discord.member({ name: 'bob' }).type('/shown');
		const [apology] = await reply.followedUp(1, 40_000);
		expect(apology?.embeds[0]?.title).toBe('That did not work');
		expect(it.log.filter(({ level }) => Number(level) >= 40).map(({ msg }) => msg)).toEqual(['interaction failed']);
	}, 60_000);

	test('503 for 300 ms: a message in a channel is said once', async () => {
		await survives(it, async () => {
			strikeFor(it.discord, isMessage, page(503), 300);
			const said = await it.discord.member({ name: 'bob' }).say('@bot limitations', { within: 10_000 });
			expect(shown(said)).toEqual([LIMITATION]);
		}, [AGAIN]);
	});
});
