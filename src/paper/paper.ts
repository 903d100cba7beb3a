import type { z } from 'zod';
import {
	type Anchored,
	anchoredSchema,
	type Beside,
	type Item,
	type PaperFile,
	paperSchema,
	type Section,
	type Slice,
} from './schema.ts';
import { SECTION_NAMES, type SectionKey } from './section.ts';
import { sentences } from './sentences.ts';

/**
 * A sentence of a section: the unit that is found and quoted. `text` is `record.slice(start, end)`.
 * `id` (`findings.1`) is stable and fits a custom_id; `name` (`Findings 1`) is what people read.
 */
export type Passage = Slice & { id: string; name: string; paper: string; section: SectionKey };

export type Paper = PaperFile & {
	/** The corpus folder's name. */
	id: string;
	/** record.txt, as it was published. */
	record: string;
	/** The item with the facts of other records added and, where both speak, theirs instead of the record's. */
	verified: Item;
	/** In the order of the record. */
	passages: Passage[];
	/** Questions that a passage is expected to answer, by passage id: data, never shown. */
	questions: Anchored;
	/** What to discuss about a passage, by passage id. */
	prompts: Anchored;
	/** What people ask about and the paper does not tell: data, never shown. */
	beside: Beside;
};

/** The section in which a piece of the record stands. */
export const sectionAt = ({ sections }: Pick<PaperFile, 'sections'>, { start, end }: Pick<Slice, 'start' | 'end'>) =>
	sections.find((section) => section.start <= start && end <= section.end);

/** A corpus that cannot be served; the message is one line that names file, field and rule. */
export class CorpusError extends Error {}

/** Of a paper without the file for it. */
export const NOTHING_BESIDE: Beside = { aspects: [], opposites: [] };

/** Lower case, so that it stands in a custom_id and on any file system; 40 characters leave room beside it. */
export const PAPER_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** @throws CorpusError for what is not a list of texts by passage id, or names a passage that the paper has not. */
export function checkAnchored(json: unknown, paper: Paper, path: string): Anchored {
	const parsed = anchoredSchema.safeParse(json);
	if (!parsed.success) throw new CorpusError(`${path}: ${firstIssue(parsed.error)}`);
	const ids = paper.passages.map(({ id }) => id);
	const unknown = Object.keys(parsed.data).find((id) => !ids.includes(id));
	if (unknown) throw new CorpusError(`${path}: ${unknown}: is no passage of the paper, which has ${ids.join(', ')}`);
	return parsed.data;
}

/**
 * A checked paper from the parsed paper.json and the text of record.txt.
 * @param path names the file in errors
 * @throws CorpusError that names file, field and rule
 */
export function makePaper(id: string, json: unknown, record: string, path = 'paper.json'): Paper {
	const parsed = paperSchema.safeParse(json);
	if (!parsed.success) throw new CorpusError(`${path}: ${firstIssue(parsed.error)}`);
	const file = parsed.data;
	for (const [field, slice] of slices(file)) {
		if (record.slice(slice.start, slice.end) !== slice.text) {
			throw new CorpusError(
				`${path}: ${field}: its text is not what record.txt has from ${slice.start} to ${slice.end}`,
			);
		}
	}
	for (const [i, { label, start }] of file.sections.entries()) {
		if (record.slice(file.sections[i - 1]?.end ?? 0, start).includes(label)) continue;
		throw new CorpusError(`${path}: sections[${i}].label: record.txt has no “${label}” before this section`);
	}
	for (const [field, line] of QUOTED.map((field) => [field, file.lines[field]?.text] as const)) {
		const said = field === 'availability' ? file.availability : file.item[field];
		if (line === undefined || said === undefined || line === said) continue;
		throw new CorpusError(`${path}: ${field}: is “${said}”, and “${line}” in the record`);
	}
	const facts = Object.fromEntries(file.others.map(({ field, value }) => [field, value]));
	return {
		...file,
		id,
		record,
		verified: { ...file.item, ...facts },
		passages: passagesOf(id, file.sections),
		questions: {},
		prompts: {},
		beside: NOTHING_BESIDE,
	};
}

/** Facts of the record that are its very words; what others say of them stands among `others`. */
const QUOTED = ['title', 'container-title', 'publisher', 'availability'] as const;

function* slices(file: PaperFile): Iterable<[field: string, slice: Slice]> {
	for (const [i, section] of file.sections.entries()) yield [`sections[${i}] (${section.key})`, section];
	for (const [key, line] of Object.entries(file.lines)) yield [`lines.${key}`, line];
	for (const [i, label] of file.blank.entries()) yield [`blank[${i}]`, label];
}

function passagesOf(paper: string, sections: readonly Section[]): Passage[] {
	const count = new Map<SectionKey, number>();
	return sections.flatMap((section) =>
		sentences(section.text).map(({ start, end }) => {
			const number = (count.get(section.key) ?? 0) + 1;
			count.set(section.key, number);
			return {
				id: `${section.key}.${number}`,
				name: `${SECTION_NAMES[section.key]} ${number}`,
				paper,
				section: section.key,
				text: section.text.slice(start, end),
				start: section.start + start,
				end: section.start + end,
			};
		}),
	);
}

export function firstIssue(error: z.ZodError): string {
	const issue = error.issues[0];
	const field = (issue?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
	const rule = issue?.message
		.replace(/^Invalid input: expected (.+), received undefined$/, 'is missing (expected $1)')
		.replace(/^Invalid input: expected (.+), received (.+)$/, 'is $2, expected $1');
	return `${field.replace(/^\./, '') || 'the file'}: ${rule}`;
}
