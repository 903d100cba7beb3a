import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { expect, test } from 'vitest';
import { readArgs } from '../../src/discord/args.ts';

const body = {
	name: 'x',
	description: 'x',
	options: [
		{ type: OptionType.String, name: 'question', description: 'x', required: true },
		{ type: OptionType.String, name: 'kind', description: 'x', choices: [{ name: 'A', value: 'a' }] },
		{ type: OptionType.Integer, name: 'most', description: 'x' },
		{ type: OptionType.Boolean, name: 'hide', description: 'x' },
	],
} as const;

test('the declared options, each by its name; what is absent is absent', () => {
	const data = [
		{ name: 'hide', value: false },
		{ name: 'question', value: '' },
	];
	expect(readArgs(body, data)).toEqual({ question: '', hide: false });
	expect(readArgs({ name: 'y', description: 'y' }, data)).toEqual({});
});

test('an option of another version of the command is left out', () => {
	expect(
		readArgs(body, [
			{ name: 'question', value: 'q' },
			{ name: 'gone', value: 1 },
		]),
	).toEqual({ question: 'q' });
});

test.each([
	['question', []],
	['question', [{ name: 'question', value: 5 }]],
	[
		'kind',
		[
			{ name: 'question', value: 'q' },
			{ name: 'kind', value: 'b' },
		],
	],
	[
		'most',
		[
			{ name: 'question', value: 'q' },
			{ name: 'most', value: 'many' },
		],
	],
	[
		'hide',
		[
			{ name: 'question', value: 'q' },
			{ name: 'hide', value: 'yes' },
		],
	],
])('%s that is missing or not what it is declared to be is an error that names it and not the value', (name, data) => {
	expect(() => readArgs(body, data)).toThrow(new RegExp(`^/x: the option ${name} `));
	expect(() => readArgs(body, data)).not.toThrow(/yes|many/);
});
