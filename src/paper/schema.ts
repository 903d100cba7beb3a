import { z } from 'zod';
import { SECTION_KEYS } from './section.ts';

const text = z.string().min(1);

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

const datePart = z.tuple([z.int()], z.int()).refine((parts) => parts.length <= 3, 'a date is [year, month, day]');
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

/** A fact that another record gives: who says so, and whether it was inferred from what they say. */
const fact = z
	.strictObject({ field: z.enum(factFields), value: z.unknown(), source: text, inferred: z.boolean().optional() })
	.superRefine((fact, context) => {
		const checked = variables[fact.field].safeParse(fact.value);
		for (const issue of checked.error?.issues ?? []) {
			context.addIssue({ code: 'custom', message: issue.message, path: ['value', ...issue.path] });
		}
	});

/** paper.json: see DESIGN in the README's map; the importer writes it, the loader checks it. */
export const paperSchema = z.strictObject({
	item,
	others: z.array(fact),
	repository: z.strictObject({ name: text, url: z.url({ protocol: /^https?$/ }) }).optional(),
	posted: z.iso.date().optional(),
	availability: text.optional(),
	affiliations: z.array(text),
	lines: z.partialRecord(
		z.enum(['title', 'author', 'posted', 'container-title', 'publisher', 'availability', 'affiliations']),
		slice,
	),
	blank: z.array(slice),
	sections: z
		.array(z.strictObject({ key: z.enum(SECTION_KEYS), label: z.string(), ...slice.shape }))
		.min(1, 'a paper has at least one section'),
});

/** questions.json: by passage id, questions that the passage is expected to answer. */
export const questionsSchema = z.record(text, z.array(text));

export type Questions = z.infer<typeof questionsSchema>;
export type Slice = z.infer<typeof slice>;
export type Name = z.infer<typeof name>;
export type Item = z.infer<typeof item>;
export type Fact = z.infer<typeof fact>;
export type PaperFile = z.infer<typeof paperSchema>;
export type Section = PaperFile['sections'][number];
export type LineKey = keyof PaperFile['lines'];
