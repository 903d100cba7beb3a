import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
	type Anchored,
	anchoredSchema,
	type GeneralPrompts,
	generalPromptsSchema,
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
};

/** The section in which a piece of the record stands. */
export const sectionAt = ({ sections }: Pick<PaperFile, 'sections'>, { start, end }: Pick<Slice, 'start' | 'end'>) =>
	sections.find((section) => section.start <= start && end <= section.end);

/** All papers by id, in the order of their ids, and the one that is meant when none is named. */
export type Corpus = {
	papers: ReadonlyMap<string, Paper>;
	main: Paper;
	/** What to discuss about a section of each kind, in any paper. */
	prompts: GeneralPrompts;
};

/** A corpus that cannot be served; the message is one line that names file, field and rule. */
export class CorpusError extends Error {}

/** Lower case, so that it stands in a custom_id and on any file system; 40 characters leave room beside it. */
export const PAPER_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

const PAPER_FILES = ['paper.json', 'record.txt'];

/** Reads and checks every folder of `dir`. `main` is the id of the paper meant by default; absent: the first by id. */
export function loadCorpus(dir: string, main?: string): Corpus {
	const papers = new Map(folders(dir).map((id) => [id, loadPaper(dir, id)]));
	for (const { id, item } of papers.values()) {
		const twin = [...papers.values()].find((other) => other.id < id && other.item.id === item.id);
		if (twin) throw new CorpusError(`${join(dir, id, 'paper.json')}: item.id: “${item.id}” is that of ${twin.id} too`);
	}
	const first = papers.get(main ?? [...papers.keys()][0] ?? '');
	if (papers.size === 0)
		throw new CorpusError(`${dir}: no paper here; a paper is a folder with record.txt and paper.json`);
	if (!first)
		throw new CorpusError(`${dir}: DEFAULT_PAPER names “${main}”, but there is only ${[...papers.keys()].join(', ')}`);
	return { papers, main: first, prompts: readGeneralPrompts(join(dir, 'prompts.json')) };
}

/** Folders that hold one of a paper's files; others (styles, notes) are none of ours. */
function folders(dir: string): string[] {
	try {
		return readdirSync(dir)
			.filter((name) => {
				const path = join(dir, name);
				// Follows links: a group may keep its papers elsewhere.
				return statSync(path).isDirectory() && readdirSync(path).some((file) => PAPER_FILES.includes(file));
			})
			.sort();
	} catch (cause) {
		throw new CorpusError(`${dir}: the corpus folder cannot be read (${reason(cause)})`, { cause });
	}
}

function loadPaper(dir: string, id: string): Paper {
	if (!PAPER_ID.test(id)) throw new CorpusError(`${join(dir, id)}: a paper's folder is named ${PAPER_ID.source}`);
	const record = readText(join(dir, id, 'record.txt'));
	const path = join(dir, id, 'paper.json');
	if (!existsSync(path)) {
		throw new CorpusError(`${path}: is missing; make it with: npm run import -- ${join(dir, id, 'record.txt')}`);
	}
	const paper = makePaper(id, readJson(path), record, path);
	const [questions, prompts] = ['questions.json', 'prompts.json'].map((name) => join(dir, id, name));
	return { ...paper, questions: readAnchored(questions, paper), prompts: readAnchored(prompts, paper) };
}

/** The texts of an optional file by the passage that they are about. */
function readAnchored(path: string | undefined, paper: Paper): Anchored {
	return path !== undefined && existsSync(path) ? checkAnchored(readJson(path), paper, path) : {};
}

/** @throws CorpusError for what is not a list of texts by passage id, or names a passage that the paper has not. */
export function checkAnchored(json: unknown, paper: Paper, path: string): Anchored {
	const parsed = anchoredSchema.safeParse(json);
	if (!parsed.success) throw new CorpusError(`${path}: ${firstIssue(parsed.error)}`);
	const ids = paper.passages.map(({ id }) => id);
	const unknown = Object.keys(parsed.data).find((id) => !ids.includes(id));
	if (unknown) throw new CorpusError(`${path}: ${unknown}: is no passage of the paper, which has ${ids.join(', ')}`);
	return parsed.data;
}

function readGeneralPrompts(path: string): GeneralPrompts {
	if (!existsSync(path)) return {};
	const parsed = generalPromptsSchema.safeParse(readJson(path));
	if (!parsed.success) throw new CorpusError(`${path}: ${firstIssue(parsed.error)}`);
	return parsed.data;
}

/** @throws CorpusError that names the file */
export function readJson(path: string): unknown {
	const text = readText(path);
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new CorpusError(`${path}: not JSON (${reason(cause)})`, { cause });
	}
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

/** UTF-8, with its byte order mark if it has one, so that offsets hold. @throws CorpusError that names the file */
export function readText(path: string): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
	} catch (cause) {
		if ((cause as { code?: unknown }).code === 'ENOENT') throw new CorpusError(`${path}: there is no such file`, { cause });
		throw new CorpusError(`${path}: cannot be read as UTF-8 text (${reason(cause)})`, { cause });
	}
}

function firstIssue(error: z.ZodError): string {
	const issue = error.issues[0];
	const field = (issue?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
	const rule = issue?.message
		.replace(/^Invalid input: expected (.+), received undefined$/, 'is missing (expected $1)')
		.replace(/^Invalid input: expected (.+), received (.+)$/, 'is $2, expected $1');
	return `${field.replace(/^\./, '') || 'the file'}: ${rule}`;
}

/** On one line, as JSON.parse quotes the text around a fault with its line breaks. */
const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ');
