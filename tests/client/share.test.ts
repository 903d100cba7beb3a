import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { startBot } from '../../src/discord/bot.ts';
import type { FaultAnswer } from '../../src/sandbox/faults.ts';
import type { Member } from '../../src/sandbox/member.ts';
import type { Reply } from '../../src/sandbox/reply.ts';
import type { Message, RequestRecord } from '../../src/sandbox/state.ts';
import { libraryOf, type Running, running } from '../running.ts';
import { labels, shown, titles } from './shown.ts';

let it: Running;
let alice: Member;
let bob: Member;
beforeAll(async () => {
	it = await running();
	alice = it.discord.member({ name: 'alice', installed: true });
	bob = it.discord.member({ name: 'bob' });
});
afterEach(() => {
	it.discord.faults.rest = undefined;
});
afterAll(() => it.close());

const openly = ({ followUps }: Reply) => followUps.filter(({ onlyFor, deleted }) => !onlyFor && !deleted);
const told = ({ followUps }: Reply) => followUps.filter(({ onlyFor, deleted }) => onlyFor && !deleted);

/** The message once it says that it was shared. */
const isMarked = (pressed: Reply) => pressed.until(({ message }) => labels(message).includes('Shared'));

const ask = (question: string) => () => alice.type(`/ask question: ${question} hide: True`);
const typed = (line: string) => () => alice.type(line);
const under = (line: string, button: string) => async () => alice.press((await alice.type(line)).message, button);

describe('every hidden answer can be shared as it stands', () => {
	const answers: Record<string, () => Promise<Reply>> = {
		'an answer': ask('what did they find?'),
		'the closest passage, which is none': ask('how many peer-support articles were in the sample?'),
		'a fact of the record': ask('who wrote it?'),
		'a section': typed('/findings hide: True'),
		'the whole abstract': typed('/abstract hide: True'),
		'what a search found': typed('/search words: support hide: True'),
		'a citation': typed('/cite hide: True'),
		'a file': typed('/cite format: bibtex hide: True'),
		'the record': typed('/paper hide: True'),
		'a discussion': typed('/discuss section: social hide: True'),
		'a covered discussion': typed('/discuss reveal: True hide: True'),
		'a quiz': typed('/quiz hide: True'),
		'the help page': typed('/help hide: True'),
		'what Find in paper found': () => alice.useOn(alice.post('does peer-support help?'), 'Find in paper'),
		'what Whole section shows': under('/ask question: what did they find?', 'Whole section'),
		'what Cite shows': under('/ask question: what did they find?', 'Cite'),
		'what Why this passage shows': under('/ask question: what did they find?', 'Why this passage'),
	};
	test.each(Object.entries(answers))('%s', async (_name, answer) => {
		const { message, ephemeral } = await answer();
		expect(ephemeral).toBe(true);
		const pressed = await alice.press(message, 'Share');
		const [posted, ...more] = await pressed.followedUp();
		expect(more).toEqual([]);
		expect(posted).toMatchObject({ embeds: message?.embeds, content: `Shared by <@${alice.user.id}>` });
		expect(posted?.onlyFor).toBeUndefined();
		expect(posted?.pings).toEqual({ everyone: false, users: [], roles: [] });
		expect(posted?.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
			message?.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
		);
		await isMarked(pressed);
		expect(labels(posted)).toEqual(labels(message).filter((label) => label !== 'Shared'));
	});

	test('what is no answer cannot be shared', async () => {
		for (const line of ['/findings paper: nope', '/ask question: 🙂', '/search words: zzz']) {
			const { message, ephemeral } = await alice.type(line);
			expect(ephemeral).toBe(true);
			expect(labels(message)).toEqual([]);
		}
	});
});

describe('however long the words are', () => {
	/** So many characters of which most are two UTF-16 units, with two words that the paper has. */
	const words = (length: number) => {
		const more = [...'prisons: „ünï“ ', ...'🧑🏽‍🎓漢字 '.repeat(length)].slice(0, length - 13);
		return ['peer-support ', ...more].join('');
	};
	const search = (length: number) => {
		const { id } = it.discord.registered().find(({ name }) => name === 'search') ?? {};
		const options = [
			{ name: 'words', type: 3, value: words(length) },
			{ name: 'hide', type: 5, value: true },
		];
		return it.discord.interact({ type: 2, user: alice.user, data: { id, name: 'search', type: 1, options } });
	};
	test.each([85, 100, 300])('/search with %i characters, on any page', async (length) => {
		expect([...words(length)]).toHaveLength(length);
		const { message } = await search(length);
		expect(labels(message)).toContain('Next');
		const turned = await alice.press(message, 'Next');
		const second = shown(turned.message);
		expect(second.length).toBeGreaterThan(0);
		const pressed = await alice.press(message, 'Share');
		const [posted] = await pressed.followedUp();
		expect(shown(posted)).toEqual(second);
		await isMarked(pressed);
		const back = await alice.press(posted, 'Previous');
		expect(back.outcome).toBe('updated');
		const first = shown(posted);
		expect(first).not.toEqual(second);
		// The mark stays when the page is turned: whoever wants the rest turns what was shared.
		expect(labels((await alice.press(message, 'Previous')).message)).toContain('Shared');
		expect(shown(message)).toEqual(first);
	});

	test('/ask with as many as it takes', async () => {
		const question = `what did they find? ${'🙂'.repeat(140)}`;
		const { message } = await alice.type(`/ask question: ${question} hide: True`);
		const [posted] = await (await alice.press(message, 'Share')).followedUp();
		expect(shown(posted)).toEqual(shown(message));
		expect(shown(posted).length).toBeGreaterThan(0);
	});
});

