import { DASHES, LABEL, sectionOf } from './labels.ts';
import type { Section, Slice } from './schema.ts';
import type { SectionKey } from './section.ts';

/** What sets a label off. A dash with a space on one side only, or on none, counts before a capital or a figure. */
const SEPARATORS = {
	dash: new RegExp(
		`\\s*[${DASHES}-]\\s*$|\\s+[${DASHES}-]\\s+|(?:\\s*[${DASHES}]\\s*|\\s+-|-\\s+)(?=[\\p{Lu}\\p{N}“"‘])`,
		'uy',
	),
	colon: /\s*:\s*/uy,
	line: /[^\S\n\r]*(?:[\n\r]\s*|$)/uy,
};
/** A dash that opens an aside, which sets nothing off: “Results – where there were any – vary.” */
const ASIDE = new RegExp(`\\s+[${DASHES}-]\\s+\\p{Ll}[^.!?]*?\\s[${DASHES}-]\\s`, 'uy');
type Separator = keyof typeof SEPARATORS;

/** Where a label may begin: with the abstract, on a new line, behind the end of a sentence. */
const PLACE = /^\s*|[\n\r]\s*|[.!?…]["'”’)\]]*\s*/gu;

export type Abstract = { sections: Section[]; blank: Slice[]; other: Slice[]; doubtful: Slice[] };

/** `key`: undefined where what it heads is no section. */
type Label = Slice & { key: SectionKey | undefined; separator: Separator; behind: number };

/**
 * The sections of an abstract, `record.slice(start, end)`, and the labels that have no text. An abstract without
 * labels is one section `abstract` without a label, and so is what stands before the first label. A word that is no
 * known label is text of the section that it stands in, so nothing is lost; `doubtful` are those that look like one, and
 * `other` is what stands behind labels that are known to head no section.
 */
export function readAbstract(record: string, start: number, end: number): Abstract {
	const text = record.slice(start, end);
	const labels = ofOneStyle(findLabels(text));
	const sections: Section[] = [];
	const blank: Slice[] = [];
	const other: Slice[] = [];
	const add = (key: SectionKey, label: string, from: number, to: number) => {
		const piece = text.slice(from, to);
		const first = start + from + piece.length - piece.trimStart().length;
		const trimmed = piece.trim();
		if (trimmed) sections.push({ key, label, text: trimmed, start: first, end: first + trimmed.length });
		return trimmed !== '';
	};
	add('abstract', '', 0, labels[0]?.start ?? text.length);
	for (const [i, label] of labels.entries()) {
		const next = labels[i + 1];
		if (!label.key) {
			const piece = text.slice(label.start, next?.start ?? text.length).trimEnd();
			other.push({ text: piece, start: start + label.start, end: start + label.start + piece.length });
			continue;
		}
		const has = add(label.key, label.text, label.behind, next?.start ?? text.length);
		// A heading over the whole abstract, or a label that the page doubles, is not a label left blank.
		if (has || label.key === 'abstract' || label.key === next?.key) continue;
		blank.push({ text: label.text, start: start + label.start, end: start + label.end });
	}
	const doubtful = sections.flatMap((section) => labelLike(section, separatorOf(labels)));
	return { sections, blank, other, doubtful };
}

/** A few words behind the end of a sentence, set off as the abstract sets its labels off. */
const LABEL_LIKE: Readonly<Record<Separator, RegExp | undefined>> = {
	dash: new RegExp(`(?<=[.!?]\\s+)\\p{Lu}[\\p{L}/&,’' ]{2,60}(?= [${DASHES}-] \\p{Lu})`, 'gu'),
	colon: /(?<=[.!?]\s+)\p{Lu}[\p{L}/&,’' ]{2,60}(?=: )/gu,
	line: undefined,
};

function labelLike({ text, start }: Section, separator: Separator | undefined): Slice[] {
	const pattern = separator && LABEL_LIKE[separator];
	return [...(pattern ? text.matchAll(pattern) : [])].map(({ 0: words, index }) => ({
		text: words,
		start: start + index,
		end: start + index + words.length,
	}));
}

function findLabels(text: string): Label[] {
	const labels: Label[] = [];
	for (const { 0: before, index } of text.matchAll(PLACE)) {
		let label = labelAt(text, index + before.length);
		while (label && label.start >= (labels.at(-1)?.behind ?? 0)) {
			labels.push(label);
			label = labelAt(text, label.behind);
		}
	}
	return labels;
}

function labelAt(text: string, start: number): Label | undefined {
	const label = matchAt(LABEL, text, start);
	if (!label || inBrackets(text, start)) return undefined;
	const key = sectionOf(label);
	const end = start + label.length;
	if (start > 0 && matchAt(ASIDE, text, end) !== undefined) return undefined;
	for (const [separator, pattern] of Object.entries(SEPARATORS) as [Separator, RegExp][]) {
		const found = separator === 'line' && !onNewLine(text, start) ? undefined : matchAt(pattern, text, end);
		if (found !== undefined) return { key, text: label, start, end, separator, behind: end + found.length };
	}
	return undefined;
}

const onNewLine = (text: string, at: number) => /(?:^|[\n\r])\s*$/u.test(text.slice(0, at));

function matchAt(pattern: RegExp, text: string, start: number): string | undefined {
	pattern.lastIndex = start;
	return pattern.exec(text)?.[0];
}

/** Behind a bracket that is closed later; one that is never closed is a slip of the page. */
function inBrackets(text: string, at: number): boolean {
	return /[([][^()[\]]*$/u.test(text.slice(0, at)) && /^[^()[\]]*[)\]]/u.test(text.slice(at));
}

/**
 * An abstract sets its labels off in one way. A label set off in another is one only if its section has no other
 * label. Small letters are a label's only where the abstract begins with one in small letters.
 */
function ofOneStyle(labels: readonly Label[]): Label[] {
	const isCapital = ({ text }: Slice) => /^\p{Lu}/u.test(text);
	const areSmall = labels[0]?.start === 0 && !isCapital(labels[0]);
	const alike = labels.filter((label) => isCapital(label) !== areSmall);
	const usual = separatorOf(alike);
	const keys = new Set(alike.filter(({ separator }) => separator === usual).map(({ key }) => key));
	return alike.filter((label) => label.separator === usual || !keys.has(label.key));
}

/** How most of them are set off; undefined: there are none. */
function separatorOf(labels: readonly Label[]): Separator | undefined {
	const count = (separator: Separator) => labels.filter((label) => label.separator === separator).length;
	const usual = (['dash', 'colon', 'line'] as const).reduce((most, one) => (count(one) > count(most) ? one : most));
	return labels.length > 0 ? usual : undefined;
}
