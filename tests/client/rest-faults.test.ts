import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { quotations } from '../../src/discord/markdown.ts';
import { miss, note } from '../../src/discord/reply.ts';
import type { FaultAnswer } from '../../src/sandbox/faults.ts';
import type { Message, RequestRecord } from '../../src/sandbox/state.ts';
import { type Running, running } from '../running.ts';
import { AGAIN, survives } from './aftermath.ts';

/** So slow that they are deferred: one for all to see, one that turns out to be hidden. */
const SLOW = 1600;
const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(resolve, SLOW, value));
const slow = defineCommand({ name: 'slow', description: 'Takes its time' }, () => later(note('At last', 'Here')));
const shown = defineCommand({ name: 'shown', description: 'The same, shown' }, () =>
	later({ ...note('At last', 'Here'), hidden: false }),
);
const missing = defineCommand({ name: 'missing', description: 'Finds nothing' }, () =>
	later(miss('Not there', 'Sorry')),
);

const LIMITATION = 'More research on the potential negative impact of peer-support in carceral setting is needed.';
const SLOWLY = 'Discord asks to slow down';

let it: Running;
beforeEach(async () => {
	it = await running({ extra: [slow, shown, missing] });
});
afterEach(() => it.close());

const isCallback = ({ path }: RequestRecord) => path.endsWith('/callback');
const isEdit = ({ method, path }: RequestRecord) =>
	method === 'PATCH' && decodeURIComponent(path).endsWith('/@original');
const isFollowUp = ({ method, path }: RequestRecord) => method === 'POST' && /\/webhooks\/\d+\/[^/]+$/.test(path);
const isMessage = ({ method, path }: RequestRecord) => method === 'POST' && /\/channels\/\d+\/messages$/.test(path);

const passagesIn = (message: Message | undefined) =>
	(message?.embeds ?? []).flatMap((embed) => quotations(embed.description ?? ''));

/** The first `times` requests of a kind meet this fault. */
function strike(kind: (request: RequestRecord) => boolean, fault: () => FaultAnswer, times = 1): void {
	let left = times;
	it.discord.faults.rest = (request) => {
		if (left === 0 || !kind(request)) return undefined;
		left -= 1;
		return fault();
	};
}

const linesOf = (says: string | undefined) => (says === undefined ? [] : [says]);

const logged = async (says: string | undefined) =>
	says === undefined || vi.waitUntil(() => it.log.some(({ msg }) => msg === says), { timeout: 8000 });

const page = (status: number) => () =>
	new Response('<html><h1>Oops</h1></html>', { status, headers: { 'content-type': 'text/html' } });

function tooMany(everywhere: boolean): () => Response {
	const body = { message: 'You are being rate limited.', retry_after: 0.2, global: everywhere };
	const headers = { 'retry-after': '0.2', ...(everywhere && { 'x-ratelimit-global': 'true' }) };
	return () => Response.json(body, { status: 429, headers });
}

type Fault = [what: string, fault: () => FaultAnswer, times: number, says?: string | undefined];

/** Each with how often it strikes and the lines of the log. */
const FAULTS: Fault[] = [
	['500 with a page of HTML', page(500), 2, AGAIN],
	['502 with a page of HTML', page(502), 2, AGAIN],
	['503 with a page of HTML', page(503), 3, AGAIN],
	['429 for this route', tooMany(false), 1, SLOWLY],
	['429 for all routes', tooMany(true), 1, SLOWLY],
];

const RESET: Fault = ['a connection that is reset', () => 'reset', 1, AGAIN];
const TAKEN: Fault = ['a connection that is reset once Discord has taken it', () => 'done, reset', 1, AGAIN];

