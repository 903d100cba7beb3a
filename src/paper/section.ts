/** The kinds of section that a structured abstract may have, in the order in which they are usually read. */
export const SECTION_KEYS = [
	'background',
	'purpose',
	'methods',
	'findings',
	'limitations',
	'practical',
	'social',
	'originality',
	'conclusions',
	'abstract',
] as const;

export type SectionKey = (typeof SECTION_KEYS)[number];

/** What a section of each kind is called, in passage names (`Findings 1`) and in sentences of the bot. */
export const SECTION_NAMES: Readonly<Record<SectionKey, string>> = {
	background: 'Background',
	purpose: 'Purpose',
	methods: 'Methods',
	findings: 'Findings',
	limitations: 'Limitations',
	practical: 'Practical implications',
	social: 'Social implications',
	originality: 'Originality',
	conclusions: 'Conclusions',
	abstract: 'Abstract',
};
