import type { Section, Slice } from './schema.ts';
import type { SectionKey } from './section.ts';

/**
 * What publishers call the parts of a structured abstract; a space stands for any white space. A label is one of these,
 * or several joined by a slash, comma, ampersand, “and” or “or”; its beginning decides, by the first key that has it.
 * Two judgements: “Implications” alone are read as practical, where people look for them; theoretical ones belong to
 * what is concluded.
 */
const WORDS: Readonly<Record<SectionKey, string>> = {
	background: 'backgrounds?|introduction|contexts?|rationale|importance|motivation|problem(?: statement)?',
	purpose: 'purposes?|aims?|objectives?|goals?|(?:research )?questions?|hypothes[ie]s',
	methods:
		'(?:study |research )?designs?|(?:research )?methodolog(?:y|ies)|(?:research )?methods?|approach(?:es)?|materials?|' +
		'settings?|participants?|patients?|subjects?|samples?|populations?|interventions?|exposures?|procedures?|' +
		'data (?:sources?|collection|extraction|analysis)|(?:statistical )?analys[ie]s|search strateg(?:y|ies)|' +
		'study selection|(?:eligibility|selection) criteria|(?:primary )?outcomes?(?: and)? measure(?:ment)?s?|measure(?:ment)?s?',
	findings: 'findings?|results?|data synthesis',
	limitations:
		'(?:research )?limitations?|strengths?|research implications?|implications? for (?:further |future )?research',
	social: '(?:social|societal) implications?|implications? for society',
	practical:
		'(?:practical|practice|managerial|management|clinical|policy|organi[sz]ational|educational) implications?|' +
		'implications?(?: for(?: \\p{L}+){1,4})?|recommendations?|(?:clinical )?relevance',
	originality: 'originality|values?|novelty|contributions?|significance|what this (?:paper|study) adds',
	conclusions: 'conclusions?|concluding remarks|interpretations?|discussion|theoretical implications?',
	abstract: 'abstract|summary',
};

const spaced = (pattern: string) => pattern.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+');
const PREFIX = '(?:(?:main|key|principal|overall|study) )?';
const TERM = `${PREFIX}(?:${Object.values(WORDS).join('|')})(?: of (?:the|this) (?:study|paper|article|review))?`;
const JOINED = `${TERM}(?:(?: ?[/,&] ?(?:and )?| and | or )${TERM})*`;
const LABEL = new RegExp(spaced(`${JOINED}(?= ?(?:[:–—-]|[\\n\\r]|$))`), 'iuy');
const BEGINNINGS = Object.entries(WORDS).map(
	([key, words]) => [key as SectionKey, new RegExp(spaced(`^${PREFIX}(?:${words})`), 'iu')] as const,
);

/** What sets a label off. A dash with a space on one side only, or on none, counts before a capital or a figure. */
const SEPARATORS = {
	dash: /\s*[–—-]\s*$|\s+[–—-]\s+|(?:\s*[–—]\s*|\s+-|-\s+)(?=[\p{Lu}\p{N}“"‘])/uy,
	colon: /\s*:\s*/uy,
	line: /[^\S\n\r]*(?:[\n\r]\s*|$)/uy,
};
/** A dash that opens an aside, which sets nothing off: “Results – where there were any – vary.” */
const ASIDE = /\s+[–—-]\s+\p{Ll}[^.!?]*?\s[–—-]\s/uy;
type Separator = keyof typeof SEPARATORS;

/** Where a label may begin: with the abstract, on a new line, behind the end of a sentence. */
const PLACE = /^\s*|[\n\r]\s*|[.!?…]["'”’)\]]*\s*/gu;

type Label = Slice & { key: SectionKey; separator: Separator; behind: number };

/**
 * The sections of an abstract, `record.slice(start, end)`, and the labels that have no text. An abstract without
 * labels is one section `abstract` without a label, and so is what stands before the first label. A word that is no
 * known label is text of the section that it stands in, so nothing is lost.
 */
export function readAbstract(record: string, start: number, end: number): { sections: Section[]; blank: Slice[] } {
	const text = record.slice(start, end);
	const labels = ofOneStyle(findLabels(text));
	const sections: Section[] = [];
	const blank: Slice[] = [];
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
		const has = add(label.key, label.text, label.behind, next?.start ?? text.length);
		// A heading over the whole abstract, or a label that the page doubles, is not a label left blank.
		if (has || label.key === 'abstract' || label.key === next?.key) continue;
		blank.push({ text: label.text, start: start + label.start, end: start + label.end });
	}
	return { sections, blank };
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
	const key = BEGINNINGS.find(([, word]) => word.test(label ?? ''))?.[0];
	if (!label || !key || inBrackets(text, start)) return undefined;
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
	const count = (separator: Separator) => alike.filter((label) => label.separator === separator).length;
	const usual = (['dash', 'colon', 'line'] as const).reduce((most, one) => (count(one) > count(most) ? one : most));
	const keys = new Set(alike.filter(({ separator }) => separator === usual).map(({ key }) => key));
	return alike.filter((label) => label.separator === usual || !keys.has(label.key));
}
