import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Member } from '../../src/sandbox/member.ts';
import { createMessage } from '../../src/sandbox/messages.ts';
import type { Channel, Message } from '../../src/sandbox/state.ts';
import { type Running, running } from '../running.ts';
import { LIMITATION, labels, shown, titles } from './shown.ts';

let it: Running;
let alice: Member;
let bob: Member;
beforeAll(async () => {
	it = await running();
	alice = it.discord.member({ name: 'alice', installed: true });
	bob = it.discord.member({ name: 'bob' });
});
afterAll(() => it.close());

describe('@mention and direct message', () => {
	test('the text after the mention is a question; the author is not pinged', async () => {
		const reply = await it.discord.member({ name: 'carol' }).say('@bot what are the limitations?', { within: 10_000 });
		expect(shown(reply)).toContain(LIMITATION);
		expect(reply?.message_reference).toBeDefined();
		expect(reply?.pings).toEqual({ everyone: false, users: [], roles: [] });
	});

	test.each(['@bot /limitations', '@bot limitations', 'LIMITATIONS @bot', '@bot Grenzen', '@bot /limites'])(
		'%s gives the section',
		async (text) => {
			expect(shown(await it.discord.member({ name: text }).say(text, { within: 10_000 }))).toEqual([LIMITATION]);
		},
	);

	test.each(['@bot /ask question: what are the limitations?', '@bot /fragen frage: what are the limitations?'])(
		'%s is a question',
		async (text) => {
			expect(shown(await it.discord.member({ name: text }).say(text, { within: 10_000 }))).toContain(LIMITATION);
		},
	);

	test.each([
		['@bot /search words: peer', 'start a message with `/search`'],
		['@bot /findings hide: True', 'start a message with `/findings`'],
		['@bot search', 'start a message with `/search`'],
		['@bot /ask', 'Put your question behind my name'],
		['@bot ask', 'Put your question behind my name'],
		['@bot /nonsense words: peer', 'It may be from an older version of me'],
	])('%s: says what to type', async (text, hint) => {
		const reply = await it.discord.member({ name: text }).say(text, { within: 10_000 });
		expect(shown(reply)).toEqual([]);
		expect(reply?.embeds[0]?.description?.replaceAll(/<(\/\w+):\d+>/g, '`$1`')).toContain(hint);
	});

	test('a direct message needs no mention', async () => {
		expect(shown(await alice.say('findings', { in: alice.dm, within: 10_000 }))[0]).toMatch(
			/^While there is very little research/,
		);
	});

	test('no text: a hint', async () => {
		const reply = await it.discord.member({ name: 'erin' }).say('@bot', { within: 10_000 });
		expect(reply?.embeds[0]?.description).toMatch(/<\/ask:\d+>/);
	});

	test('not spoken to: no answer', async () => {
		expect(
			await it.discord.member({ name: 'frank' }).say('what are the limitations?', { within: 300 }),
		).toBeUndefined();
	});

	test('five messages in ten seconds: one kind request to slow down, then silence', async () => {
		const grace = it.discord.member({ name: 'grace' });
		const answers: (Message | undefined)[] = [];
		for (let i = 0; i < 7; i += 1)
			answers.push(await grace.say('limitations', { in: grace.dm, within: i < 5 ? 10_000 : 300 }));
		expect(answers.map((answer) => answer?.embeds[0]?.description?.includes('ten seconds') ?? 'silence')).toEqual([
			false,
			false,
			false,
			false,
			true,
			'silence',
			'silence',
		]);
	});

	test('without the right to show cards, a plain sentence', async () => {
		const channel = it.discord.addChannel({ name: 'plain' });
		channel.botPermissions &= ~PermissionFlagsBits.EmbedLinks;
		const reply = await bob.say('@bot limitations', { in: channel, within: 10_000 });
		expect(reply).toMatchObject({
			embeds: [],
			content: expect.stringMatching(/^I may not show cards in this channel/),
		});
		expect(reply?.pings).toEqual({ everyone: false, users: [], roles: [] });
	});

	test('without the right to send, nothing breaks', async () => {
		const channel = it.discord.addChannel({ name: 'read-only' });
		channel.botPermissions = 0n;
		expect(await bob.say('@bot limitations', { in: channel, within: 300 })).toBeUndefined();
		expect((await bob.type('/limitations')).outcome).toBe('replied');
	});
});

