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
		'(?:research )?limitations?|strengths?|research implications?|implications? for (?:further |future )?research|' +
		'(?:directions? for )?(?:future|further) (?:research|work|studies|directions?)',
	social: '(?:social|societal) implications?|implications? for society',
	practical:
		'practical(?= ?[/&]| and )|(?:practical|practice|managerial|management|clinical|policy|organi[sz]ational|educational) implications?|' +
		'implications?(?: for(?: \\p{L}+){1,4})?|recommendations?|(?:clinical )?relevance',
	originality: 'originality|values?|novelty|contributions?|significance|what this (?:paper|study) adds',
	conclusions: 'conclusions?|concluding remarks|interpretations?|discussion|theoretical implications?',
	abstract: 'abstract|summary',
};

/** Figure, en and em dashes, the horizontal bar and the minus, which pages set for one another. */
export const DASHES = '‒–—―−';

const spaced = (pattern: string) => pattern.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+');
const PREFIX = '(?:(?:main|key|principal|overall|study) )?';
const TERM = `${PREFIX}(?:${Object.values(WORDS).join('|')})(?:\\(s\\))?(?: of (?:the|this) (?:study|paper|article|review))?`;
const JOINED = `${TERM}(?:(?: ?[/,&] ?(?:and )?| and | or )${TERM})*`;
/** What follows an abstract in the same paragraph: no section of it. */
const OTHER = 'key ?words?|(?:paper|article) type|(?:article|jel) classifications?';
/** A label at `lastIndex`, as long as what follows may set it off. */
export const LABEL = new RegExp(spaced(`(?:${JOINED}|${OTHER})(?= ?(?:[:${DASHES}-]|[\\n\\r]|$))`), 'iuy');
const BEGINNINGS = Object.entries(WORDS).map(
	([key, words]) => [key as SectionKey, new RegExp(spaced(`^${PREFIX}(?:${words})`), 'iu')] as const,
);

/** The kind of section that a label heads. */
export const sectionOf = (label: string): SectionKey | undefined =>
	BEGINNINGS.find(([, word]) => word.test(label))?.[0];
