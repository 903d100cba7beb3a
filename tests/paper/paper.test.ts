import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/paper/paper.ts';

const { main: perrin } = loadCorpus('corpus');

test('the first paper has its seven sections, in order, under the labels of the record', () => {
	expect(perrin.sections.map(({ key, label }) => [key, label])).toEqual([
		['purpose', 'Purpose'],
		['methods', 'Design/methodology/approach'],
		['findings', 'Findings'],
		['limitations', 'Research limitations/implications'],
		['practical', 'Practical implications'],
		['social', 'Social implications'],
		['originality', 'Originality/value'],
	]);
});

test('the passages of each section, with the white space between them, are the section', () => {
	for (const section of perrin.sections) {
		const passages = perrin.passages.filter((passage) => passage.section === section.key);
		const between = passages.map(({ end }, i) => perrin.record.slice(end, passages[i + 1]?.start ?? section.end));
		expect(between.join('')).toMatch(/^\s*$/);
		expect(passages.map(({ text }, i) => text + between[i]).join('')).toBe(
			perrin.record.slice(section.start, section.end),
		);
	}
});