describe('Find in paper', () => {
	test.each(['server', 'dm'])('the closest passages, hidden, with no verdict (%s)', async (where) => {
		const channel = where === 'dm' ? alice.dm : it.discord.channel;
		const message = alice.post('I heard that peer-support has negative effects in prison', { in: channel });
		const reply = await alice.useOn(message, 'Find in paper');
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(shown(reply.message)).toContain(LIMITATION);
		const place = `https://discord.com/channels/${channel.guildId ?? '@me'}/${channel.id}/${message.id}`;
		const [first] = reply.message?.embeds[0]?.description?.split('\n> ') ?? [];
		expect(first).toBe(`Closest to [that message](${place}); no verdict on it`);
		expect(JSON.stringify(it.log)).not.toContain('I heard');
	});

	test('a long message is read to its end', async () => {
		const message = alice.post(`${'zebra '.repeat(300)}negative impact of peer-support`);
		expect(shown((await alice.useOn(message, 'Find in paper')).message)).toContain(LIMITATION);
	});

	test('of a forwarded message, what was forwarded is read', async () => {
		const snapshot = { message: { type: 0, content: 'negative impact of peer-support', embeds: [], attachments: [] } };
		const message = createMessage(it.discord.world, {
			channel: it.discord.channel,
			author: alice.user,
			body: { content: 'forwarded' },
			extra: {
				message_reference: { type: 1, channel_id: '2', message_id: '3' },
				message_snapshots: [snapshot],
			} as never,
		});
		message.content = '';
		expect(shown((await alice.useOn(message, 'Find in paper')).message)).toContain(LIMITATION);
	});

	test('a message without text', async () => {
		const { message } = await bob.type('/help');
		const reply = await alice.useOn(message as Message, 'Find in paper');
		expect(reply.ephemeral).toBe(true);
		expect(titles(reply.message)).toEqual(['That message has no text']);
	});
});

describe('/quiz', () => {
	test('each person answers for themselves; who started it reveals', async () => {
		const { message } = await alice.type('/quiz');
		const [sentence] = shown(message);
		expect(sentence).toBeDefined();
		expect(message?.embeds[0]?.footer).toBeUndefined();
		const buttons = labels(message);
		expect(buttons).toEqual([
			'Purpose',
			'Methods',
			'Findings',
			'Limitations',
			'Practical implications',
			'Social implications',
			'Originality',
			'Reveal',
		]);
		const guesses = await Promise.all(buttons.slice(0, -1).map((label) => bob.press(message, label ?? '')));
		expect(guesses.every(({ ephemeral }) => ephemeral)).toBe(true);
		expect(guesses.filter(({ message }) => titles(message)?.[0] === 'Yes, it stands there')).toHaveLength(1);
		expect(titles((await bob.press(message, 'Reveal')).message)).toEqual(['Not yours to reveal']);
		const revealed = await alice.press(message, 'Reveal');
		expect(revealed.outcome).toBe('updated');
		expect(shown(revealed.message)).toEqual([sentence]);
		expect(revealed.message?.embeds[0]?.footer?.text).toMatch(/ \d+ · Perrin/);
	});

	test.each(['in a server', 'in a direct message'])('started by a message %s, too', async (where) => {
		const asking = it.discord.member({ name: `quiz ${where}` });
		const channel = where === 'in a server' ? it.discord.channel : asking.dm;
		const message = await asking.say(channel === asking.dm ? 'quiz' : '@bot quiz', { in: channel, within: 10_000 });
		if (channel !== asking.dm)
			expect(titles((await bob.press(message, 'Reveal')).message)).toEqual(['Not yours to reveal']);
		const revealed = await asking.press(message, 'Reveal');
		expect(revealed.outcome).toBe('updated');
		expect(shown(revealed.message)).toEqual(shown(message));
	});

	test('what was asked for hidden is revealed hidden, and can be shared', async () => {
		const { message } = await alice.type('/quiz hide: True');
		const revealed = await alice.press(message, 'Reveal');
		expect(labels(revealed.message)).toContain('Share');
	});
});

