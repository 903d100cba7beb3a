import { ApplicationCommandOptionType, InteractionType } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import type { Member } from '../../src/sandbox/member.ts';
import type { Message } from '../../src/sandbox/state.ts';
import { libraryOf, type Running, running } from '../running.ts';
import { titles } from './shown.ts';

const SECRET = 'the cause, for the log alone';

const failing = defineCommand({ name: 'failing', description: 'Throws' }, () => {
	throw new Error(SECRET);
});
const lying = defineCommand(
	{ name: 'lying', description: 'Quotes what is not in the record' },
	(_args, { corpus }) => ({
		hidden: false,
		cards: [
			{
				title: 'Findings',
				text: '> Peer-support always works.',
				quote: { paper: corpus.main, pieces: [piece(corpus.main.passages)] },
			},
		],
	}),
);
const nulling = defineCommand(
	{
		name: 'nulling',
		description: 'Throws nothing',
		options: [{ type: ApplicationCommandOptionType.String, name: 'text', description: 'x', autocomplete: true }],
	},
	() => {
		throw null;
	},
	{
		complete() {
			throw undefined;
		},
	},
);
const piece = <P>([first]: readonly P[]) => first as P;

let it: Running;
let alice: Member;
beforeAll(async () => {
	it = await running({ extra: [failing, lying, nulling] });
	alice = it.discord.member({ name: 'alice' });
});
afterAll(() => it.close());

describe('bad input gets a sentence and nothing else', () => {
	const inputs = {
		'one emoji': '🙂',
		'300 zero-width characters': '\u200b'.repeat(300),
		'mentions and markdown': '@everyone **x** [a](http://b)',
		'a regex bomb': '(a+)+$ '.repeat(14),
		'a regex bomb and its target': `${'(a+)+$'.repeat(20)}${'a'.repeat(60)}!`,
		'only stop words': 'of the and to which is',
		'right-to-left override': '\u202eevil\u202c ||x|| ```y```',
	};
	test.each(Object.entries(inputs))('/ask: %s', async (_name, question) => {
		const reply = await alice.type(`/ask question: ${question}`);
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(titles(reply.message)?.[0]).toMatch(/^(The abstract does not answer this|Ask me about the paper)$/);
		expect(reply.message?.embeds).toHaveLength(1);
		expect(reply.message?.embeds[0]?.description).not.toMatch(/^> /m);
		expect(reply.message?.components ?? []).toEqual([]);
		expect(reply.message?.pings).toEqual({ everyone: false, users: [], roles: [] });
		expect(reply.followUps).toEqual([]);
	});

	test.each(Object.entries(inputs))('/search: %s', async (_name, words) => {
		const reply = await alice.type(`/search words: ${words.slice(0, 100)}`);
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(titles(reply.message)).toEqual(['No passage has these words']);
		expect(reply.message?.embeds[0]?.description).not.toMatch(/[\u200b\u202e]/);
	});

	test('an unknown paper: which papers there are', async () => {
		const reply = await alice.type('/findings paper: Darwin 1859');
		expect(reply.ephemeral).toBe(true);
		expect(titles(reply.message)).toEqual(['No such paper here']);
		expect(reply.message?.embeds[0]?.description).toContain('Perrin, Frost & Ware: The utility of peer-support');
	});
});

describe('papers are found however they are named', () => {
	test.each(['perrin-2018-peer-support', 'Perrin, Frost & Ware', 'PEER-SUPPORT', ' utility  frost '])(
		'%s',
		async (paper) => {
			expect(titles((await alice.type(`/limitations paper: ${paper}`)).message)).toEqual([
				'Research limitations/implications',
			]);
		},
	);
	test('autocomplete offers name and id, also to empty input, and no match as an empty list', async () => {
		const choice = {
			name: expect.stringMatching(/^Perrin, Frost & Ware: The utility/),
			value: 'perrin-2018-peer-support',
		};
		expect(await alice.complete('/findings paper: ')).toContainEqual(choice);
		expect(await alice.complete('/findings paper: frost peer')).toEqual([choice]);
		expect(await alice.complete('/findings paper: zzz')).toEqual([]);
	});
});

