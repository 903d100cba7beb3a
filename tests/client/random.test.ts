import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command, Option } from '../../src/discord/command.ts';
import { quotations } from '../../src/discord/markdown.ts';
import type { Member } from '../../src/sandbox/member.ts';
import type { Reply } from '../../src/sandbox/reply.ts';
import type { Channel, Message } from '../../src/sandbox/state.ts';
import { type Running, running } from '../running.ts';

let it: Running;
let people: Member[];
let places: Channel[];
beforeAll(async () => {
	it = await running();
	people = ['ann', 'bo'].map((name) =>
		it.discord.member({ name, installed: true, locale: name === 'bo' ? 'fr' : 'en-US' }),
	);
	places = [it.discord.channel, it.discord.addChannel({ name: 'us', kind: 'private', people })];
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
const valueOf = (option: Option): fc.Arbitrary<string | boolean> => {
	if (option.choices) return fc.constantFrom(...option.choices.map(({ value }) => value));
	return option.type === 5 ? fc.boolean() : text;
};
const slash = commands.filter((command): command is Command => 'run' in command && command.body.name !== 'cite');
const typed = fc.constantFrom(...slash).chain(({ body }) =>
	fc
		.tuple(
			...(body.options ?? []).map((option) =>
				option.required ? valueOf(option) : fc.option(valueOf(option), { nil: undefined }),
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
const action = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ kind: fc.constant('command' as const), typed }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('press' as const), which: fc.nat(20) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('forge' as const),
			id: fc.oneof(
				text,
				text.map((state) => `section:${state}`),
				text.map((state) => `passages:perrin-2018-peer-support:${state}`),
			),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('find' as const), text }) },
);
const step = fc.record({ action, who: fc.nat(1), where: fc.nat(1) });

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function act({ action, who, where }: Step, last: Message | undefined): Promise<Reply | undefined> {
	const person = people[who] as Member;
	const channel = places[where] as Channel;
	const base = { user: person.user, channel, locale: person.locale };
	if (action.kind === 'command') {
		const command = it.discord.registered().find(({ name }) => name === action.typed.name);
		return it.discord.interact({ ...base, type: 2, data: { id: command?.id, type: 1, ...action.typed } });
	}
	if (action.kind === 'find') return person.useOn(person.post(action.text, { in: channel }), 'Find in paper');
	if (!last || (last.onlyFor && last.onlyFor !== person.user.id)) return undefined;
	if (action.kind === 'forge') return person.forge(last, action.id.slice(0, 100));
	const ids = (last.components ?? []).flatMap((row) =>
		'components' in row
			? row.components.flatMap((one) => ('custom_id' in one && !isDisabled(one) ? [String(one.custom_id)] : []))
			: [],
	);
	const id = ids[action.which % Math.max(1, ids.length)];
	return id === undefined || id.startsWith('cite:') ? undefined : person.press(last, id);
}

const isDisabled = (component: object) => 'disabled' in component && component.disabled === true;

const isBlank = (text: string) => text.trim() === '';

test('whatever people do, in whatever order: one first response each, every quotation a slice of the record, nobody pinged', async () => {
	const { record } = (await import('../running.ts')).libraryOf().corpus.main;
	let count = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
			let last: Message | undefined;
			for (const one of steps) {
				if (one.action.kind === 'find' && isBlank(one.action.text)) continue;
				const reply = await act(one, last);
				if (!reply) continue;
				count += 1;
				expect(['replied', 'updated']).toContain(reply.outcome);
				for (const message of [reply.message, ...reply.followUps]) {
					expect(message?.pings).toEqual({ everyone: false, users: [], roles: [] });
					for (const embed of message?.embeds ?? []) {
						for (const quotation of quotations(embed.description ?? '')) expect(record).toContain(quotation);
					}
				}
				last = reply.message ?? last;
			}
		}),
		{ numRuns: 600 },
	);
	expect(count).toBeGreaterThan(10_000);
	const callbacks = it.discord.requests.filter(({ path }) => path.endsWith('/callback'));
	expect(callbacks.every(({ status }) => status === 204 || status === 200)).toBe(true);
	const answered = new Set(callbacks.map(({ path }) => path));
	expect(answered.size).toBe(callbacks.length);
	expect(it.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
}, 120_000);
