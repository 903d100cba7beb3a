import { z } from 'zod';
import { SECTION_KEYS } from './section.ts';

const text = z.string().regex(/\S/, 'is empty');

/** A verbatim piece of record.txt, `[start, end)` in UTF-16 code units. */
const slice = z.strictObject({ text, start: z.int().nonnegative(), end: z.int().positive() });

const name = z
	.strictObject({
		family: text.optional(),
		given: text.optional(),
		'dropping-particle': text.optional(),
		'non-dropping-particle': text.optional(),
		suffix: text.optional(),
		literal: text.optional(),
	})
	.refine((name) => name.family ?? name.literal, 'a name needs a family name or, for an organisation, a literal');

const datePart = z.tuple([z.int()], z.int()).refine(isDate, 'a date is [year], [year, month] or [year, month, day]');
const date = z.strictObject({ 'date-parts': z.tuple([datePart]) });

/** The variables of a CSL-JSON item that the bot knows; all but `id` and `type` may be missing. */
const variables = {
	title: text,
	author: z.array(name).min(1),
	'container-title': text,
	publisher: text,
	issued: date,
	volume: text,
	issue: text,
	page: text,
	number: text,
	'number-of-pages': text,
	DOI: z.string().regex(/^10\.\d{4,9}\/\S+$/, 'a DOI is bare: 10.…/…'),
	ISSN: z.string().regex(/^\d{4}-\d{3}[\dX]$/, 'an ISSN has the form 1234-567X'),
	URL: z.url({ protocol: /^https?$/ }),
	language: text,
};

const item = z
	.strictObject({ id: text, type: text, ...variables })
	.partial()
	.required({ id: true, type: true });

type FactField = keyof typeof variables;
const factFields = Object.keys(variables) as [FactField, ...FactField[]];

const source = z.string('is missing: who says so?').regex(/\S/, 'is empty: who says so?');

/** A fact that another record gives: who says so, and whether it was inferred from what they say. */
const fact = z
	.strictObject({ field: z.enum(factFields), value: z.unknown(), source, inferred: z.boolean().optional() })
	.superRefine((fact, context) => {
		const checked = variables[fact.field].safeParse(fact.value);
		for (const issue of checked.error?.issues ?? []) {
			context.addIssue({ code: 'custom', message: issue.message, path: ['value', ...issue.path] });
		}
	});

/** What the record may say in lines of its own, kept for quoting. */
const LINE_KEYS = [
	'title',
	'type',
	'author',
	'posted',
	'availability',
	'container-title',
	'publisher',
	'affiliations',
	'issued',
	'volume',
	'issue',
	'page',
	'number-of-pages',
	'DOI',
	'ISSN',
	'language',
	'peer review',
	'open access',
] as const;

const section = z.strictObject({
	key: z.enum(SECTION_KEYS),
	label: z.string(),
	...slice.shape,
	text: z.string().regex(/^\S(?:.*\S)?$/su, 'is empty, or has white space at an end'),
});

/** paper.json, which the importer writes and the loader checks. */
export const paperSchema = z.strictObject({
	item,
	others: z.array(fact),
	repository: z.strictObject({ name: text, url: z.url({ protocol: /^https?$/ }) }).optional(),
	posted: z.iso.date({ error: ({ input }) => `is “${input}”, which is no day of the form YYYY-MM-DD` }).optional(),
	availability: text.optional(),
	affiliations: z.array(text),
	lines: z.partialRecord(z.enum(LINE_KEYS), slice),
	blank: z.array(slice),
	sections: z.array(section).min(1, 'a paper has at least one section').superRefine(inOrder),
});

function isDate([year, month, day]: readonly number[]): boolean {
	if (month === undefined) return true;
	const date = new Date(Date.UTC(year ?? 0, month - 1, day ?? 1));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === (day ?? 1);
}

function inOrder(sections: readonly Slice[], context: z.RefinementCtx) {
	for (const [i, { start }] of sections.entries()) {
		const before = sections[i - 1]?.end ?? 0;
		if (start >= before) continue;
		const message = `starts at ${start}, before the one above ends at ${before}: they stand in the record's order`;
		context.addIssue({ code: 'custom', message, path: [i, 'start'] });
	}
}

/** questions.json and prompts.json of a paper: by passage id, what the passage answers, what to discuss about it. */
export const anchoredSchema = z.record(text, z.array(text));

/**
 * beside.json of a paper: what people ask about its subject and it does not tell. `aspects`: words for one thing each;
 * `opposites`: two words of which a passage that has the one says nothing about the other.
 */
export const besideSchema = z.strictObject({
	aspects: z.array(z.array(text).min(1)).default([]),
	opposites: z.array(z.tuple([text, text])).default([]),
});

/** prompts.json of the corpus: by kind of section, what to discuss about it in any paper. */
export const generalPromptsSchema = z.partialRecord(z.enum(SECTION_KEYS), z.array(text));

export type Anchored = z.infer<typeof anchoredSchema>;
export type Beside = z.infer<typeof besideSchema>;
export type GeneralPrompts = z.infer<typeof generalPromptsSchema>;
export type Slice = z.infer<typeof slice>;
export type Name = z.infer<typeof name>;
export type Item = z.infer<typeof item>;
export type Fact = z.infer<typeof fact>;
export type PaperFile = z.infer<typeof paperSchema>;
export type Section = PaperFile['sections'][number];
export type LineKey = keyof PaperFile['lines'];
