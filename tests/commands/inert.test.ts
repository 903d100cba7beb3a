import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readArgs } from '../../src/discord/args.ts';
import type { Command } from '../../src/discord/command.ts';
import { render } from '../../src/discord/render.ts';
import { contextOf, perrin } from '../context.ts';
import { CLOSE, expectInert, NASTY, OPEN } from '../inert.ts';

const typed = fc
	.array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 })
	.map((pieces) => OPEN + pieces.join('').slice(0, 90) + CLOSE);

const context = contextOf();
const finding = contextOf([perrin], { found: perrin.passages.slice(0, 1) });
const slash = commands.filter((command): command is Command => 'run' in command);

/** Every option that takes any text, with its command. */
const OPTIONS = slash.flatMap((command) =>
	(command.body.options ?? [])
		.filter(({ type, choices }) => type === 3 && !choices)
		.map((option) => [command.body.name, option.name, command] as const),
);

test('there are options to type into', () => expect(OPTIONS.length).toBeGreaterThan(10));

describe.each(OPTIONS)('/%s %s:', (_command, name, command) => {
	test('whatever is typed comes out inert, with allowed_mentions and without it', async () => {
		await fc.assert(
			fc.asyncProperty(typed, fc.boolean(), async (value, anyHit) => {
				const required = (command.body.options ?? []).filter((option) => option.required && option.name !== name);
				const data = [{ name, value }, ...required.map((option) => ({ name: option.name, value: 'peer' }))];
				const reply = await command.run(readArgs(command.body, data), anyHit ? finding : context);
				const message = render(reply, context.say);
				if (message) expectInert(message);
				if (reply.thread) expectInert({ name: reply.thread.name });
			}),
			{ numRuns: 100 },
		);
	});
});

test('and so does what is typed into the state of a button', async () => {
	await fc.assert(
		fc.asyncProperty(
			typed,
			fc.constantFrom(...slash.flatMap(({ buttons = {} }) => Object.values(buttons))),
			async (value, press) => {
				for (const state of [value, `${perrin.id}:${value}`, `${perrin.id}:findings.1:${value}`]) {
					const reply = await press(state, context);
					const message = reply && render(reply, context.say);
					if (message) expectInert(message);
				}
			},
		),
		{ numRuns: 300 },
	);
});

test('the check itself knows what is not inert', () => {
	const around = (text: string) => OPEN + text + CLOSE;
	for (const text of NASTY.filter((one) => !/^[@{$\\]/.test(one)))
		expect(() => expectInert({ embeds: [{ description: around(text) }] }), JSON.stringify(text)).toThrow();
	for (const content of ['@everyone', '<@&1>', '<@1>']) expect(() => expectInert({ content })).toThrow();
	expect(() => expectInert({ name: around('\u202e') })).toThrow();
	expect(expectInert({ embeds: [{ description: around('\\*\\*b\\*\\* @everyone') }] })).toBe(1);
});