describe('once', () => {
	test('pressed twice at once: posted once, and the other press says so', async () => {
		const { message } = await alice.type('/findings hide: True');
		const [one, other] = (await Promise.all([alice.press(message, 'Share'), alice.press(message, 'Share')])).sort(
			(a, b) => b.outcome.localeCompare(a.outcome),
		);
		expect([one?.outcome, other?.outcome]).toEqual(['updated', 'replied']);
		expect(titles(other?.message)).toEqual(['It is shared already']);
		expect(openly(one as Reply)).toHaveLength(1);
		expect(openly(other as Reply)).toEqual([]);
	});

	test('pressed again: it says that it is shared', async () => {
		const { message } = await alice.type('/findings hide: True');
		await isMarked(await alice.press(message, 'Share'));
		for (const id of ['Shared', 'share:']) {
			const again = id === 'Shared' ? await alice.press(message, id) : await alice.forge(message as Message, id);
			expect(again).toMatchObject({ outcome: 'replied', ephemeral: true, followUps: [] });
			expect(titles(again.message)).toEqual(['It is shared already']);
		}
	});
});

const isPost = ({ method, path, body }: RequestRecord) =>
	method === 'POST' &&
	/\/webhooks\/\d+\/[^/]+$/.test(path) &&
	/^Shared/.test((body as { content?: string })?.content ?? '');

const isOf = ({ interaction }: Reply, { path }: RequestRecord) => path.includes(interaction.token);

/** Whatever is posted meets this fault. */
function strike(fault: () => FaultAnswer): void {
	it.discord.faults.rest = (request) => (isPost(request) ? fault() : undefined);
}

const refusal = (status: number, code: number, message: string) => () => Response.json({ code, message }, { status });

describe('where posting fails, it is said, nothing is marked, and it can be tried again', () => {
	const FAULTS: [what: string, fault: () => FaultAnswer, says: string][] = [
		['a permission is missing', refusal(403, 50013, 'Missing Permissions'), 'I may not post here'],
		['Discord refuses the message', refusal(400, 200000, 'Blocked by AutoMod'), 'It was not shared'],
		['Discord has an error', () => new Response('oops', { status: 500 }), 'I cannot tell whether it was shared'],
		['the connection is cut', () => 'reset', 'I cannot tell whether it was shared'],
	];
	test.each(FAULTS)('%s', async (_what, fault, says) => {
		const { message } = await alice.type('/limitations hide: True');
		strike(fault);
		const pressed = await alice.press(message, 'Share');
		const [note] = await pressed.followedUp(1, 8000);
		expect(note?.onlyFor).toBe(alice.user.id);
		expect(titles(note)).toEqual([says]);
		expect(openly(pressed)).toEqual([]);
		expect(labels(message)).toContain('Share');
		it.discord.faults.rest = undefined;
		const again = await alice.press(message, 'Share');
		await isMarked(again);
		expect(openly(again).map(shown)).toEqual([shown(message)]);
	});

	test.each(['done, reset', 'done, 503'] as const)(
		'its answer is lost (%s): it stands there once, and the person is told to look',
		async (fault) => {
			const { message } = await alice.type('/limitations hide: True');
			strike(() => fault);
			const pressed = await alice.press(message, 'Share');
			await pressed.followedUp(2, 10_000);
			expect(openly(pressed)).toHaveLength(1);
			expect(told(pressed).map(titles)).toEqual([['I cannot tell whether it was shared']]);
			expect(it.discord.requests.filter((one) => isPost(one) && isOf(pressed, one))).toHaveLength(1);
		},
	);

	test('its answer is cut in half: it is shared, marked, and nothing more is said', async () => {
		const { message } = await alice.type('/limitations hide: True');
		strike(() => 'done, half');
		const pressed = await alice.press(message, 'Share');
		await isMarked(pressed);
		expect(openly(pressed).map(shown)).toEqual([shown(message)]);
		expect(told(pressed)).toEqual([]);
	});

	test('pressed twice at once: both are told, and a third press posts', async () => {
		const { message } = await alice.type('/limitations hide: True');
		strike(refusal(400, 200000, 'Blocked by AutoMod'));
		const both = await Promise.all([alice.press(message, 'Share'), alice.press(message, 'Share')]);
		const [one, other] = both.sort((a, b) => b.outcome.localeCompare(a.outcome));
		await one?.followedUp();
		expect(told(one as Reply).map(titles)).toEqual([['It was not shared']]);
		expect(titles(other?.message)).toEqual(['It was not shared']);
		it.discord.faults.rest = undefined;
		const third = await alice.press(message, 'Share');
		await isMarked(third);
		expect(openly(third)).toHaveLength(1);
	});

	test('the press comes too late: the next one posts', async () => {
		const { message } = await alice.type('/limitations hide: True');
		it.discord.faults.rest = ({ path }) =>
			path.endsWith('/callback') ? refusal(404, 10062, 'Unknown interaction')() : undefined;
		expect((await alice.press(message, 'Share')).outcome).toBe('did not respond');
		it.discord.faults.rest = undefined;
		const again = await alice.press(message, 'Share');
		await isMarked(again);
		expect(openly(again)).toHaveLength(1);
	});

	test('an attached file does not come: nothing is posted', async () => {
		const { message } = await alice.type('/cite format: ris hide: True');
		const [attachment] = message?.attachments ?? [];
		const { url = '' } = attachment ?? {};
		if (attachment) attachment.url = `${it.discord.world.origin}/attachments/1/2/gone.ris`;
		const pressed = await alice.press(message, 'Share');
		await pressed.followedUp();
		expect([openly(pressed), told(pressed).map(titles)]).toEqual([[], [['It was not shared']]]);
		if (attachment) attachment.url = url;
		await isMarked(await alice.press(message, 'Share'));
	});
});

