import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completePaper, findPapers, nameOf, onPaper } from '../../src/discord/options.ts';
import { contextOf, perrin } from '../context.ts';
import { anyPaper, paperOf } from '../papers.ts';

const findings = [{ key: 'findings', label: 'Results', text: 'It was so.' }] as const;
const long = paperOf('long-title', findings, { title: `Of ${'very '.repeat(40)}long titles`, authors: ['Ümit', 'Öz'] });
const nameless = paperOf('nameless', findings, { title: 'No authors' });
const context = contextOf([perrin, long, nameless]);
const { corpus } = context;

test('nothing typed offers all papers; words narrow them down, in any order and case', () => {
	const ids = (typed: string) => completePaper(typed, corpus).map(({ value }) => value);
	expect(ids('')).toEqual([perrin.id, long.id, nameless.id]);
	expect(ids('  TITLES ümit ')).toEqual([long.id]);
	expect(ids('frost peer-support')).toEqual([perrin.id]);
	expect(ids('nothing such')).toEqual([]);
});

test('choices are within Discord’s limits, whatever papers there are', () => {
	fc.assert(
		fc.property(anyPaper, (paper) => {
			const choices = completePaper('', { papers: new Map([[paper.id, paper]]), main: paper, prompts: {} });
			for (const { name, value } of choices) {
				for (const text of [name, value]) expect(text.length).toBeGreaterThan(0);
				for (const text of [name, value]) expect(text.length).toBeLessThanOrEqual(100);
			}
		}),
		{ numRuns: 20 },
	);
	const many = Array.from({ length: 30 }, (_, i) => paperOf(`p${i}`, findings));
	const papers = new Map(many.map((paper) => [paper.id, paper]));
	expect(completePaper('', { papers, main: nameless, prompts: {} })).toHaveLength(25);
});

test('a paper without authors is called by its title, once', () => {
	expect(nameOf(nameless)).toBe('No authors');
});

test('the paper is found by id, by the name it was shown by, by words that only it has; absent, the main one', () => {
	expect(findPapers(undefined, corpus)).toEqual([perrin]);
	for (const paper of corpus.papers.values()) {
		expect(findPapers(paper.id, corpus)).toEqual([paper]);
		expect(findPapers(` ${paper.id.toUpperCase()} `, corpus)).toEqual([paper]);
		const [choice] = completePaper(paper.id, corpus);
		expect(findPapers(choice?.name, corpus)).toEqual([paper]);
	}
	expect(findPapers('Frost', corpus)).toEqual([perrin]);
	for (const letter of 'abfmx') expect(findPapers(letter, corpus)).toEqual([]);
	expect(findPapers('', corpus)).toEqual([]);
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (typed) =>
			findPapers(typed, corpus).every((paper) => [...corpus.papers.values()].includes(paper)),
		),
	);
});

test('an unknown paper: a hidden reply that lists those that there are, and how to find more', () => {
	const many = Array.from({ length: 12 }, (_, i) => paperOf(`p${i}`, findings, { title: `*T${i}*` }));
	const reply = onPaper('x', contextOf([perrin, ...many]), () => {
		throw new Error('there is no such paper');
	});
	expect(reply).toMatchObject({ hidden: true, cards: [{ title: 'No such paper here' }] });
	const text = 'cards' in reply ? (reply.cards[0]?.text ?? '') : '';
	expect(text).toContain('- \\*T0\\*');
	expect(text).toContain('and 3 more');
	expect(text).not.toContain('T11');
});

test('words that several papers have: a hidden reply that lists these and no other', () => {
	const twins = [1, 2].map((i) => paperOf(`sleep-${i}`, findings, { title: `Sleep, part ${i}`, authors: ['Ruiz'] }));
	const reply = onPaper('ruiz', contextOf([perrin, ...twins]), () => {
		throw new Error('which of them?');
	});
	expect(reply).toMatchObject({ hidden: true, cards: [{ title: 'More than one paper fits' }] });
	const text = 'cards' in reply ? (reply.cards[0]?.text ?? '') : '';
	expect(text.match(/^- .*/gm)).toEqual(['- Ruiz: Sleep, part 1', '- Ruiz: Sleep, part 2']);
});