describe('the first response', () => {
	test.each<Fault>([
		...FAULTS,
		RESET,
		TAKEN,
		['an answer that never comes', () => 'hang', 1, AGAIN],
		['an answer that never comes, though Discord has taken it', () => 'done, hang', 1, AGAIN],
		['JSON cut in half', () => 'done, half', 1, undefined],
	])('%s: answered once', async (_what, fault, times, says) => {
		await survives(
			it,
			async () => {
				strike(isCallback, fault, times);
				const reply = await it.discord.member({ name: 'bob' }).type('/limitations');
				expect(reply).toMatchObject({ outcome: 'replied', ephemeral: false, followUps: [] });
				expect(passagesIn(reply.message)).toEqual([LIMITATION]);
				await logged(says);
			},
			linesOf(says),
		);
	});

	test.each([
		[10062, 'Unknown interaction', 404],
		[40060, 'Interaction has already been acknowledged.', 400],
	])('refused with %i: no second attempt, one line', async (code, message, status) => {
		await survives(it, async () => {
			strike(isCallback, () => Response.json({ code, message }, { status }));
			void it.discord.member({ name: 'bob' }).type('/limitations');
			await logged('interaction failed');
			expect(it.discord.requests.filter(isCallback)).toHaveLength(2);
		}, ['interaction failed']);
	});

	test('nothing but 503 for longer than Discord waits: one line, no apology that could not come either', async () => {
		await survives(it, async () => {
			strike(isCallback, page(503), Number.POSITIVE_INFINITY);
			const reply = await it.discord.member({ name: 'bob' }).type('/limitations');
			expect(reply.outcome).toBe('did not respond');
			await logged('interaction failed');
		}, ['interaction failed']);
	});

	test('the same interaction delivered twice: answered once', async () => {
		await survives(it, async () => {
			const { world } = it.discord;
			const asked = new Promise<void>((resolve) => {
				world.events.once('interaction', (interaction) => {
					world.events.emit('interaction', interaction);
					resolve();
				});
			});
			const reply = await it.discord.member({ name: 'bob' }).type('/ask question: what did they find?');
			await asked;
			expect(reply).toMatchObject({ outcome: 'replied', followUps: [] });
			await logged('interaction failed');
		}, ['interaction failed']);
	});

	test('the event loop blocked for a second: answered in time, late by no more than that', async () => {
		await survives(it, async () => {
			const reply = it.discord.member({ name: 'bob' }).type('/limitations');
			const end = performance.now() + 1000;
			while (performance.now() < end);
			expect(await reply).toMatchObject({ outcome: 'replied', followUps: [] });
		}, []);
	});
});

describe('what fills a deferred response', () => {
	test.each<Fault>([...FAULTS, RESET, TAKEN, ['JSON cut in half', () => 'done, half', 1, AGAIN]])(
		'%s: it is filled',
		async (_what, fault, times, says) => {
			await survives(
				it,
				async () => {
					strike(isEdit, fault, times);
					const reply = await it.discord.member({ name: 'bob' }).type('/shown');
					await reply.until(({ message }) => message?.embeds[0]?.title === 'At last');
					await logged(says);
					expect(reply.followUps).toEqual([]);
				},
				linesOf(says),
			);
		},
	);
});

describe('a message through the interaction’s token', () => {
	const followed = async () => {
		const reply = await it.discord.member({ name: 'bob' }).type('/missing');
		await reply.followedUp(1, 6000);
		return reply.followUps.filter(({ deleted }) => !deleted).map(({ embeds }) => embeds[0]?.title);
	};
	test.each<Fault>(FAULTS)('%s: it comes, once', async (_what, fault, times, says) => {
		strike(isFollowUp, fault, times);
		expect(await followed()).toEqual(['Not there']);
		await logged(says);
	});

	test('a connection that is reset once Discord has taken it: not sent again, and an apology', async () => {
		strike(isFollowUp, () => 'done, reset');
		const reply = await it.discord.member({ name: 'bob' }).type('/missing');
		const told = await reply.followedUp(2, 6000);
		expect(told.map(({ embeds }) => embeds[0]?.title)).toEqual(['Not there', 'That did not work']);
		await logged('interaction failed');
	});
});

describe('a message in a channel', () => {
	test.each<Fault>([...FAULTS, RESET, TAKEN])('%s: said once', async (_what, fault, times, says) => {
		const said: Message[] = [];
		it.discord.world.events.on('message', (message, change) => {
			if (change === 'create' && message.message_reference) said.push(message);
		});
		await survives(
			it,
			async () => {
				strike(isMessage, fault, times);
				await it.discord.member({ name: 'bob' }).say('@bot what are the limitations?', { within: 10_000 });
				await logged(says);
				expect(said.map(passagesIn)).toEqual([[LIMITATION]]);
			},
			linesOf(says),
		);
	});

	test('delivered twice: said once', async () => {
		const { world, channel } = it.discord;
		await survives(it, async () => {
			world.events.once('message', (message, change, where) => world.events.emit('message', message, change, where));
			await it.discord.member({ name: 'bob' }).say('@bot what are the limitations?', { within: 10_000 });
			await vi.waitUntil(() => it.discord.requests.filter(isMessage).length === 2);
			const said = [...channel.messages.values()].filter(({ author, embeds }) => author.bot && embeds.length > 0);
			expect(said.filter(({ message_reference }) => message_reference)).toHaveLength(1);
		}, []);
	});
});
