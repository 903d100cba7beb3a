import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compounds, split, words } from '../../../src/paper/question/words.ts';

const read = (text: string) => words(text).map(({ word }) => word);

describe('the words of a text', () => {
	test.each([
		['Peer-support, in prisons.', ['peer', 'support', 'in', 'prisons']],
		['p = 0.05, a range of 1.2–3.4 and .5', ['p', '0.05', 'a', 'range', 'of', '1.2', '3.4', 'and', '0.5']],
		['1,200 people, 2nd wave, H2O', ['1200', 'people', '2nd', 'wave', 'h2o']],
		['self-harm and SELF‑HARM', ['self', 'harm', 'and', 'self', 'harm']],
		['sup\u200bport sup\u00adport', ['support', 'support']],
		['naïve café ﬁndings', ['naive', 'cafe', 'findings']],
		["the authors' own; the paper’s aim", ['the', 'authors', 'own', 'the', 'paper', 'aim']],
		["what's new? don't know, ppl", ['what', 'is', 'new', 'do', 'not', 'know', 'people']],
		['🙂 \u200b\u200b ❤️ …', []],
		['\ufc5e', []], // a ligature of two marks
	])('%j', (text, expected) => expect(read(text)).toEqual(expected));

	test('are kept as they were typed', () =>
		expect(words('What’s NEW?')).toEqual([
			{ typed: 'What’s', word: 'what' },
			{ typed: 'What’s', word: 'is' },
			{ typed: 'NEW', word: 'new' },
		]));

	test('do not change where invisible characters are put between the letters', () =>
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'abc dé1') }),
				fc.constantFrom('\u200b', '\u00ad', '\u2060'),
				(text, hidden) => {
					expect(read(text.replace(/(?<=\p{L})(?=\p{L})/gu, hidden))).toEqual(read(text));
				},
			),
		));

	test('are lower case and without white space, whatever is typed', () =>
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				for (const { word } of words(text)) expect(word).toMatch(/^\S+$/);
			}),
		));
});

test('joined, hyphenated and separate forms of a compound are one', () => {
	const known = compounds(['peer-support and prisoner-led groups']);
	const forms = ['peersupport', 'peer-support', 'peer support', 'PeerSupport'];
	for (const form of forms) expect(split(words(form), known).map(({ word }) => word)).toEqual(['peer', 'support']);
	expect(split(words('football'), known)).toEqual(words('football'));
});
