import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command, Option } from '../../src/discord/command.ts';
import { quotations } from '../../src/discord/markdown.ts';
import { EDGE_BUTTONS } from '../../src/discord/press.ts';
import type { Member } from '../../src/sandbox/member.ts';
import type { Reply } from '../../src/sandbox/reply.ts';
import type { Channel, Message } from '../../src/sandbox/state.ts';
import { libraryOf, type Running, running } from '../running.ts';

let it: Running;
let people: Member[];
/** In the server, among themselves, and with the bot. */
let places: ((person: Member) => Channel)[];
beforeAll(async () => {
	it = await running();
	people = ['ann', 'bo'].map((name) =>
		it.discord.member({ name, installed: true, locale: name === 'bo' ? 'fr' : 'en-US' }),
	);
	const us = it.discord.addChannel({ name: 'us', kind: 'private', people });
	places = [() => it.discord.channel, () => us, ({ dm }) => dm];
});
afterAll(() => it.close());

/** What people type, and what they should not. */
const text = fc.oneof(
	fc.constantFrom(
		'what did they find?',
		'peer-support',
		'@everyone',
		'<@&1>',
		'||x||',
		'```',
		'[a](http://b)',
		'\u202e',
		'\u200b',
		'who wrote it?',
		'🙂',
		'of the',
	),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
);

/** Every option of a command, each given or not. */
const givenTo = (option: Option): fc.Arbitrary<string | boolean> => {
	if (option.choices) return fc.constantFrom(...option.choices.map(({ value }) => value));
	return option.type === 5 ? fc.boolean() : text;
};
const slash = commands.filter((command): command is Command => 'run' in command);
const typed = fc.constantFrom(...slash).chain(({ body }) =>
	fc
		.tuple(
			...(body.options ?? []).map((option) =>
				option.required ? givenTo(option) : fc.option(givenTo(option), { nil: undefined }),
			),
		)
		.map((values) => {
			const given = values.flatMap((value, i) =>
				value === undefined ? [] : [{ option: body.options?.[i] as Option, value }],
			);
			return {
				name: body.name,
				options: given.map(({ option, value }) => ({ name: option.name, type: option.type, value })),
			};
		}),
);
/** Buttons that there are, with whatever somebody might put behind their names. */
const forged = fc
	.tuple(
		fc.constantFrom(...slash.flatMap(({ buttons = {} }) => Object.keys(buttons)), ...EDGE_BUTTONS),
		fc.constantFrom('', 'perrin-2018-peer-support:', 'perrin-2018-peer-support:findings.1:', 'gone:', '0:'),
		fc.oneof(text, fc.constantFrom('', 'findings', 'findings.1', 'search:::', '-')),
	)
	.map(([name, start, rest]) => `${name}:${start}${rest}`);
/** Options that complete while they are typed. */
const completed = fc.constantFrom(
	...slash.flatMap(({ body }) =>
		(body.options ?? []).filter(({ autocomplete }) => autocomplete).map(({ name }) => `/${body.name} ${name}:`),
	),
);
const action = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ kind: fc.constant('command' as const), typed }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('press' as const), which: fc.nat(20) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('forge' as const),
			id: fc.oneof(text, forged),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('complete' as const), line: completed, text }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('find' as const), text }) },
);
const step = fc.record({ action, who: fc.nat(1), where: fc.nat(2) });

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Undefined: Discord would not let them. */
async function act({ action, who, where }: Step, last: Message | undefined): Promise<Reply | undefined> {
	const person = people[who] as Member;
	const channel = places[where]?.(person) as Channel;
	if (action.kind === 'command') {
		const command = it.discord.registered().find(({ name }) => name === action.typed.name);
		const data = { id: command?.id, type: 1, ...action.typed };
		return it.discord.interact({ user: person.user, channel, locale: person.locale, type: 2, data });
	}
	if (action.kind === 'find') {
		return isBlank(action.text) ? undefined : person.useOn(person.post(action.text, { in: channel }), 'Find in paper');
	}
	if (action.kind === 'complete') {
		const choices = await person.complete(action.line + action.text.replaceAll(/[\n:]/g, ' '), { in: channel });
		expect(choices.length).toBeLessThanOrEqual(25);
		return undefined;
	}
	if (!last || (last.onlyFor && last.onlyFor !== person.user.id)) return undefined;
	if (action.kind === 'forge') return person.forge(last, action.id.slice(0, 100));
	const ids = (last.components ?? []).flatMap((row) =>
		'components' in row
			? row.components.flatMap((one) => ('custom_id' in one && !isDisabled(one) ? [String(one.custom_id)] : []))
			: [],
	);
	const id = ids[action.which % Math.max(1, ids.length)];
	return id === undefined ? undefined : person.press(last, id);
}

const isDisabled = (component: object) => 'disabled' in component && component.disabled === true;

const isBlank = (text: string) => text.trim() === '';

test('whatever people do, in whatever order, two at a time: one first response each, every quotation a slice of the record, nobody pinged', async () => {
	const { record } = libraryOf().corpus.main;
	let count = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(step, step), { minLength: 10, maxLength: 30 }), async (pairs) => {
			let last: Message | undefined;
			for (const pair of pairs) {
				const replies = await Promise.all(pair.map((one) => act(one, last)));
				for (const reply of replies) {
					if (!reply) continue;
					count += 1;
					expect(['replied', 'updated']).toContain(reply.outcome);
					last = reply.message ?? last;
				}
			}
		}),
		{ numRuns: 600 },
	);
	expect(count).toBeGreaterThan(10_000);
	const callbacks = it.discord.requests.filter(({ path }) => path.endsWith('/callback'));
	expect(callbacks.every(({ status }) => status === 204 || status === 200)).toBe(true);
	expect(new Set(callbacks.map(({ path }) => path)).size).toBe(callbacks.length);
	// A share posts one message more, a discussion without a thread its prompts; nothing else says more than once.
	const more = it.discord.requests.filter(({ method, path }) => method === 'POST' && /\/webhooks\//.test(path));
	expect(new Set(more.map(({ path }) => path)).size).toBe(more.length);
	const messages = [...it.discord.world.channels.values()].flatMap((channel) => [...channel.messages.values()]);
	const said = messages.filter(({ author }) => author.id === it.discord.world.bot.id);
	expect(said.length).toBeGreaterThan(5000);
	for (const { pings, embeds } of said) {
		expect(pings).toEqual({ everyone: false, users: [], roles: [] });
		const texts = embeds.flatMap(({ description = '', fields = [] }) => [
			description,
			...fields.map(({ value }) => value),
		]);
		for (const quotation of texts.flatMap(quotations)) expect(record).toContain(quotation);
	}
	expect(it.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
}, 240_000);