describe('languages', () => {
	test('the bot speaks the language of the person, the paper its own', async () => {
		const dora = it.discord.member({ name: 'dora', locale: 'de' });
		const reply = await dora.type('/limitations paper: nope');
		expect(titles(reply.message)).toEqual(['Diesen Artikel gibt es hier nicht']);
		expect(shown((await dora.type('/limitations')).message)).toEqual([LIMITATION]);
		expect(titles((await it.discord.member({ name: 'ana', locale: 'es-419' }).type('/help')).message)).toEqual([
			'Un artículo, en sus propias palabras',
		]);
	});
});

describe('/discuss', () => {
	const prompts = (message: Message | undefined) =>
		message?.embeds.find(({ title }) => title === 'To discuss')?.description;
	const threads = () => [...it.discord.world.channels.values()].filter(({ kind }) => kind === 'thread');

	test('opens a thread under the reply with three prompts, each anchored to a passage', async () => {
		const before = threads().length;
		const reply = await alice.type('/discuss section: practical title: Peer support');
		expect(titles(reply.message)).toEqual(['Practical implications']);
		const message = await vi.waitFor(() => {
			const [thread] = threads().slice(before);
			expect(thread?.name).toBe('Peer support');
			const [first] = [...(thread?.messages.values() ?? [])].filter(({ embeds }) => embeds.length > 0);
			expect(first).toBeDefined();
			return first;
		}, 10_000);
		const lines = prompts(message)?.split('\n');
		expect(lines).toHaveLength(3);
		expect(lines?.map((line) => /\((Practical implications \d)\)$/.exec(line)?.[1]).sort()).toEqual([
			'Practical implications 1',
			'Practical implications 2',
			'Practical implications 3',
		]);
	});

	const places: [string, () => Channel][] = [
		['in a direct message', () => alice.dm],
		['in a private conversation', () => it.discord.addChannel({ name: 'two', kind: 'private', people: [alice, bob] })],
		[
			'without the right to show cards in it',
			() => {
				const channel = it.discord.addChannel({ name: 'no-cards' });
				channel.botPermissions &= ~PermissionFlagsBits.EmbedLinks;
				return channel;
			},
		],
		['without permissions', () => Object.assign(it.discord.addChannel({ name: 'locked' }), { botPermissions: 0n })],
	];
	test.each(places)('%s it is one message', async (_name, where) => {
		const before = threads().length;
		const reply = await alice.type('/discuss', { in: where() });
		expect(titles(reply.message)).toEqual(['Findings', 'To discuss']);
		expect(prompts(reply.message)?.split('\n')).toHaveLength(3);
		expect(threads()).toHaveLength(before);
	});

	test('where Discord refuses the thread, the prompts follow', async () => {
		it.discord.faults.rest = ({ path }) =>
			path.endsWith('/threads')
				? Response.json({ code: 160006, message: 'Maximum number of active threads reached' }, { status: 400 })
				: undefined;
		const reply = await alice.type('/discuss section: findings');
		const [more] = await reply.followedUp();
		it.discord.faults.rest = undefined;
		expect(prompts(more)?.split('\n')).toHaveLength(3);
	});

	test('reveal hides passage and prompts behind spoiler bars', async () => {
		const reply = await alice.type('/discuss section: limitations reveal: True hide: True');
		expect(reply.message?.embeds[0]?.description).toContain(`> ||${LIMITATION}||`);
		expect(shown(reply.message)).toEqual([LIMITATION]);
		for (const line of prompts(reply.message)?.split('\n') ?? [])
			expect(line).toMatch(/^\d\. \|\|.+\|\| \(Limitations 1\)$/);
	});
});
