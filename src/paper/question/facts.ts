import type { Paper } from '../paper.ts';
import type { Fact, LineKey, Slice } from '../schema.ts';
import { rarity } from './english.ts';
import { ASKED, FRAME, type RecordField } from './facts-asked.ts';
import type { Look } from './finder.ts';
import { UNRECORDED } from './kinds-of-answer.ts';
import { onceFor } from './once.ts';
import { isStopWord } from './terms.ts';
import { words } from './words.ts';

const compile = (lines = '') =>
	lines &&
	new RegExp(
		`\\b(?:${lines
			.split('\n')
			.map((line) => line.trim())
			.join('|')})(?!\\w)`,
	);

const PATTERNS = ASKED.map(({ field, sure, likely }) => ({ field, sure: compile(sure), likely: compile(likely) }));

/** What a question may say beside asking for a fact, in units of rarity: about one rare word. */
const SLACK = 1.75;

/** The words that name the authors, which in a question stand for “author”. */
const authorNames = onceFor(
	({ item, verified }: Paper): ReadonlySet<string> =>
		new Set(
			[...(item.author ?? []), ...(verified.author ?? [])]
				.flatMap(({ family, given, literal }) => words([family, given, literal].join(' ')))
				.map(({ word }) => word)
				.filter((word) => word.length > 2),
		),
);

/**
 * The fact that a question asks for by its words.
 * @param question its words, lower case, joined by spaces
 * @param names the authors’ names
 */
function byItsWords(question: string, names: ReadonlySet<string>): RecordField | undefined {
	const text = question
		.split(' ')
		.map((word) => (names.has(word) ? 'author' : word))
		.join(' ');
	if (UNRECORDED.test(text)) return undefined;
	const besides = (pattern: RegExp) =>
		text
			.replaceAll(new RegExp(pattern, 'g'), ' ')
			.split(' ')
			.filter((word) => word !== '' && !isStopWord(word) && !FRAME.includes(word))
			.reduce((sum, word) => sum + rarity(word), 0);
	return PATTERNS.find(
		({ sure, likely }) => (sure && sure.test(text)) || (likely && likely.test(text) && besides(likely) <= SLACK),
	)?.field;
}

/** Likeness to a question that asks for a fact, at least. */
const ALIKE = 0.85;

/**
 * The fact of the record that is asked for, if one is: by a question that is one of those expected, by its words, by its
 * likeness.
 * @param readings the question's words as typed and as spelled, lower case, joined by spaces
 */
export function factAsked(
	readings: readonly string[],
	{ hits: [best], fact: { field, likeness } }: Look,
	paper: Paper,
): RecordField | undefined {
	const isAlike = likeness >= ALIKE && likeness > (best?.likeness ?? 0);
	if (isAlike && likeness === 1) return field;
	const [asks] = readings.flatMap((reading) => byItsWords(reading, authorNames(paper)) ?? []);
	return asks ?? (isAlike ? field : undefined);
}

/** The labels of a record that stand for a field, as publishers write them. */
const LABELS: Partial<Record<RecordField, RegExp>> = {
	title: /title/i,
	type: /(item|document|publication|resource) type/i,
	author: /authors?$/i,
	'container-title': /journal|publication title/i,
	publisher: /publisher/i,
	issued: /(publication|published|issue) date|year/i,
	affiliations: /affiliation/i,
	DOI: /doi/i,
	volume: /volume/i,
	issue: /issue|number$/i,
	page: /page/i,
	ISSN: /issn/i,
	'peer review': /peer|refereed/i,
	'open access': /open access/i,
	URL: /url|link/i,
};

/** How long a paper is may be said by its pages or by their number; no record has a line for its own address. */
function linesFor(field: RecordField): readonly LineKey[] {
	if (field === 'URL') return [];
	return field === 'page' ? ['page', 'number-of-pages'] : [field];
}

/**
 * What the record says of a field, what it leaves blank, and what others say. The day on which a record was posted is
 * never an answer to when the work was published.
 */
export function factOf(paper: Paper, field: RecordField): { lines: Slice[]; blank: Slice[]; others: Fact[] } {
	return {
		lines: linesFor(field).flatMap((key) => paper.lines[key] ?? []),
		blank: paper.blank.filter(({ text }) => LABELS[field]?.test(text)),
		others: paper.others.filter((fact) => fact.field === field),
	};
}
