import { expect, test } from 'vitest';
import { divide, verbatim } from '../../src/discord/divide.ts';
import { perrin } from '../context.ts';
import { paperOf } from '../papers.ts';

function partsOf(text: string, room: number): string[] {
	const paper = paperOf('x', [{ key: 'findings', label: 'F', text }]);
	const [first, ...rest] = paper.passages;
	return first ? divide({ paper, pieces: [first, ...rest] }, room).map(verbatim) : [];
}

test('what fits is one part', () => {
	const [first, ...rest] = perrin.passages.filter(({ section }) => section === 'purpose');
	const parts = first ? divide({ paper: perrin, pieces: [first, ...rest] }, 4000) : [];
	expect(parts.map(({ pieces }) => pieces.map(({ name }) => name))).toEqual([['Purpose 1', 'Purpose 2', 'Purpose 3']]);
});

test('parts end between sentences, where that is possible', () => {
	expect(partsOf('One is so. Two is so. Three is so.', 24)).toEqual(['One is so. Two is so.', ' Three is so.']);
});

test('a sentence that is too long parts between words', () => {
	expect(partsOf('aaaa bbbb cccc dddd', 12)).toEqual(['aaaa bbbb', ' cccc dddd']);
});

test('white space alone is no part', () => {
	expect(partsOf('aaaa   bbbbbbbbbbbbbbbb', 12)).toEqual(['aaaa', '   bbbbbbb', 'bbbbbbbbb']);
});

test('a word that is too long parts between characters', () => {
	expect(partsOf('😀'.repeat(6), 7)).toEqual(['😀😀', '😀😀', '😀😀']);
	expect(partsOf('囚'.repeat(7), 6)).toEqual(['囚囚囚囚', '囚囚囚']);
});

test('escapes take their room', () => {
	expect(partsOf('******', 8)).toEqual(['***', '***']);
});
