import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { type Facts, makeCiter } from '../../src/paper/cite.ts';
import { loadCorpus } from '../../src/paper/corpus.ts';
import { makePaper, type Paper } from '../../src/paper/paper.ts';
import type { Run } from '../../src/paper/runs.ts';
import type { Item } from '../../src/paper/schema.ts';

const DEBIAN = '/usr/share/citation-style-language/styles';
const citer = makeCiter([DEBIAN]);
afterAll(() => citer.close());

const first = loadCorpus('corpus').main;

const marked = (runs: Run[] = []) => runs.map(({ text, italic }) => (italic ? `*${text}*` : text)).join('');

async function cited(paper: Paper, name: string, facts?: Facts) {
	const style = await citer.styles.find(name);
	if (!style) throw new Error(`no style ${name}`);
	const citation = await citer.cite(paper, style, facts);
	const { reference, parenthetical, narrative } = citation;
	return {
		...citation,
		reference: marked(reference),
		parenthetical: marked(parenthetical),
		narrative: marked(narrative),
	};
}

/** A paper with this item and an abstract of one word. */
const paperOf = (item: Partial<Item>): Paper =>
	makePaper(
		'x',
		{
			item: { id: 'x', type: 'article-journal', ...item },
			others: [],
			affiliations: [],
			lines: {},
			blank: [],
			sections: [{ key: 'abstract', label: '', text: 'Text.', start: 0, end: 5 }],
		},
		'Text.',
	);

describe('the first paper', () => {
	test('in APA, with the facts of other records', async () => {
		const citation = await cited(first, 'apa');
		expect(citation.reference).toBe(
			'Perrin, C., Frost, A., & Ware, J. B. (2018). The utility of peer-support in enhancing the treatment of incarcerated sexual offenders. *Therapeutic Communities: The International Journal of Therapeutic Communities*, *39*(1). https://doi.org/10.1108/TC-06-2017-0018',
		);
		expect(citation.parenthetical).toBe('(Perrin et al., 2018)');
		expect(citation.narrative).toBe('Perrin et al. (2018)');
		expect(citation.missing).toEqual(['page']);
		expect(citation.sources.map(({ field }) => field)).toEqual([
			'author',
			'container-title',
			'issued',
			'issue',
			'volume',
			'DOI',
		]);
		expect(citation.sources.find(({ field }) => field === 'volume')?.inferred).toBe(true);
	});

	test('in APA, with the facts of its own record', async () => {
		const citation = await cited(first, 'APA', 'record');
		expect(citation.reference).toBe(
			'Perrin, C., Frost, A., & Ware, J. B. (n.d.). The utility of peer-support in enhancing the treatment of incarcerated sexual offenders. *International Journal of Therapeutic Communities*.',
		);
		expect(citation).toMatchObject({
			parenthetical: '(Perrin et al., n.d.)',
			narrative: 'Perrin et al. (n.d.)',
			sources: [],
		});
		expect(citation.missing).toEqual(['issued', 'volume', 'issue', 'page', 'DOI']);
	});

	test('in Harvard: single quotation marks, “and”', async () => {
		const citation = await cited(first, 'harvard');
		expect(citation.reference).toBe(
			'Perrin, C., Frost, A. and Ware, J.B. (2018) ‘The utility of peer-support in enhancing the treatment of incarcerated sexual offenders’, *Therapeutic Communities: The International Journal of Therapeutic Communities*, 39(1). Available at: https://doi.org/10.1108/TC-06-2017-0018.',
		);
		expect(citation).toMatchObject({
			parenthetical: '(Perrin, Frost and Ware, 2018)',
			narrative: 'Perrin, Frost and Ware (2018)',
		});
	});

	test('in Harvard, of its own record: no preprint', async () => {
		expect((await cited(first, 'harvard', 'record')).reference).toBe(
			'Perrin, C., Frost, A. and Ware, J.B. (no date) ‘The utility of peer-support in enhancing the treatment of incarcerated sexual offenders’, *International Journal of Therapeutic Communities*.',
		);
	});

	test('in Vancouver: a number, and initials without stops', async () => {
		const citation = await cited(first, 'vancouver');
		expect(citation.reference).toMatch(/^1\. Perrin C, Frost A, Ware JB\. The utility/);
		expect(citation).toMatchObject({ kind: 'number', parenthetical: '(1)', narrative: 'Perrin et al. (1)' });
	});

	const debian = existsSync(DEBIAN);
	test.skipIf(!debian).each([
		[
			'modern-language-association',
			'Perrin, Christian, et al. “The Utility of Peer-Support in Enhancing the Treatment of Incarcerated Sexual Offenders.” *Therapeutic Communities: The International Journal of Therapeutic Communities*, vol. 39, no. 1, Apr. 2018, https://doi.org/10.1108/TC-06-2017-0018.',
			'(Perrin et al.)',
			'Perrin et al.',
		],
		[
			'chicago-author-date',
			'Perrin, Christian, Andrew Frost, and Jayson Barry Ware. 2018. “The Utility of Peer-Support in Enhancing the Treatment of Incarcerated Sexual Offenders.” *Therapeutic Communities: The International Journal of Therapeutic Communities* 39 (1). https://doi.org/10.1108/TC-06-2017-0018.',
			'(Perrin, Frost, and Ware 2018)',
			'Perrin, Frost, and Ware (2018)',
		],
		[
			'IEEE',
			'[1] C. Perrin, A. Frost, and J. B. Ware, “The utility of peer-support in enhancing the treatment of incarcerated sexual offenders,” *Therapeutic Communities: The International Journal of Therapeutic Communities*, vol. 39, no. 1, Apr. 2018, doi: 10.1108/TC-06-2017-0018.',
			'[1]',
			'Perrin et al. [1]',
		],
	])(
		`in %s (skipped without Debian's citation-style-language-styles)`,
		async (name, reference, parenthetical, narrative) => {
			expect(await cited(first, name)).toMatchObject({ reference, parenthetical, narrative });
		},
	);

	test.skipIf(!debian)('in a style of footnotes there is no citation in the sentence', async () => {
		const citation = await cited(first, 'chicago-fullnote-bibliography');
		expect(citation).toMatchObject({ kind: 'note', narrative: '' });
		expect(citation.parenthetical).toMatch(/^Christian Perrin, Andrew Frost, and Jayson Barry Ware, “/);
	});

	test.each(['apa', 'harvard', 'vancouver'])('%s of its own record has no fact from elsewhere', async (name) => {
		const { reference } = await cited(first, name, 'record');
		expect(reference).not.toMatch(/201[0-9]|doi|https|Liverpool|UK|Emerald|preprint|pp?\.|39/i);
	});
});

