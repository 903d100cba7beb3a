import { expect, test } from 'vitest';
import * as sections from '../../commands/section.ts';
import { contextOf, perrin } from '../context.ts';
import { paperFrom, paperOf } from '../papers.ts';
import { shown } from './replies.ts';

const context = contextOf();
const textOf = (key: string) => perrin.sections.find((section) => section.key === key)?.text;
const { implications, limitations, abstract } = sections;

test.each(['findings', 'limitations', 'methods', 'purpose', 'originality'] as const)(
	'/%s shows its section, whole',
	async (key) => {
		const { hidden, quotes } = shown(await sections[key].run({}, context));
		expect({ hidden, quotes }).toEqual({ hidden: false, quotes: [textOf(key)] });
	},
);

test('/implications: practical, social, or both in the order of the record', async () => {
	const quotes = async (kind?: 'practical' | 'social') =>
		shown(await implications.run(kind ? { kind } : {}, context)).quotes;
	expect(await quotes('practical')).toEqual([textOf('practical')]);
	expect(await quotes('social')).toEqual([textOf('social')]);
	expect(await quotes()).toEqual([textOf('practical'), textOf('social')]);
});

test('/abstract shows all sections under the record’s own labels', async () => {
	const { titles, quotes } = shown(await abstract.run({}, context));
	expect(titles).toEqual(perrin.sections.map(({ label }) => label));
	expect(quotes).toEqual(perrin.sections.map(({ text }) => text));
});

test('a paper without that section says so, hidden, and names the sections that it has', async () => {
	const paper = paperOf('short', [
		{ key: 'background', label: 'Why *now*', text: 'It is new.' },
		{ key: 'findings', label: '', text: 'It was so.' },
	]);
	for (const hide of [false, true]) {
		const { hidden, titles, text, quotes } = shown(await limitations.run({ hide }, contextOf([paper])));
		expect({ hidden, titles, quotes }).toEqual({
			hidden: true,
			titles: ['The abstract has no such section'],
			quotes: [],
		});
		expect(text).toContain('“Limitations”');
		expect(text).toContain('- Why \\*now\\*\n- Findings\n');
	}
	const both = shown(await implications.run({}, contextOf([paper])));
	expect(both.text).toContain('“Practical implications” or “Social implications”');
});

test('an unknown paper is a hidden reply with those that there are', async () => {
	const { hidden, text } = shown(await limitations.run({ paper: 'nowhere' }, context));
	expect(hidden).toBe(true);
	expect(text).toContain('Perrin, Frost & Ware');
});

test('a paper is meant by its name as well as by its id', async () => {
	const other = paperOf('other', [{ key: 'limitations', label: 'Limits', text: 'Few.' }], { title: 'Other' });
	const two = contextOf([perrin, other]);
	for (const paper of ['other', 'Other']) expect(shown(await limitations.run({ paper }, two)).quotes).toEqual(['Few.']);
	expect(shown(await limitations.run({}, two)).quotes).toEqual([textOf('limitations')]);
});

test('a label that the record leaves blank is said to be so, not to be absent', async () => {
	const record = 'T\nposted on 01.02.2020 by A Li\nPurpose – One. Research limitations/implications – Findings – Two.';
	const { hidden, text } = shown(await limitations.run({}, contextOf([paperFrom('blank', record)])));
	expect(hidden).toBe(true);
	expect(text).toContain('The record leaves “Research limitations/implications” blank: it does not say.');
});
