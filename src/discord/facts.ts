import type { Answer } from '../paper/ask.ts';
import { fullName } from '../paper/authors.ts';
import { linkTo } from '../paper/link.ts';
import type { Paper } from '../paper/paper.ts';
import type { RecordField } from '../paper/question/facts-asked.ts';
import type { Fact, Item, Slice } from '../paper/schema.ts';
import { md } from './markdown.ts';
import { type Card, leftBlank } from './reply.ts';
import type { Say } from './say.ts';

type FactAnswer = Extract<Answer, { kind: 'fact' }>;

/** A value of a CSL-JSON item as people read it, in plain text. */
export function factText(field: string, value: unknown, locale: string): string {
	if (field === 'author') return (value as NonNullable<Item['author']>).map(fullName).join(', ');
	if (field === 'issued') return dateText((value as NonNullable<Item['issued']>)['date-parts'][0], locale);
	if (field === 'DOI') return `https://doi.org/${String(value)}`;
	return String(value);
}

/** `9 April 2018`, `April 2018` or `2018`: as much as is known. */
export function dateText([year = 0, month, day]: readonly number[], locale: string): string {
	const known: Intl.DateTimeFormatOptions = { year: 'numeric' };
	if (month) known.month = 'long';
	if (day) known.day = 'numeric';
	return new Intl.DateTimeFormat(locale, { ...known, timeZone: 'UTC' }).format(
		Date.UTC(year, (month ?? 1) - 1, day ?? 1),
	);
}

/** The day on which the record was put into its repository, if it says so. */
export const postedText = ({ posted }: Paper, say: Say) =>
	posted && dateText(posted.split('-').map(Number), say.locale);

/** `Christian Perrin, Andrew Frost (British Library catalogue record …)`, one line. */
export const factLine = ({ field, value, source, inferred }: Fact, say: Say) =>
	md`${factText(field, value, say.locale)} (${inferred ? say.plain('inferred', { source }) : source})`;

/** What the record says of a field, as people read it in plain text; undefined: it does not say. */
export function recordSays(field: RecordField | 'number-of-pages', paper: Paper, say: Say): string | undefined {
	switch (field) {
		case 'posted':
			return postedText(paper, say);
		case 'type':
			// As the repository calls it; the item has it in CSL's words.
			return paper.lines.type?.text;
		case 'availability':
			return paper.availability;
		case 'affiliations':
			return paper.affiliations.join('\n') || undefined;
		case 'peer review':
		case 'open access':
			// The label stands above the value.
			return paper.lines[field]?.text.split('\n').at(-1)?.trim();
		case 'URL':
			return paper.item.URL ?? paper.repository?.url;
		default:
			return paper.item[field] && factText(field, paper.item[field], say.locale);
	}
}

/** A fact of the record: its own lines, or that it is silent; then what others say, each as theirs. */
export function factCards({ field, lines, blank, others }: FactAnswer, paper: Paper, say: Say): Card[] {
	const title = say.plain(field);
	const said = recordSays(field, paper, say);
	const notes = [
		lines.length > 0 ? undefined : said ? md`${said}` : silence(blank, say),
		field === 'issued' && !said ? postedNote(paper, say) : undefined,
	];
	const quoted: Card[] = lines.map((line) => ({
		title,
		url: linkTo(paper, line),
		quote: { paper, pieces: [{ name: 'Record', start: line.start, end: line.end }] },
	}));
	const theirs = others.map((fact) => ({ name: say.plain('anotherRecord'), value: factLine(fact, say) }));
	const text = notes.filter((note) => note !== undefined).join('\n');
	if (text === '' && theirs.length === 0) return quoted;
	return [...quoted, { title, url: paper.repository?.url, text, fields: theirs }];
}

const silence = (blank: readonly Slice[], say: Say) =>
	blank.length === 0 ? say('recordSilent') : leftBlank(blank, say);

/** The date that is most often taken for the day of publication. */
const postedNote = (paper: Paper, say: Say) => {
	const date = postedText(paper, say);
	return date && say('postedNote', { date });
};
