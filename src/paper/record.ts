import { readAbstract } from './abstract.ts';
import { endsAbstract } from './fields.ts';
import { readFoot } from './foot.ts';
import { type Line, linesOf, RecordError, slice } from './lines.ts';
import { readPeople } from './people.ts';
import type { Item, PaperFile, Slice } from './schema.ts';

/** What a record itself says: paper.json without what people add to it, and without the paper's id. */
export type RecordFile = Omit<PaperFile, 'item' | 'others' | 'repository'> & { item: Omit<Item, 'id'> };

/** What repositories call an item, each in CSL's words; anything else is no type. */
const TYPES: Readonly<Record<string, string>> = {
	'journal contribution': 'article-journal',
	'journal article': 'article-journal',
	'conference contribution': 'paper-conference',
	'conference paper': 'paper-conference',
	book: 'book',
	chapter: 'chapter',
	report: 'report',
	thesis: 'thesis',
	preprint: 'article',
	dataset: 'dataset',
	poster: 'document',
	presentation: 'document',
};

const AVAILABILITY =
	/^(?:File\(s\)\s|(?:full[- ]text|files?)\s(?:is\s|are\s)?(?:not\s)?(?:publicly\s)?available\.?$)/iu;
const POSTED = /^posted\s+on\s+(?<day>.+?)(?:,\s*\d{1,2}:\d{2})?(?:\s+(?:authored\s+)?by\s+(?<people>.*))?$/iu;
const DAY = /^(?:(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})|(?<iso>\d{4}-\d\d-\d\d))$/u;

/**
 * Reads a repository's page: a line on the files, title, type, “posted on … by …”, the abstract, then labels with and
 * without values. Without a label stand the publisher, just before “Peer Reviewed”, and, last, an article's journal.
 *
 * @returns what the record says, each piece a slice of it; what is not kept of it, as it is not known what it says; and
 * what is kept as text of a section, but may be the label of another
 * @throws RecordError
 */
export function readRecord(record: string): { file: RecordFile; unread: Slice[]; doubtful: Slice[] } {
	const lines = linesOf(record);
	const posted = lines.findIndex((line) => POSTED.test(line.text));
	if (posted < 0) {
		throw new RecordError(1, 'no line “posted on DD.MM.YYYY, HH:MM by …”, which stands between title and abstract');
	}
	const end = lines.findIndex(
		(line, i) => i > posted && endsAbstract(line, lines[Math.max(i - 1, posted + 1)] ?? line),
	);
	const head = readHead(lines.slice(0, posted), lines[posted] as Line);
	const abstract = lines.slice(posted + 1, end < 0 ? lines.length : end);
	const [first, last] = [abstract[0], abstract.at(-1)];
	if (!first || !last) throw new RecordError((lines[posted] as Line).number, 'no abstract stands behind this line');
	const { sections, blank, other, doubtful } = readAbstract(record, first.start, last.end);
	if (sections.length === 0) throw new RecordError(first.number, 'the abstract has labels and no text');
	const foot = readFoot(record, end < 0 ? [] : lines.slice(end), head.item.type);
	const pieces = Object.entries({ ...head.lines, ...foot.lines }).sort(([, a], [, b]) => a.start - b.start);
	const file = {
		item: { ...head.item, ...foot.item },
		...head.rest,
		affiliations: foot.affiliations,
		lines: Object.fromEntries(pieces) as Lines,
		blank: [...blank, ...foot.blank],
		sections,
	};
	return { file, unread: [...head.unread, ...other, ...foot.unread], doubtful };
}

type Lines = PaperFile['lines'];

function readHead(lines: readonly Line[], posted: Line) {
	const availability = lines[0] && AVAILABILITY.test(lines[0].text) ? lines[0] : undefined;
	const [title, type, more] = availability ? lines.slice(1) : lines;
	if (!title) throw new RecordError(posted.number, 'no title stands before this line');
	if (more) throw new RecordError(more.number, `only title and type stand before “posted on”, not “${more.text}”`);
	const { day, people } = POSTED.exec(posted.text)?.groups ?? {};
	const cslType = type && typeOf(type);
	const read = people === undefined ? undefined : peopleOf(people, posted);
	return {
		item: {
			type: cslType ?? 'document',
			title: title.text,
			...(read && { author: read.names }),
		},
		rest: { posted: isoDay(day ?? '', posted), ...(availability && { availability: availability.text }) },
		lines: {
			...(availability && { availability: slice(availability) }),
			title: slice(title),
			...(type && cslType && { type: slice(type) }),
			...(read && { author: slice(posted) }),
			posted: slice(posted),
		} satisfies Lines,
		// That there are more is no name, and a list of some must not pass for all.
		unread: [...(type && !cslType ? [slice(type)] : []), ...(read?.others ? [slice(posted)] : [])],
	};
}

function typeOf({ text }: Line): string | undefined {
	const type = text.toLowerCase();
	return Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
}

function peopleOf(people: string, { number }: Line) {
	try {
		return readPeople(people);
	} catch (cause) {
		throw new RecordError(number, (cause as Error).message);
	}
}

/** The time of day is left out: the page says no time zone, and mostly 00:00. */
function isoDay(text: string, { number }: Line): string {
	const { day = '', month = '', year, iso } = DAY.exec(text)?.groups ?? {};
	const date = iso ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const parsed = new Date(date);
	if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) {
		throw new RecordError(number, `“${text}” is no day of the form DD.MM.YYYY or YYYY-MM-DD`);
	}
	return date;
}