describe('any record', () => {
	const title = 'Crime & society_now: the #1 *question* of [Müller]';
	const journal = { 'container-title': 'Journal of X', volume: '2', issue: '3' };
	const date = { issued: { 'date-parts': [[2020]] } as Item['issued'] };
	const names = Array.from({ length: 11 }, (_, i) => ({ family: `Author${'ABCDEFGHIJK'[i]}`, given: 'Z.' }));

	test.each([
		[
			'a title with marks',
			{ title, author: [{ family: 'Łukasz', given: 'É.' }] },
			`Łukasz, É. (2020). ${title}. *Journal of X*, *2*(3).`,
		],
		['no title', { author: [{ family: 'Ware', given: 'JB' }] }, 'Ware, J. B. (2020). *Journal of X*, *2*(3).'],
		['no author', { title: 'A title' }, 'A title. (2020). *Journal of X*, *2*(3).'],
		[
			'an organisation',
			{ title: 'A title', author: [{ literal: 'World Health Organization' }] },
			'World Health Organization. (2020). A title. *Journal of X*, *2*(3).',
		],
		[
			'particles',
			{ title: 'A title', author: [{ family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' }] },
			'van der Berg, A. (2020). A title. *Journal of X*, *2*(3).',
		],
		[
			'a page range',
			{ title: 'A title', author: [{ family: 'Li', given: 'Y.' }], page: '12-34' },
			'Li, Y. (2020). A title. *Journal of X*, *2*(3), 12–34.',
		],
		[
			'an article number',
			{ title: 'A title', author: [{ family: 'Li', given: 'Y.' }], number: 'e0123' },
			'Li, Y. (2020). A title. *Journal of X*, *2*(3), Article e0123.',
		],
	])('APA: %s', async (_name, item, reference) => {
		expect((await cited(paperOf({ ...journal, ...date, ...item } as Partial<Item>), 'apa')).reference).toBe(reference);
	});

	test('eleven authors are all in APA’s list, and none is made up', async () => {
		const { reference, parenthetical } = await cited(paperOf({ title, author: names, ...journal, ...date }), 'apa');
		for (const { family } of names) expect(reference).toContain(`${family}, Z.`);
		expect(parenthetical).toBe('(AuthorA et al., 2020)');
	});

	test.each(['apa', 'harvard', 'vancouver'])('%s: almost nothing known breaks nothing', async (name) => {
		const citation = await cited(paperOf({ title: 'Alone' }), name);
		expect(citation.reference).toContain('Alone');
		expect(Object.values(citation).join(' ')).not.toMatch(/NO_PRINTED_FORM|undefined|null|preprint/i);
	});

	test('a paper without so much as a title is cited, if only as “n.d.”', async () => {
		const { reference } = await cited(paperOf({ author: [{ family: 'Li', given: 'Y.' }] }), 'apa');
		expect(reference).toMatch(/^Li, Y\. \(n\.d\.\)/);
	});

	test('two papers of one author and year get no letters', async () => {
		const one = paperOf({ title: 'One', author: [{ family: 'Li', given: 'Y.' }], ...date });
		const two = paperOf({ title: 'Two', author: [{ family: 'Li', given: 'Y.' }], ...date });
		expect((await cited(one, 'apa')).parenthetical).toBe('(Li, 2020)');
		expect((await cited(two, 'apa')).parenthetical).toBe('(Li, 2020)');
	});
});
