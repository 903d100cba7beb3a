import fc from 'fast-check';
import { makePaper, type Paper } from '../src/paper/paper.ts';
import { readRecord } from '../src/paper/record.ts';
import { SECTION_KEYS, type SectionKey } from '../src/paper/section.ts';

type Written = { key: SectionKey; label: string; text: string };
type More = { title?: string; authors?: string[]; repository?: { name: string; url: string }; affiliations?: string[] };

/** A checked paper of these sections, its record written as repositories write theirs. */
export function paperOf(id: string, sections: readonly Written[], more: More = {}): Paper {
	let record = `${more.title ?? id}\n`;
	const placed = sections.map(({ key, label, text }) => {
		record += `${label} – `;
		const start = record.length;
		record += text;
		const section = { key, label, text, start, end: record.length };
		record += ' ';
		return section;
	});
	const authors = more.authors?.map((family) => ({ family }));
	const json = {
		item: {
			id,
			type: 'article-journal',
			...(more.title !== undefined && { title: more.title }),
			...(authors && { author: authors }),
		},
		others: [],
		...(more.repository && { repository: more.repository }),
		affiliations: more.affiliations ?? [],
		lines: {},
		blank: [],
		sections: placed,
	};
	return makePaper(id, json, record);
}

/** The paper that the importer makes of a record. */
export function paperFrom(id: string, record: string): Paper {
	const { item, ...rest } = readRecord(record).file;
	return makePaper(id, { item: { id, ...item }, others: [], ...rest }, record);
}

/** A record with a value behind every label that the importer knows. */
export const FULL_RECORD = `Sleep before exams

journal article
posted on 03.02.2021, 10:00 by Ana Ruiz, B Okafor
Purpose – To see how students sleep. Findings – Students slept five hours.

Volume

12

Issue

3

Start Page

101

End Page

118

Number of Pages

18

ISSN

1234-5679

DOI

10.1234/sleep.2020.12

Publication Year

2020

Northern Press

Peer Reviewed

Yes

Open Access

No

External Author Affiliations

University of Northfield

Journal of Rest
`;

/** What published text may hold, and what markdown and Discord make something of. */
const word = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.constantFrom('the', 'peer-support', 'results.', 'n', '=', '3.5,', '“help”?', 'et', 'al.'),
	},
	fc.constantFrom(
		'*p*',
		'**',
		'__x__',
		'`',
		'```',
		'~~',
		'||',
		'>',
		'>>>',
		'#',
		'-#',
		'1.',
		'-',
		'+',
		'[a](b)',
		'\\',
		'\\*',
	),
	fc.constantFrom('@everyone', '<@1>', '<#2>', '<t:3>', ':smile:', 'https://x.org/a_b*c', '(http://a.b/c)'),
	fc.constantFrom(
		'囚人の支援。',
		'研究は必要です',
		'😀',
		'👩‍👩‍👧',
		'\u200b',
		'\u200d',
		'\u202e',
		'\ufeff',
		'e\u0301',
		'\u0000',
	),
	fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const space = fc.constantFrom(' ', ' ', ' ', '', '\n', '\r\n', '\n\n', '\u00a0', '\u2028', '\t', '  ');

/** Some text, or very much of it, with or without spaces. */
const prose = fc
	.tuple(fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 30 }), fc.constantFrom(1, 1, 1, 1, 20, 300))
	.map(([words, times]) =>
		words
			.flat()
			.join('')
			.repeat(times)
			.slice(0, 9000)
			.replace(/\p{Cs}/gu, '')
			.trim(),
	)
	.filter((text) => text !== '');

const line = prose
	.map((text) =>
		text
			.slice(0, 1500)
			.replace(/\p{Cs}/gu, '')
			.replaceAll(/\s+/g, ' ')
			.trim(),
	)
	.filter((text) => text !== '');

/** Papers that pass the loader's check and hold whatever a record may. */
export const anyPaper: fc.Arbitrary<Paper> = fc
	.record({
		sections: fc.array(fc.record({ key: fc.constantFrom(...SECTION_KEYS), label: line, text: prose }), {
			minLength: 1,
			maxLength: 6,
		}),
		title: line,
		authors: fc.array(line, { minLength: 1, maxLength: 20 }),
		repository: fc.record({ name: line, url: fc.webUrl() }),
		affiliations: fc.array(line, { maxLength: 5 }),
	})
	.map(({ sections, ...more }) => paperOf('any', sections, more));