describe('what is not ours any more', () => {
	test('an unknown command', async () => {
		const reply = await it.discord.interact({
			type: InteractionType.ApplicationCommand,
			data: { id: '1', name: 'gone', type: 1 },
		});
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(titles(reply.message)).toEqual(['I do not know this command']);
	});

	test.each([
		'section:a-paper-that-is-gone:findings',
		'section:perrin-2018-peer-support:nonsense',
		'section',
		'section:',
		':',
		'why:perrin-2018-peer-support:findings.99:word',
		'turn:1:',
		'turn:999:search',
		'__proto__:x',
		'constructor:x',
		'🙂'.repeat(50),
	])('a stale or forged button: %s', async (id) => {
		const { message } = await alice.type('/findings');
		const reply = await alice.forge(message as Message, id);
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(titles(reply.message)).toEqual(['This button no longer works']);
	});

	test('a select menu that nobody sent', async () => {
		const { message } = await alice.type('/findings');
		const reply = await it.discord.interact({
			type: InteractionType.MessageComponent,
			data: { component_type: 3, custom_id: 'x', values: ['y'] },
			message,
		});
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
	});

	test('a paper that has left the corpus', async () => {
		const { message } = await alice.type('/findings');
		const other = libraryOf();
		it.swap({ ...other, corpus: { ...other.corpus, papers: new Map() } });
		const reply = await alice.forge(message as Message, 'section:perrin-2018-peer-support:findings');
		it.swap(other);
		expect(titles(reply.message)).toEqual(['This button no longer works']);
	});
});

describe('what goes wrong', () => {
	test('an unexpected error: a hidden sentence with the number under which the log has the cause', async () => {
		it.log.length = 0;
		const reply = await alice.type('/failing');
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(titles(reply.message)).toEqual(['That did not work']);
		const text = JSON.stringify(reply.message?.embeds);
		expect(text).toContain(reply.interaction.id);
		expect(text).not.toContain(SECRET);
		expect(it.log).toHaveLength(1);
		expect(it.log[0]).toMatchObject({
			command: 'failing',
			interaction: reply.interaction.id,
			error: { message: SECRET },
		});
	});

	test('whatever is thrown: an apology, and to who is typing an empty list at once', async () => {
		it.log.length = 0;
		expect(titles((await alice.type('/nulling')).message)).toEqual(['That did not work']);
		expect(await alice.complete('/nulling text: a')).toEqual([]);
		expect(it.log).toMatchObject([{ error: { message: 'null' } }, { error: { message: 'undefined' } }]);
	});

	test('a quotation that is not in the record is not sent', async () => {
		it.log.length = 0;
		const reply = await alice.type('/lying');
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(JSON.stringify(reply.message)).not.toContain('always works');
		expect(reply.message?.embeds[0]?.description).toContain('could not show this passage word for word');
		expect(it.log[0]).toMatchObject({ error: { type: 'NotVerbatimError' } });
	});

	test('a response that Discord refuses: an apology, and no token in the log', async () => {
		it.log.length = 0;
		let refused = false;
		it.discord.faults.rest = ({ path }) => {
			if (refused || !path.endsWith('/callback')) return undefined;
			refused = true;
			return Response.json({ code: 50035, message: 'Invalid Form Body' }, { status: 400 });
		};
		const reply = await alice.type('/findings');
		it.discord.faults.rest = undefined;
		expect(titles(reply.message)).toEqual(['That did not work']);
		const log = JSON.stringify(it.log);
		expect(log).toContain('Invalid Form Body');
		expect(log).not.toContain(reply.interaction.token);
		expect(log).not.toContain(it.discord.token);
	});
});

describe('every message of these tests', () => {
	test('pings nobody, and says so itself', () => {
		const messages = it.discord.requests
			.map(({ body }) => (body as { data?: { embeds?: unknown; allowed_mentions?: unknown } })?.data)
			.filter((data) => data?.embeds);
		expect(messages.length).toBeGreaterThan(20);
		for (const data of messages) expect(data?.allowed_mentions).toMatchObject({ parse: [] });
	});
});
