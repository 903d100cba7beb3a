import { expect, test } from 'vitest';
import { miss, passageCard, sectionCard, standsIn } from '../../src/discord/reply.ts';
import type { Passage } from '../../src/paper/paper.ts';
import { perrin } from '../context.ts';
import { paperOf } from '../papers.ts';

const passage = (id: string): Passage => {
	const found = perrin.passages.find((one) => one.id === id);
	if (!found) throw new Error(`no passage ${id}`);
	return found;
};
const named = ({ name, start, end }: Passage) => ({ name, start, end });

test('a passage stands under the label of its section and leads to where it is in the record', () => {
	const card = passageCard(perrin, passage('limitations.1'));
	expect(card.title).toBe('Research limitations/implications');
	expect(card.url).toMatch(/^https:.*#:~:text=More%20research/);
	expect(card.quote).toEqual({ paper: perrin, pieces: [passage('limitations.1')] });
	expect(passageCard(perrin, passage('limitations.1'), 'Closest').title).toBe('Closest');
});

test('a section is all of its passages, under the kind’s name where the record has no label', () => {
	const paper = paperOf('x', [{ key: 'findings', label: '', text: 'One. Two.' }]);
	const [section] = paper.sections;
	const card = section && sectionCard(paper, section);
	expect(card).toMatchObject({ title: 'Findings', url: undefined });
	expect(card?.quote?.pieces.map(({ name }) => name)).toEqual(['Findings 1', 'Findings 2']);
});

test('where a quotation stands: names, authors, source', () => {
	const rest = 'Perrin, Frost & Ware · ';
	const [one, two] = [passage('practical.1'), passage('practical.2')].map(named);
	if (!one || !two) throw new Error('no passages');
	expect(standsIn({ paper: perrin, pieces: [one] })).toMatch(new RegExp(`^Practical implications 1 · ${rest}`));
	expect(standsIn({ paper: perrin, pieces: [one, two] })).toMatch(new RegExp(`^Practical implications 1–2 · ${rest}`));
	const paper = paperOf('x', [{ key: 'abstract', label: 'Abstract', text: 'One.' }], { title: 'T' });
	expect(standsIn({ paper, pieces: [named(paper.passages[0] ?? passage('x'))] })).toBe('Abstract 1 · T · record');
});

test('a miss is hidden, and counted as one', () => {
	expect(miss('a', 'b')).toEqual({ hidden: true, share: 'none', counts: 'miss', cards: [{ title: 'a', text: 'b' }] });
});
