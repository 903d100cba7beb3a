import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeNeighbours } from '../../../src/paper/question/neighbours.ts';
import { makeSpeller } from '../../../src/paper/question/spelling.ts';
import { words } from '../../../src/paper/question/words.ts';

const read = (text: string) => words(text).map(({ word }) => word);
const spell = makeSpeller(read('Peer support reduces recidivism among prisoners, more research is needed'), [
	read('who wrote this'),
	read('what are the limitations'),
	read('does it reduce anxiety'),
]);
const spelled = (text: string) =>
	spell(words(text))
		.map(({ word }) => word)
		.join(' ');

describe('a question with slips of the finger is read as the likeliest one without', () => {
	test.each([
		['waht aer teh limitatoins', 'what are the limitations'],
		['hwo wroet thsi', 'who wrote this'],
		['pirsoners recidvism', 'prisoners recidivism'],
		['theeere', 'there'],
		['does it reduce axniety', 'does it reduce anxiety'],
	])('%s → %s', (typed, meant) => expect(spelled(typed)).toBe(meant));

	test.each(['who wrote this', 'is it about confidentiality', 'nvivo or spss', 'supporting research', '0.05', 'xqzvw'])(
		'%s is left as it is',
		(text) => expect(spelled(text)).toBe(text),
	);

	test('what was typed is kept beside', () =>
		expect(spell(words('Prsioners'))).toEqual([{ typed: 'Prsioners', word: 'prisoners' }]));

	test('as many words come out as went in', () =>
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'aehist '), maxLength: 60 }), (text) => {
				expect(spell(words(text)).map(({ typed }) => typed)).toEqual(words(text).map(({ typed }) => typed));
			}),
		));
});

describe('neighbours', () => {
	const near = makeNeighbours(['prison', 'person', 'support', 'an']);

	test.each([
		['prison', 0],
		['prsion', 1],
		['prisn', 1],
		['prrison', 1],
		['prizon', 1],
		['rpisno', 2],
	] as const)('%s is %i edits from prison', (typed, edits) =>
		expect(near(typed, 2).find(([word]) => word === 'prison')?.[1]).toBe(edits),
	);

	test('any word is found from any one slip in it', () =>
		fc.assert(
			fc.property(
				fc.constantFrom('prison', 'person', 'support'),
				fc.nat(),
				fc.constantFrom(0, 1, 2),
				(word, place, slip) => {
					const at = place % (word.length - 1);
					const [a, b] = [word[at] ?? '', word[at + 1] ?? ''];
					const typed = word.slice(0, at) + [b + a, b, a + a + b][slip] + word.slice(at + 2);
					expect(near(typed, 1).map(([word]) => word)).toContain(word);
				},
			),
		));

	test('none is further than asked for', () =>
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'einoprs'), maxLength: 9 }), (typed) => {
				for (const [word, edits] of near(typed, 1)) {
					expect(edits).toBeLessThanOrEqual(1);
					expect(Math.abs(word.length - typed.length)).toBeLessThanOrEqual(1);
				}
			}),
		));
});
