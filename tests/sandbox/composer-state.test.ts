import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Composer, lineFrom, missing, pick, typed } from '../../src/sandbox/page/composer-state.ts';
import type { World } from '../../src/sandbox/page/protocol.ts';
import { offered, popupFor } from '../../src/sandbox/page/suggestions.ts';

const text = { type: 3, name: 'text', description: 'Any text', required: true };
const hide = { type: 5, name: 'hide', description: 'Only I see it' };
const style = { type: 3, name: 'style', description: 'Which', choices: [{ name: 'APA', value: 'apa' }] };
const commands = [
	{ id: '1', type: 1, name: 'echo', description: 'Says it back', options: [text, hide, style] },
	{
		id: '2',
		type: 1,
		name: 'set',
		description: '',
		options: [{ type: 1, name: 'tone', description: 'Sets it', options: [text] }],
	},
	{ id: '3', type: 3, name: 'Measure', description: '' },
] as unknown as APIApplicationCommand[];
const user = (username: string) => ({ id: username, username }) as APIUser;
const world = {
	people: [user('ada'), user('Verbatim')],
	channels: [{ id: 'c', kind: 'server', name: 'general' }],
	commands: { c: commands },
} as unknown as World;

const labels = (composer: Composer, caret = composer.text.length) =>
	popupFor(composer, world, 'c', caret)?.items.map(({ label }) => label);
const begin = (written: string) => {
	const line = lineFrom(written, commands, 'en-US');
	if (!line) throw new Error('No command');
	return line;
};

describe('what is offered', () => {
	test('commands and subcommands after a slash, those that start so first; message commands never', () => {
		expect(labels({ text: '/' })).toEqual(['/echo', '/set tone']);
		expect(labels({ text: '/tone' })).toEqual(['/set tone']);
		expect(labels({ text: '/x' })).toBeUndefined();
		expect(labels({ text: 'and / or' })).toBeUndefined();
	});

	test('people after an @ at the caret', () => {
		expect(labels({ text: 'hello @ver and' }, 10)).toEqual(['@Verbatim']);
		expect(labels({ text: 'me@ver' })).toBeUndefined();
		expect(pick({ text: 'hello @ver!' }, { kind: 'mention', label: '@Verbatim' }, 10).text).toBe('hello @Verbatim !');
	});

	test('options behind the last field, without one being chosen for whom Enter is to send', () => {
		const line = begin('/echo text: x ');
		expect(popupFor({ text: '', line }, world, 'c', 0)).toMatchObject({
			active: -1,
			items: [{ label: 'hide' }, { label: 'style' }],
		});
	});

	test('choices of a field, and the word that none fits', () => {
		const line = { ...begin('/echo text: x style: ap'), at: 1 };
		expect(labels({ text: '', line })).toEqual(['APA']);
		const none = { ...begin('/echo text: x style: zz'), at: 1 };
		expect(popupFor({ text: '', line: none }, world, 'c', 0)?.note).toBe('No options match your search.');
	});

	test('what the bot offers, nothing, or a failure', () => {
		const field = { option: style as never, text: '' };
		expect(offered(field, [{ name: 'A', value: 'a' }])).toMatchObject({ active: 0, items: [{ label: 'A', raw: 'a' }] });
		expect(offered(field, [])).toMatchObject({ active: -1, note: 'No options match your search.' });
		expect(offered(field, undefined, 'x')).toMatchObject({ items: [], note: 'Loading options failed' });
	});
});

describe('a line', () => {
	test('begins once the command and a space are there', () => {
		expect(lineFrom('/echo', commands, 'en-US')).toBeUndefined();
		expect(lineFrom('/nothing ', commands, 'en-US')).toBeUndefined();
		expect(lineFrom('/set ', commands, 'en-US')).toBeUndefined();
		expect(begin('/echo ')).toMatchObject({ at: 0, fields: [{ text: '' }] });
		expect(begin('/set tone low')).toMatchObject({ at: 0, path: [{ name: 'tone' }], fields: [{ text: 'low' }] });
	});

	test('lacks what is required and empty', () => {
		expect(missing(begin('/echo '))).toBe(0);
		expect(missing(begin('/echo hello'))).toBeUndefined();
		expect(missing(begin('/echo style: APA'))).toBe(1);
	});

	test('a choice is shown by its name and sent by its value', () => {
		const line = { ...begin('/echo text: x style: a'), at: 1 };
		const picked = pick({ text: '', line }, { kind: 'value', label: 'APA', raw: 'apa' }, 0).line!;
		expect(picked).toMatchObject({ at: 2, fields: [{}, { text: 'APA' }] });
		expect(typed(picked, 'c', false).values).toEqual([
			{ name: 'text', raw: 'x' },
			{ name: 'style', raw: 'apa' },
		]);
	});

	test('whatever stands in the fields is sent as it stands, the one in use last while it is completed', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.nat(1), (first, second, at) => {
				const line = begin('/echo text: x style: APA');
				const fields = line.fields.map((field, index) => ({ ...field, text: [first, second][index] ?? '' }));
				const sent = typed({ ...line, fields, at }, 'c', true);
				expect(sent.values.at(-1)).toEqual({ name: ['text', 'style'][at], raw: [first, second][at] });
				expect(typed({ ...line, fields, at }, 'c', false).values.map(({ raw }) => raw)).toEqual([first, second]);
			}),
		);
	});
});
