import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { read } from '@customcommander/ris';
import { type BiblatexParseResult, CSLExporter, parse } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportItem } from '../../src/paper/export.ts';
import { pageRange } from '../../src/paper/pages.ts';
import type { Item } from '../../src/paper/schema.ts';

const ITEM: Item = {
	id: 'x-1',
	type: 'article-journal',
	title: 'R&D of a_b #1: 50% of DNA for $2 in NSW',
	author: [
		{ family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' },
		{ literal: 'Institute of Research and Development' },
		{ family: 'Müller-Łukasz', given: 'José É.' },
		{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
	],
	'container-title': 'Journal of J & K_L',
	issued: { 'date-parts': [[2018, 4, 9]] },
	volume: '39',
	issue: '1',
	page: '12-34',
	DOI: '10.1000/a_b#c',
	ISSN: '0964-1866',
	URL: 'https://example.org/a_b?c=1&d=%20#e',
};

/** What both readers of BibTeX and the one of RIS make of a text, without what they add of their own. */
const citationJs = (text: string) => new Cite(text).data[0] ?? {};

function biblatex(text: string): Record<string, unknown> {
	const { entries, errors } = parse(text) as BiblatexParseResult;
	expect(errors).toEqual([]);
	const [item] = Object.values(new CSLExporter(entries).parse() as unknown as Record<string, Record<string, unknown>>);
	return item ?? {};
}

const plain = (title: unknown) => String(title).replace(/<\/?span[^>]*>/g, '');

describe('BibTeX', () => {
	test('is one entry with the facts of the item and no other', () => {
		expect(
			exportItem(
				{
					id: 'x',
					type: 'article-journal',
					title: 'On A & B',
					author: [{ family: 'Frost', given: 'Andrew' }],
					issued: { 'date-parts': [[2018, 4, 9]] },
					page: '1-2',
				},
				'bibtex',
			),
		).toBe(
			'@article{frost2018,\n\tauthor = {Frost, Andrew},\n\ttitle = {On {A} \\& {B}},\n\tyear = {2018},\n\tpages = {1--2},\n\tmonth = apr\n}\n',
		);
	});

	test.each([
		['citation-js', citationJs],
		['biblatex-csl-converter', biblatex],
	])('is read back by %s', (_name, reader) => {
		const back = reader(exportItem(ITEM, 'bibtex'));
		expect(plain(back.title)).toBe(ITEM.title);
		expect(back).toMatchObject({
			type: 'article-journal',
			'container-title': ITEM['container-title'],
			issued: { 'date-parts': [[2018, 4]] },
			volume: '39',
			issue: '1',
			page: '12-34',
			DOI: ITEM.DOI,
			ISSN: ITEM.ISSN,
			URL: ITEM.URL,
		});
		const [berg, institute, lukasz, king] = back.author as Record<string, string>[];
		expect(berg).toMatchObject({ family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' });
		expect(institute?.literal ?? institute?.family).toBe('Institute of Research and Development');
		expect(lukasz).toMatchObject({ family: 'Müller-Łukasz', given: 'José É.' });
		expect(king).toMatchObject({ family: 'King', given: 'Martin Luther', suffix: 'Jr.' });
	});

	test('any title, journal and name comes back from citation-js as it was', () => {
		const word = fc
			.array(fc.constantFrom(...'aZé中&%$#_{}~^\\"@,=-\'.()'), { minLength: 1, maxLength: 8 })
			.map((letters) => letters.join(''))
			// Ligatures of TeX: two hyphens, two accents and the like are other characters there.
			.filter((text) => !/--|''|,,|\?`|!`|"/.test(text));
		const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
		fc.assert(
			fc.property(text, text, (title, journal) => {
				const back = citationJs(exportItem({ ...ITEM, title, 'container-title': journal }, 'bibtex'));
				expect(plain(back.title)).toBe(title);
				expect(back['container-title']).toBe(journal);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('RIS', () => {
	test('has a line for each fact, unwrapped, and pages in SP and EP', () => {
		const title = 'a long word '.repeat(20).trim();
		const text = exportItem({ ...ITEM, title }, 'ris');
		expect(text.split('\n')).toContain(`TI  - ${title}`);
		expect(text).toMatch(/^TY {2}- JOUR\n.*\nER {2}- \n$/s);
		expect(text).toContain('SP  - 12\nEP  - 34\n');
		expect(text.match(/^AU/gm)).toHaveLength(4);
	});

	test('is read back by citation-js', () => {
		expect(citationJs(exportItem(ITEM, 'ris'))).toMatchObject({
			...ITEM,
			author: [{ family: 'van der Berg', given: 'Anna' }, expect.anything(), ...(ITEM.author ?? []).slice(2)],
		});
	});

	test('is read back by @customcommander/ris', () => {
		const [entry] = read(exportItem(ITEM, 'ris')) ?? [];
		expect(entry).toMatchObject({
			TY: ['JOUR'],
			AU: [
				{ last_name: 'van der Berg', first_name: 'Anna' },
				{ last_name: 'Institute of Research and Development', first_name: '' },
				{ last_name: 'Müller-Łukasz', first_name: 'José É.' },
				{ last_name: 'King', first_name: 'Martin Luther', suffix: 'Jr.' },
			],
			TI: [ITEM.title],
			T2: [ITEM['container-title']],
			VL: ['39'],
			SP: ['12'],
			EP: ['34'],
			DO: [ITEM.DOI],
			UR: [ITEM.URL],
		});
	});

	test('any title comes back from both readers, line ends as spaces', () => {
		const title = fc
			.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
			.filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text.replace(/\n/g, '')));
		fc.assert(
			fc.property(title, (title) => {
				const text = exportItem({ ...ITEM, title }, 'ris');
				const wanted = title.replace(/\s+/g, ' ').trim();
				expect(citationJs(text).title).toBe(wanted);
				expect(read(text)?.[0]?.TI).toEqual([wanted]);
			}),
			{ numRuns: 100 },
		);
	});
});

test('CSL-JSON is the item itself, which citation-js takes', () => {
	const text = exportItem(ITEM, 'csl-json');
	expect(JSON.parse(text)).toEqual([ITEM]);
	expect(citationJs(text)).toMatchObject(ITEM);
});

test.each(['bibtex', 'ris', 'csl-json'] as const)('%s invents nothing for an item that is almost empty', (format) => {
	const text = exportItem({ id: 'x', type: 'article-journal', title: 'Untitled' }, format);
	expect(text).not.toMatch(/undefined|null|n\.d\.|\d{4}/);
	expect(citationJs(text)).toMatchObject({ type: 'article-journal', title: 'Untitled' });
});

test.each([
	['12-34', ['12', '34']],
	['S1–S12', ['S1', 'S12']],
	['e0123', undefined],
	['1-5, 8', undefined],
	['xii', undefined],
])('the range of %s', (pages, range) => {
	expect(pageRange(pages)).toEqual(range);
});
