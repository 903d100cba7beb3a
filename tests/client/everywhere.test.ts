import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../src/sandbox/member.ts';
import type { Channel } from '../../src/sandbox/state.ts';
import { type Running, running } from '../running.ts';
import { soon } from '../soon.ts';
import { LIMITATION, shown, titles } from './shown.ts';

let it: Running;
let alice: Member;
let bob: Member;
beforeAll(async () => {
	it = await running();
	alice = it.discord.member({ name: 'alice', installed: true });
	bob = it.discord.member({ name: 'bob', installed: true });
});
afterAll(() => it.close());

const threadsOf = (channel: Channel) =>
	[...it.discord.world.channels.values()].filter(({ parentId }) => parentId === channel.id);
const saidIn = (channel: Channel) => [...channel.messages.values()].filter(({ author }) => author.bot);

/** Where the bot is used, and what it can do there: `sees` messages, opens a `thread`. */
type Place = { name: string; make: () => Channel; sees?: boolean; thread?: boolean };

const PLACES: Place[] = [
	{ name: 'a server', make: () => it.discord.addChannel({ name: 'seminar' }), sees: true, thread: true },
	{
		name: 'a server without any permission',
		make: () => Object.assign(it.discord.addChannel({ name: 'locked' }), { botPermissions: 0n }),
	},
	{ name: 'a direct message', make: () => alice.dm, sees: true },
	{ name: 'a server without the bot', make: () => it.discord.addChannel({ name: 'not-ours', kind: 'elsewhere' }) },
	{
		name: 'a conversation of people',
		make: () => it.discord.addChannel({ name: 'us', kind: 'private', people: [alice, bob] }),
	},
];

describe.each(PLACES)('in $name', ({ make, sees = false, thread = false }) => {
	let place: Channel;
	beforeAll(() => {
		place = make();
	});
	const here = () => ({ in: place });

	test('/ask, and its buttons, each for the presser alone', async () => {
		const asked = await alice.type('/ask question: what should future research look at?', here());
		expect(asked).toMatchObject({ outcome: 'replied', ephemeral: false });
		expect(shown(asked.message)[0]).toBe(LIMITATION);
		for (const [button, words] of [
			['Whole section', LIMITATION],
			['Cite', 'Perrin, C., Frost, A., & Ware, J. B. (2018).'],
			['Why this passage', 'future, research, look'],
		] as const) {
			const pressed = await alice.press(asked.message, button);
			expect(pressed).toMatchObject({ outcome: 'replied', ephemeral: true, followUps: [] });
			expect(JSON.stringify(pressed.message?.embeds)).toContain(words);
		}
	});

	test('Share: once, with who shared it', async () => {
		const { message } = await alice.type('/limitations hide: True', here());
		const pressed = await alice.press(message, 'Share');
		const [posted] = await pressed.followedUp();
		expect(posted).toMatchObject({ content: `Shared by <@${alice.user.id}>` });
		expect(posted?.onlyFor).toBeUndefined();
		expect(shown(posted)).toEqual([LIMITATION]);
		expect(posted?.pings).toEqual({ everyone: false, users: [], roles: [] });
		await pressed.until(() => JSON.stringify(message?.components).includes('Shared'));
		expect(titles((await alice.press(message, 'Shared')).message)).toEqual(['It is shared already']);
		expect(saidIn(place).filter(({ id }) => id === posted?.id)).toHaveLength(1);
	});

	test('Find in paper: for who asked alone', async () => {
		const said = alice.post('I heard that peer-support has negative effects in prison', here());
		const reply = await alice.useOn(said, 'Find in paper');
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true, followUps: [] });
		expect(shown(reply.message)).toContain(LIMITATION);
	});

	test('/quiz: guesses hidden, Reveal for all', async () => {
		const { message } = await alice.type('/quiz', here());
		expect(shown(message)).toHaveLength(1);
		const guess = await alice.press(message, 'Purpose');
		expect(guess).toMatchObject({ outcome: 'replied', ephemeral: true, followUps: [] });
		const revealed = await alice.press(message, 'Reveal');
		expect(revealed.outcome).toBe('updated');
		expect(revealed.message?.embeds[0]?.fields).toHaveLength(1);
	});

	test(`/discuss: ${thread ? 'opens a thread' : 'one message'}`, async () => {
		const reply = await alice.type('/discuss section: limitations', here());
		expect(titles(reply.message)).toEqual(['Research limitations/implications', ...(thread ? [] : ['To discuss'])]);
		if (thread) await soon(() => threadsOf(place).some((one) => saidIn(one).length > 0));
		expect(threadsOf(place)).toHaveLength(thread ? 1 : 0);
		expect(reply.followUps).toEqual([]);
	});

	test('/help: commands to click on', async () => {
		const reply = await alice.type('/help', here());
		expect(reply.outcome).toBe('replied');
		expect(JSON.stringify(reply.message?.embeds)).toMatch(/<\/limitations:\d+>/);
	});

	test(`a mention: ${sees ? 'answered' : 'not seen, or not answered, and nothing breaks'}`, async () => {
		const said = await alice.say('@bot limitations', { in: place, within: sees ? 10_000 : 300 });
		expect(sees ? shown(said) : said).toEqual(sees ? [LIMITATION] : undefined);
	});
});

test('in all of these places nothing went wrong but messages that may not be sent', () => {
	const lines = it.log.filter(({ level }) => Number(level) >= 40).map(({ msg }) => msg);
	expect(new Set(lines)).toEqual(new Set(['a message could not be answered']));
});
