import { expect, test } from 'vitest';
import { halves, parseQuestions } from '../src/evaluate.ts';
import { wilson } from '../src/scores.ts';

test.each([
	[{ hits: 5, of: 10 }, 0.2366, 0.7634],
	[{ hits: 0, of: 20 }, 0, 0.1611],
	[{ hits: 42, of: 42 }, 0.9162, 1],
])('Wilson’s interval of %j', (share, low, high) => {
	expect(wilson(share)[0]).toBeCloseTo(low, 3);
	expect(wilson(share)[1]).toBeCloseTo(high, 3);
});

test('the halves share nothing, miss nothing, and have as many of each kind', () => {
	const line = (id: number, kind: string) =>
		JSON.stringify({ id: `${id}`, question: 'why?', kind, section: 'none', gold: [] });
	const kinds = [
		'answerable',
		'answerable',
		'unanswerable',
		'metadata',
		'unanswerable',
		'answerable',
		'metadata',
		'answerable',
	];
	const all = parseQuestions(kinds.map((kind, i) => line(i, kind)).join('\n'));
	const { tuned, held } = halves(all);
	expect([...tuned, ...held].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id));
	expect(tuned.map(({ kind }) => kind).sort()).toEqual(held.map(({ kind }) => kind).sort());
});

test('a line that is no question is an error', () => {
	expect(() => parseQuestions('{"id": 1}')).toThrow();
	expect(() => parseQuestions('no json')).toThrow();
});
