import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Member } from '../../src/sandbox/member.ts';
import type { RequestRecord } from '../../src/sandbox/state.ts';
import { CLOSE, expectInert, NASTY, OPEN } from '../inert.ts';
import { type Running, running } from '../running.ts';
import { soon } from '../soon.ts';

let it: Running;
/** Whose very name is no name. */
let eve: Member;
beforeAll(async () => {
	it = await running();
	eve = it.discord.member({ name: `${OPEN}@everyone **||<@&1>\u202e${CLOSE}`, installed: true });
});
afterAll(() => it.close());

/** What a request sends for people to see: a message, or a thread with its name. */
function sentIn({ method, path, body }: RequestRecord): Parameters<typeof expectInert>[0][] {
	if (method === 'GET' || path.includes('/commands') || typeof body !== 'object' || body === null) return [];
	return ['data' in body ? (body.data as object) : body];
}

const texts = [...NASTY, NASTY.join(' '), NASTY.join('')].map((nasty) => OPEN + nasty.slice(0, 90) + CLOSE);

test('whatever is typed, wherever it can be typed, what is sent to Discord is inert', async () => {
	const slash = commands.flatMap((one) => ('run' in one ? [one.body] : []));
	const fields = slash.flatMap(({ name, options = [] }) =>
		options.filter(({ type, choices }) => type === 3 && !choices).map((option) => ({ name, options, option })),
	);
	const ids = new Map(it.discord.registered().map(({ name, id }) => [name, id]));
	for (const text of texts) {
		for (const { name, options, option } of fields) {
			const given = options.filter((one) => one === option || one.required);
			const values = given.map((one) => ({ name: one.name, type: one.type, value: one === option ? text : 'peer' }));
			const data = { id: ids.get(name), name, type: 1, options: values };
			const reply = await it.discord.interact({ type: 2, user: eve.user, data });
			expect(['replied', 'thinking']).toContain(reply.outcome);
		}
		const reply = await eve.useOn(eve.post(text), 'Find in paper');
		expect(reply.outcome).toBe('replied');
	}
	for (const [i, text] of texts.entries()) {
		const member = it.discord.member({ name: `speaker-${i}` });
		await member.say(`@bot ${text}`, { within: 10_000 });
		await member.say(text, { in: member.dm, within: 10_000 });
	}
	const { message } = await eve.type('/limitations hide: True');
	await (await eve.press(message, 'Share')).followedUp();
	await soon(() => [...it.discord.world.channels.values()].some(({ kind }) => kind === 'thread'));
	const sent = it.discord.requests.flatMap(sentIn);
	expect(sent.length).toBeGreaterThan(texts.length * (fields.length + 3));
	const shown = sent.reduce((sum, one) => sum + expectInert(one, eve.user.id), 0);
	// What was typed is shown, here and there, or there would be nothing to see.
	expect(shown).toBeGreaterThan(texts.length);
	for (const { kind, name } of it.discord.world.channels.values()) if (kind === 'thread') expectInert({ name });
	expect(it.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
}, 60_000);
