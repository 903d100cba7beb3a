import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Member } from '../../src/sandbox/member.ts';
import type { Channel, Message } from '../../src/sandbox/state.ts';
import { type Running, running } from '../running.ts';
import { labels, shown, titles } from './shown.ts';

let it: Running;
let alice: Member;
let bob: Member;
beforeAll(async () => {
	it = await running();
	alice = it.discord.member({ name: 'alice', installed: true });
	bob = it.discord.member({ name: 'bob' });
});
afterAll(() => it.close());

const LIMITATION = 'More research on the potential negative impact of peer-support in carceral setting is needed.';

describe('@mention and direct message', () => {
	test('the text after the mention is a question; the author is not pinged', async () => {
		const reply = await it.discord.member({ name: 'carol' }).say('@bot what are the limitations?', { within: 10_000 });
		expect(shown(reply)).toContain(LIMITATION);
		expect(reply?.message_reference).toBeDefined();
		expect(reply?.pings).toEqual({ everyone: false, users: [], roles: [] });
	});

	test.each(['@bot /limitations', '@bot limitations', 'LIMITATIONS @bot'])('%s gives the section', async (text) => {
		expect(shown(await it.discord.member({ name: 'dave' }).say(text, { within: 10_000 }))).toEqual([LIMITATION]);
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
		for (let i = 0; i < 7; i += 1) answers.push(await grace.say('limitations', { in: grace.dm, within: 300 }));
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

	test('without the right to send, nothing breaks', async () => {
		const channel = it.discord.addChannel({ name: 'read-only' });
		channel.botPermissions = 0n;
		expect(await bob.say('@bot limitations', { in: channel, within: 300 })).toBeUndefined();
		expect((await bob.type('/limitations')).outcome).toBe('replied');
	});
});

describe('Share', () => {
	const places: [string, () => Channel | undefined][] = [
		['in a server', () => undefined],
		['in a direct message', () => alice.dm],
		['in a private conversation', () => it.discord.addChannel({ name: 'us', kind: 'private', people: [alice, bob] })],
	];
	test.each(places)('%s: the same passages for all, once', async (_name, where) => {
		const channel = where();
		const hidden = await alice.type('/limitations hide: True', channel ? { in: channel } : {});
		const pressed = await alice.press(hidden.message, 'Share');
		const [posted] = await pressed.followedUp();
		expect(posted?.onlyFor).toBeUndefined();
		expect(shown(posted)).toEqual([LIMITATION]);
		expect(posted?.content).toBe(`Shared by <@${alice.user.id}>`);
		expect(posted?.pings).toEqual({ everyone: false, users: [], roles: [] });
		await pressed.until(({ message }) => labels(message).includes('Shared'));
		const again = await alice.press(hidden.message, 'Shared');
		expect(again).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(titles(again.message)).toEqual(['It is shared already']);
	});

	test('pressed twice at once: shared once, and each press has its answer', async () => {
		const { message } = await alice.type('/findings hide: True');
		const both = await Promise.all([alice.press(message, 'Share'), alice.press(message, 'Share')]);
		expect(both.map(({ outcome }) => outcome).sort()).toEqual(['replied', 'updated']);
		const posted = both.flatMap(({ followUps }) => followUps).filter(({ onlyFor }) => !onlyFor);
		expect(posted.length).toBeLessThanOrEqual(1);
	});

	test('where the app may not post: it says so, and nothing is marked as shared', async () => {
		const elsewhere = it.discord.addChannel({ name: 'not-ours', kind: 'elsewhere' });
		elsewhere.botPermissions = 0n;
		const { message } = await alice.type('/limitations hide: True', { in: elsewhere });
		const reply = await alice.press(message, 'Share');
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(titles(reply.message)).toEqual(['I may not post here']);
	});
});

describe('Find in paper', () => {
	test.each(['server', 'dm'])('the closest passages, hidden, with no verdict (%s)', async (where) => {
		const channel = where === 'dm' ? alice.dm : it.discord.channel;
		const message = alice.post('I heard that peer-support has negative effects in prison', { in: channel });
		const reply = await alice.useOn(message, 'Find in paper');
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(shown(reply.message)).toContain(LIMITATION);
		expect(reply.message?.embeds[0]?.description).toMatch(/^Closest to that message; no verdict on it\n> /);
		expect(JSON.stringify(it.log)).not.toContain('I heard');
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
		});
		const lines = prompts(message)?.split('\n');
		expect(lines).toHaveLength(3);
		expect(lines?.map((line) => /\((Practical implications \d)\)$/.exec(line)?.[1])).toEqual([
			'Practical implications 1',
			'Practical implications 2',
			'Practical implications 3',
		]);
	});

	const places: [string, () => Channel][] = [
		['in a direct message', () => alice.dm],
		['in a private conversation', () => it.discord.addChannel({ name: 'two', kind: 'private', people: [alice, bob] })],
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
