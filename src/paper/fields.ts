import { type Line, RecordError, slice } from './lines.ts';
import type { Slice } from './schema.ts';

type Rule = { pattern: RegExp; says: string };
const WORDS: Rule = { pattern: /./u, says: 'some words' };
const NUMBER: Rule = { pattern: /^\d+(?:\s*p(?:p|ages)?\.?)?$/iu, says: 'a number' };
const PAGE: Rule = { pattern: /^(?:(?=\S*\d)[\w.:-]+|[ivxlc]+)$/iu, says: 'a page' };
const YES_NO: Rule = { pattern: /^(?:yes|no)$/iu, says: 'Yes or No' };
const ISSN: Rule = { pattern: /^\d{4}-\d{3}[\dXx]$/u, says: 'an ISSN, 1234-567X' };
const DOI: Rule = { pattern: /^(?:(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*))?10\.\d{4,9}\/\S+$/iu, says: 'a DOI' };
const PAGES: Rule = { pattern: /^[\w.:]+\s*[-–—]\s*[\w.:]+$/u, says: 'a first and a last page' };
const DATE: Rule = {
	pattern: /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\d\d?\.\d\d?\.\d{4})$/u,
	says: 'a year, or a date of the form YYYY-MM-DD or DD.MM.YYYY',
};

/** The labels under the abstract, in small letters, each with what its value looks like. */
const LABELS = {
	volume: WORDS,
	issue: WORDS,
	pages: PAGES,
	'start page': PAGE,
	'end page': PAGE,
	'number of pages': NUMBER,
	issn: ISSN,
	eissn: ISSN,
	doi: DOI,
	publisher: WORDS,
	'place of publication': WORDS,
	'publisher license': WORDS,
	'additional rights': WORDS,
	journal: WORDS,
	'parent title': WORDS,
	'publication year': DATE,
	'publication date': DATE,
	language: WORDS,
	medium: WORDS,
	location: WORDS,
	funding: WORDS,
	'peer reviewed': YES_NO,
	'open access': YES_NO,
	'acceptance date': WORDS,
	'external author affiliations': WORDS,
	'author research institute': WORDS,
	'era eligible': YES_NO,
	'cultural warning': YES_NO,
} satisfies Record<string, Rule>;
export type Label = keyof typeof LABELS;

/** These are headings of abstracts too, so that they do not end one. */
const IN_ABSTRACTS: readonly Label[] = ['funding', 'location'];

/** A value further below its label than one blank line belongs to something else. */
const REACH = 2;

/** Lines further apart than this do not belong to one text. */
const APART = 4;

/** What stands for a value that there is not. */
const NO_VALUE = /^(?:n\/?a|none|nil|-+|–|—)$/iu;

export type Fields = {
	/** The lines of the labels that have a value: the label's, the value's. */
	values: Map<Label, { label: Line; value: Line }>;
	/** The labels without a value. */
	blank: Slice[];
	/** The line before “Peer Reviewed”, and an article's last line, where they stand without a label. */
	publisher?: Line;
	last?: Line;
	/** Lines of which nothing is known. */
	unread: Slice[];
};

/** By a label, or by more blank lines than part the paragraphs of an abstract. */
export const endsAbstract = (line: Line, before: Line) => {
	const label = labelOf(line);
	return (label !== undefined && !IN_ABSTRACTS.includes(label)) || line.number - before.number > APART;
};

function labelOf(line: Line | undefined): Label | undefined {
	const label = line?.text.replace(/\s*:$/u, '').replace(/\s+/gu, ' ').toLowerCase() ?? '';
	return Object.hasOwn(LABELS, label) ? (label as Label) : undefined;
}

/** Reads labels and values, the value being the line under its label or under one blank line. */
export function readFields(lines: readonly Line[], isArticle: boolean): Fields {
	const fields: Fields = { values: new Map(), blank: [], unread: [] };
	const blank: [Label, Line][] = [];
	for (const [i, line] of lines.entries()) {
		const label = labelOf(line);
		const next = lines[i + 1];
		if (NO_VALUE.test(line.text)) continue;
		if (!label) readLoose(fields, lines, i, isArticle);
		else if (next && isValue(label, line, next) && !fields.values.has(label))
			fields.values.set(label, { label: line, value: next });
		else blank.push([label, line]);
	}
	const said = new Set<Label>(fields.values.keys());
	if (fields.publisher) said.add('publisher');
	if (fields.last) said.add('journal');
	fields.blank = blank.filter(([label]) => !said.has(label)).map(([, line]) => slice(line));
	return fields;
}

const isValue = (label: Label, line: Line, next: Line) =>
	labelOf(next) === undefined &&
	!NO_VALUE.test(next.text) &&
	next.number - line.number <= REACH &&
	LABELS[label].pattern.test(next.text);

/** A line that is no label: a value that is read with its label, one of the two that stand without, or unknown. */
function readLoose(fields: Fields, lines: readonly Line[], i: number, isArticle: boolean) {
	const line = lines[i] as Line;
	const before = lines[i - 1];
	const label = labelOf(before);
	if (before && label && fields.values.get(label)?.value === line) return;
	const isNear = before && label && line.number - before.number <= REACH;
	if (labelOf(lines[i + 1]) === 'peer reviewed' && !isNear && !fields.values.has('publisher')) fields.publisher = line;
	else if (i === lines.length - 1 && isArticle && !fields.values.has('journal') && !fields.values.has('parent title'))
		fields.last = line;
	else if (i < lines.length - 1 && isNear) {
		const rule = `which is not ${LABELS[label].says}`;
		throw new RecordError(line.number, `“${before.text}” is followed by “${line.text}”, ${rule}`);
	} else fields.unread.push(slice(line));
}
