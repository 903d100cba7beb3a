import type { APIApplicationCommand } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineError, readLine, titleOf } from '../../src/sandbox/line.ts';
import { mentionsIn } from '../../src/sandbox/mentions.ts';
import { valuesOf } from '../../src/sandbox/values.ts';
import { createUser, createWorld } from '../../src/sandbox/world.ts';

const word = { type: 3, name: 'text', description: 'Any text' };
const commands = [
	{
		name: 'ask',
		type: 1,
		options: [
			{ ...word, required: true },
			{ ...word, name: 'paper' },
			{ type: 5, name: 'hide' },
		],
	},
	{
		name: 'group',
		type: 1,
		options: [{ type: 2, name: 'sub', options: [{ type: 1, name: 'leaf', options: [{ type: 10, name: 'size' }] }] }],
	},
	{
		name: 'who',
		type: 1,
		options: [
			{ type: 6, name: 'user' },
			{ type: 7, name: 'channel' },
			{ type: 8, name: 'role' },
			{ type: 9, name: 'any' },
			{ type: 11, name: 'file' },
		],
	},
] as unknown as APIApplicationCommand[];
const world = createWorld();
const alice = createUser('alice');
world.users.set(alice.id, alice);

const read = (line: string) => readLine(line, commands, 'en-US');
const values = (line: string) => valuesOf(world, read(line), 'en-US');

const value = fc
	.string({ unit: 'grapheme', minLength: 1 })
	.map((text) => text.trim())
	.filter((text) => text !== '' && !/(^|\s)(text|paper|hide):/.test(text));

test('the values typed are the values sent, whatever stands in them', () => {
	fc.assert(
		fc.property(value, value, fc.boolean(), (text, paper, hide) => {
			const { options } = values(`/ask text: ${text} paper:${paper} hide: ${hide}`);
			expect(options).toEqual([
				{ name: 'text', type: 3, value: text },
				{ name: 'paper', type: 3, value: paper },
				{ name: 'hide', type: 5, value: hide },
			]);
		}),
	);
});

test('any line is read or refused with a sentence, never broken', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			try {
				values(`/${text}`);
				values(`/ask ${text}`);
			} catch (error) {
				expect(error).toBeInstanceOf(LineError);
			}
		}),
	);
});

test('an option stands once; its name again is text', () => {
	expect(values('/ask text: is text: a word? paper: a').options).toMatchObject([
		{ value: 'is text: a word?' },
		{ value: 'a' },
	]);
});

test('sub-commands nest', () => {
	expect(values('/group sub leaf size: 1.5').options).toEqual([
		{ name: 'sub', type: 2, options: [{ name: 'leaf', type: 1, options: [{ name: 'size', type: 10, value: 1.5 }] }] },
	]);
	expect(titleOf(read('/group sub leaf'))).toBe('/group sub leaf');
	expect(() => read('/group other')).toThrow('/group needs one of: sub');
	expect(() => read('/group sub')).toThrow('/group sub needs one of: leaf');
	expect(() => values('/group sub leaf size: big')).toThrow('size: takes a number, not "big"');
});

test('people, channels and roles are found by name, mention or id', () => {
	const [channel] = world.channels.values();
	const { options, resolved } = values(`/who user: @alice channel: #general role: @everyone any: <@${alice.id}>`);
	expect(options.map((option) => 'value' in option && option.value)).toEqual([
		alice.id,
		channel?.id,
		world.guild.id,
		alice.id,
	]);
	expect(resolved).toMatchObject({
		users: { [alice.id]: { username: 'alice' } },
		members: { [alice.id]: { permissions: '0' } },
		channels: { [channel!.id]: { name: 'general' } },
		roles: { [world.guild.id]: {} },
	});
	expect(() => values('/who user: @nobody')).toThrow('user: takes a person, not "@nobody"');
	expect(() => values('/who file: x')).toThrow('cannot be typed here (a file)');
});

test('mentions are read outside code only', () => {
	expect(mentionsIn('@here <@1> <@!2> <@&3> `<@4> @everyone` ```\n<@5>\n``` <@1>')).toEqual({
		everyone: true,
		users: ['1', '2'],
		roles: ['3'],
	});
	expect(mentionsIn('`@everyone`')).toEqual({ everyone: false, users: [], roles: [] });
});
