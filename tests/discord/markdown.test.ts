import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	blockQuote,
	escapeMarkdown,
	md,
	quotations,
	spoiler,
	unescapeMarkdown,
	visible,
} from '../../src/discord/markdown.ts';

/** Text in which markdown is likely. */
const text = fc.string({
	unit: fc.constantFrom(...'\\*_~`|<>[]()#-+1. @:\nab', 'https://x.org/a_b*c', '\r', '\u2028', 'é', '—', '😀'),
	maxLength: 40,
});

test('escaping is undone by unescaping, whatever the text', () => {
	fc.assert(
		fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (t) => unescapeMarkdown(escapeMarkdown(t)) === t),
	);
});

test('a block quote gives its text back', () => {
	fc.assert(
		fc.property(text, (t) => {
			expect(quotations(`before\n${blockQuote(t)}\n\nafter`)).toEqual([t]);
		}),
	);
});

/** Discord closes a spoiler at the first two bars after those that open it. */
const SPOILER = /^\|\|([\s\S]+?)\|\|/;

test('behind spoiler bars it does, too, and nothing stands outside them', () => {
	const bars = fc.string({ unit: fc.constantFrom('|', ' ', 'a', '\\', '\n'), maxLength: 12 });
	fc.assert(
		fc.property(fc.oneof(bars, text), (t) => {
			const markdown = blockQuote(t, true);
			expect(quotations(markdown)).toEqual([t]);
			for (const line of markdown
				.split('\n')
				.map((line) => line.slice(2))
				.filter(Boolean))
				expect(line.replace(SPOILER, '')).toBe('');
		}),
	);
	expect(spoiler('a |').replace(SPOILER, '')).toBe('');
});

test.each([
	['*p* < .05 and **d** = 0.3', '\\*p\\* \\< .05 and \\*\\*d\\*\\* = 0.3'],
	['# no heading', '\\# no heading'],
	['1. no list\n- nor this', '1\\. no list\n\\- nor this'],
	['> no quote', '\\> no quote'],
	['peer-support costs 3.5 (or more)', 'peer-support costs 3.5 (or more)'],
	['[a](http://b.org)', '\\[a\\](http://b.org)'],
	['<@&1> ||x||', '\\<@&1> \\|\\|x\\|\\|'],
])('%s is shown as it is', (from, to) => {
	expect(escapeMarkdown(from)).toBe(to);
});

test('a link stays a link', () => {
	expect(escapeMarkdown('see https://x.org/a_b_c, *there*')).toBe('see https://x.org/a_b_c, \\*there\\*');
});

test('md escapes its values and nothing else', () => {
	expect(md`**${'a*b'}** of _${3}_`).toBe('**a\\*b** of _3_');
});

test('what a person typed keeps no invisible character and stays on one line', () => {
	expect(visible('a\u202eb\u200b\n\nc\u0000 \u2066d')).toBe('ab c d');
	fc.assert(fc.property(fc.string({ unit: 'binary' }), (t) => !/[\p{Cf}\p{Cc}\p{Cs}\n]/u.test(visible(t))));
	expect(visible('one 🧑🏽\u200d🎓, two \u200d🎓\u200d')).toBe('one 🧑🏽\u200d🎓, two 🎓');
});
