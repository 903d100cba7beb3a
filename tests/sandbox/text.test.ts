import { expect, test } from 'vitest';
import { createMessage } from '../../src/sandbox/messages.ts';
import { showMessage } from '../../src/sandbox/text.ts';
import { createWorld } from '../../src/sandbox/world.ts';

const world = createWorld();
const [channel] = world.channels.values();
const show = (body: object, flags = 0) =>
	showMessage(createMessage(world, { channel: channel!, author: world.bot, body, flags }));
const button = { type: 2, style: 1 };

test('an embed stands behind a bar, with all its parts', () => {
	const embed = {
		author: { name: 'Author' },
		title: 'Title',
		url: 'https://example.org/',
		description: 'One\n\n> Two',
		fields: [{ name: 'Field', value: 'a\nb' }],
		image: { url: 'https://example.org/a.png' },
		footer: { text: 'Foot' },
	};
	expect(show({ content: 'Above', embeds: [embed] }).split('\n')).toEqual([
		'  Above',
		'  ┃ Author',
		'  ┃ Title',
		'  ┃ <https://example.org/>',
		'  ┃ One',
		'  ┃',
		'  ┃ > Two',
		'  ┃ Field',
		'  ┃ a',
		'  ┃ b',
		'  ┃ <https://example.org/a.png>',
		'  ┃ Foot',
	]);
});

test('buttons that can be pressed have numbers; others show what they are', () => {
	const components = [
		{
			type: 1,
			components: [
				{ ...button, label: 'A', custom_id: 'a' },
				{ ...button, label: 'Off', custom_id: 'off', disabled: true },
				{ type: 2, style: 5, label: 'Site', url: 'https://example.org/' },
				{ ...button, emoji: { name: '✅' }, custom_id: 'b' },
			],
		},
		{
			type: 1,
			components: [{ type: 3, custom_id: 'm', placeholder: 'Choose', options: [{ label: 'x', value: 'x' }] }],
		},
	];
	expect(show({ content: 'x', components }, 64)).toBe(
		'  x\n  [1 A] (Off) [Site: https://example.org/] [2 ✅] [Choose ▾]\n  Only you can see this',
	);
});

test('a layout shows its text, a deferred reply that it is to come', () => {
	const text = { type: 10, content: 'Shown' };
	expect(show({ flags: 1 << 15, components: [{ type: 17, components: [text] }] })).toBe('  Shown');
	expect(show({}, 128)).toBe('  is thinking…');
});
