import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { EDGE_BUTTONS } from '../../src/discord/press.ts';
import type { Member } from '../../src/sandbox/member.ts';
import type { Message } from '../../src/sandbox/state.ts';
import { type Running, running } from '../running.ts';
import { customIds } from './shown.ts';

let it: Running;
let alice: Member;
let bob: Member;
beforeAll(async () => {
	it = await running();
	alice = it.discord.member({ name: 'alice' });
	bob = it.discord.member({ name: 'bob' });
});
afterAll(() => it.close());

/** From when Discord counts the milliseconds in its ids. */
const EPOCH = Date.parse('2015-01-01T00:00:00Z');

/** Every button by the name that starts its custom_id: what is typed to have one, its label, what its press does. */
const BUTTONS: Record<string, { type: string; label: string; does: 'replied' | 'updated'; first?: string }> = {
	section: { type: '/ask question: what did they find?', label: 'Whole section', does: 'replied' },
	cite: { type: '/findings', label: 'Cite', does: 'replied' },
	why: { type: '/ask question: what did they find?', label: 'Why this passage', does: 'replied' },
	quiz: { type: '/quiz', label: 'Purpose', does: 'replied' },
	reveal: { type: '/quiz', label: 'Reveal', does: 'updated' },
	turn: { type: '/search words: peer', label: 'Next', does: 'updated' },
	share: { type: '/findings hide: True', label: 'Share', does: 'updated' },
	shared: { type: '/findings hide: True', label: 'Shared', does: 'replied', first: 'Share' },
};
/** These make a reply again, page by page: no button alone has them, but one can be forged. */
const BEHIND_PAGES = ['search', 'paper'];
const names = [...Object.keys(BUTTONS), ...BEHIND_PAGES];

test('each button that there is stands in the table', () => {
	const own = commands.flatMap((command) => ('run' in command ? Object.keys(command.buttons ?? {}) : []));
	expect([...names].sort()).toEqual([...own, ...EDGE_BUTTONS].sort());
});

async function withButton(name: string): Promise<Message | undefined> {
	const { type, first } = BUTTONS[name] ?? { type: '' };
	const { message } = await alice.type(type);
	const there = () => customIds(message).some((id) => id.startsWith(`${name}:`));
	if (first !== undefined) await (await alice.press(message, first)).until(there);
	expect(there()).toBe(true);
	return message;
}

const labelOf = (name: string) => BUTTONS[name]?.label ?? '';

/** Nothing was thrown, and what was said was said once. */
function expectCalm(since: number): void {
	expect(it.log.slice(since).filter(({ level }) => Number(level) >= 40)).toEqual([]);
}

/** Those under what all see; Share and its mark stand under what one person sees. */
const SEEN = Object.keys(BUTTONS).filter((name) => !['share', 'shared'].includes(name));

test.each(SEEN)('the button %s, pressed by somebody else: an answer for them alone', async (name) => {
	const since = it.log.length;
	const message = await withButton(name);
	const reply = await bob.press(message, labelOf(name));
	expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true, followUps: [] });
	expectCalm(since);
});

describe.each(Object.keys(BUTTONS))('the button %s', (name) => {
	test('pressed twice at once: each press has one answer', async () => {
		const since = it.log.length;
		const message = await withButton(name);
		const label = labelOf(name);
		const both = await Promise.all([alice.press(message, label), alice.press(message, label)]);
		for (const { outcome } of both) expect(['replied', 'updated']).toContain(outcome);
		expect(both.some(({ outcome }) => outcome === BUTTONS[name]?.does)).toBe(true);
		for (const reply of both) if (reply.outcome === 'replied') expect(reply.ephemeral).toBe(true);
		expectCalm(since);
	});

	test('on a message of a year ago: as on one of today', async () => {
		const since = it.log.length;
		const message = await withButton(name);
		if (!message) throw new Error('no message');
		const then = Date.now() - 366 * 24 * 3600 * 1000;
		const { messages } = it.discord.channel;
		messages.delete(message.id);
		message.id = String(BigInt(then - EPOCH) << 22n);
		message.timestamp = new Date(then).toISOString();
		messages.set(message.id, message);
		const reply = await alice.press(message, labelOf(name));
		expect(reply.outcome).toBe(BUTTONS[name]?.does);
		expectCalm(since);
	});
});

describe.each(names)('the button %s', (name) => {
	const STATES = [
		'',
		':',
		'::::',
		'gone-2019:findings',
		'perrin-2018-peer-support',
		'perrin-2018-peer-support:nonsense:nonsense',
		'__proto__:constructor',
		'toString',
		'99999:x',
		'-1:perrin',
		'@everyone <@&1> ||x|| [a](http://b)',
		'\u202egnorw\u200b\u0000\n> x',
		'🙂'.repeat(40),
	];
	test.each(STATES)('forged with the state %j: one clear answer, hidden', async (state) => {
		const since = it.log.length;
		const { message } = await alice.type('/findings');
		const reply = await alice.forge(message as Message, `${name}:${state}`.slice(0, 100));
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true, followUps: [] });
		expect(reply.message?.embeds[0]?.title).toBeTruthy();
		expect(reply.message?.embeds[0]?.title).not.toBe('That did not work');
		expectCalm(since);
	});

	test('without a colon, too', async () => {
		const { message } = await alice.type('/findings');
		const reply = await alice.forge(message as Message, name);
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true, followUps: [] });
	});
});
