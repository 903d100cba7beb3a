import type { Answer } from '../paper/ask.ts';
import { fullName } from '../paper/authors.ts';
import { linkTo } from '../paper/link.ts';
import type { Paper } from '../paper/paper.ts';
import type { Fact, Item } from '../paper/schema.ts';
import { md } from './markdown.ts';
import type { Card } from './reply.ts';

type FactAnswer = Extract<Answer, { kind: 'fact' }>;

/** What people call the facts of a record. */
export const FACT_NAMES: Readonly<Record<string, string>> = {
	title: 'Title',
	author: 'Authors',
	'container-title': 'Journal',
	publisher: 'Publisher',
	posted: 'Posted to the repository',
	issued: 'Published',
	availability: 'Full text',
	affiliations: 'Affiliations',
	DOI: 'DOI',
	volume: 'Volume',
	issue: 'Issue',
	page: 'Pages',
	ISSN: 'ISSN',
	URL: 'Address',
	number: 'Number',
	language: 'Language',
	'peer review': 'Peer review',
	'open access': 'Open access',
};

/** A value of a CSL-JSON item as people read it, in plain text. */
export function factText(field: string, value: unknown): string {
	if (field === 'author') return (value as NonNullable<Item['author']>).map(fullName).join(', ');
	if (field === 'issued') return dateText((value as NonNullable<Item['issued']>)['date-parts'][0]);
	if (field === 'DOI') return `https://doi.org/${String(value)}`;
	return String(value);
}

/** `9 April 2018`, `April 2018` or `2018`: as much as is known. */
export function dateText([year = 0, month, day]: readonly number[]): string {
	const known: Intl.DateTimeFormatOptions = { year: 'numeric' };
	if (month) known.month = 'long';
	if (day) known.day = 'numeric';
	return new Intl.DateTimeFormat('en-GB', { ...known, timeZone: 'UTC' }).format(
		Date.UTC(year, (month ?? 1) - 1, day ?? 1),
	);
}

/** The day on which the record was put into its repository, if it says so. */
export const postedText = ({ posted }: Paper) => posted && dateText(posted.split('-').map(Number));

/** `Christian Perrin, Andrew Frost (says the British Library …)`, one line. */
export const factLine = ({ field, value, source, inferred }: Fact) =>
	md`${factText(field, value)} (${inferred ? 'inferred; ' : ''}${source})`;

/** A fact of the record: its own line, what it leaves blank, what others say, each as theirs. */
export function factCard({ field, lines, blank, others }: FactAnswer, paper: Paper): Card {
	const name = FACT_NAMES[field] ?? field;
	const [first, ...rest] = lines.map((line) => ({ name: 'Record', start: line.start, end: line.end }));
	const labels = blank.map(({ text }) => `“${text}”`).join(', ');
	const silent =
		labels === ''
			? 'The record does not say.'
			: md`The record has the label ${labels} and leaves it blank: it does not say.`;
	const theirs = others.map((fact) => ({ name: 'Another record says', value: factLine(fact) }));
	const card: Card = { title: name, url: first ? linkTo(paper, first) : paper.repository?.url };
	if (first) card.quote = { paper, pieces: [first, ...rest] };
	else card.text = silent;
	if (field === 'issued') card.text = [card.text, postedNote(paper)].filter(Boolean).join('\n');
	if (theirs.length > 0) card.fields = theirs;
	return card;
}

/** The date that is most often taken for the day of publication. */
const postedNote = (paper: Paper) =>
	paper.posted && `It was put into the repository on ${postedText(paper)}; that is not the day of publication.`;