test('where the mark cannot be set: it is shared once, no apology, one line in the log', async () => {
	const { message } = await alice.type('/limitations hide: True');
	it.discord.faults.rest = ({ method, path }) =>
		method === 'PATCH' && decodeURIComponent(path).endsWith('/@original')
			? refusal(400, 50035, 'Invalid Form Body')()
			: undefined;
	const pressed = await alice.press(message, 'Share');
	await pressed.followedUp();
	const again = await alice.press(message, 'Share');
	expect(titles(again.message)).toEqual(['It is shared already']);
	expect(pressed.followUps).toHaveLength(1);
	expect(again.followUps).toEqual([]);
	expect(it.log.filter(({ interaction }) => interaction === pressed.interaction.id)).toMatchObject([
		{ level: 40, msg: 'it could not be marked' },
	]);
});

describe('in a server that does not have the app', () => {
	test('it is posted where the person may use such apps openly', async () => {
		const elsewhere = it.discord.addChannel({ name: 'open', kind: 'elsewhere' });
		const { message } = await alice.type('/limitations hide: True', { in: elsewhere });
		const pressed = await alice.press(message, 'Share');
		await isMarked(pressed);
		expect(openly(pressed).map(shown)).toEqual([shown(message)]);
	});

	test('where they may not, nothing is posted, and it says so', async () => {
		const elsewhere = it.discord.addChannel({ name: 'closed', kind: 'elsewhere' });
		elsewhere.botPermissions = 0n;
		const { message } = await alice.type('/limitations hide: True', { in: elsewhere });
		const reply = await alice.press(message, 'Share');
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true, followUps: [] });
		expect(titles(reply.message)).toEqual(['I may not post here']);
		expect(labels(message)).toContain('Share');
	});

	test('where Discord hides it though it was allowed: the hidden copy is taken back, and it says so', async () => {
		const elsewhere = it.discord.addChannel({ name: 'closing', kind: 'elsewhere' });
		const { message } = await alice.type('/limitations hide: True', { in: elsewhere });
		strike(() => {
			elsewhere.botPermissions = 0n;
			return undefined;
		});
		const pressed = await alice.press(message, 'Share');
		await pressed.followedUp(2);
		expect(openly(pressed)).toEqual([]);
		expect(told(pressed).map(titles)).toEqual([['I may not post here']]);
		expect(labels(message)).toContain('Share');
	});
});

describe('what cannot be shared', () => {
	test('a passage of a paper that is no longer here', async () => {
		const { message } = await alice.type('/limitations hide: True');
		const { corpus, ...rest } = libraryOf();
		it.swap({ ...rest, corpus: { ...corpus, papers: new Map() } });
		const reply = await alice.press(message, 'Share');
		it.swap({ ...rest, corpus });
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true, followUps: [] });
		expect(titles(reply.message)).toEqual(['This button no longer works']);
	});

	test('what all see already, with a forged button', async () => {
		const { message } = await bob.type('/limitations');
		const reply = await alice.forge(message as Message, 'share:');
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true, followUps: [] });
		expect(titles(reply.message)).toEqual(['This button no longer works']);
	});
});

test('after a restart, a button from before works', async () => {
	const { message } = await alice.type('/search words: support hide: True');
	await it.bot.stop();
	const library = libraryOf();
	const settings = { token: it.discord.token, apiUrl: it.discord.url };
	const restarted = await startBot(settings, commands, () => library, pino({ level: 'silent' }));
	const pressed = await alice.press(message, 'Share');
	await isMarked(pressed);
	expect(openly(pressed).map(shown)).toEqual([shown(message)]);
	await restarted.stop();
	await library.citer.close();
});
