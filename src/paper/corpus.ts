import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { CorpusError, checkAnchored, firstIssue, makePaper, NOTHING_BESIDE, PAPER_ID, type Paper } from './paper.ts';
import { type Anchored, besideSchema, type GeneralPrompts, generalPromptsSchema } from './schema.ts';

/** All papers by id, in the order of their ids, and the one that is meant when none is named. */
export type Corpus = {
	papers: ReadonlyMap<string, Paper>;
	main: Paper;
	/** What to discuss about a section of each kind, in any paper. */
	prompts: GeneralPrompts;
};

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
	return { papers, main: first, prompts: readOptional(join(dir, 'prompts.json'), generalPromptsSchema) ?? {} };
}

/**
 * Folders that hold one of a paper's files; others (styles, notes) are none of ours, and neither are links that lead
 * nowhere.
 * @throws CorpusError where `dir` or a folder in it cannot be read
 */
export function folders(dir: string): string[] {
	try {
		return readdirSync(dir)
			.filter((name) => {
				const path = join(dir, name);
				return isFolder(path) && readdirSync(path).some((file) => PAPER_FILES.includes(file));
			})
			.sort();
	} catch (cause) {
		throw new CorpusError(`${dir}: the corpus folder cannot be read (${reason(cause)})`, { cause });
	}
}

/** Follows links: a group may keep its papers elsewhere. */
function isFolder(path: string): boolean {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
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
	return {
		...paper,
		questions: readAnchored(join(dir, id, 'questions.json'), paper),
		prompts: readAnchored(join(dir, id, 'prompts.json'), paper),
		beside: readOptional(join(dir, id, 'beside.json'), besideSchema) ?? NOTHING_BESIDE,
	};
}

/** A file that a folder may have. @throws CorpusError that names file, field and rule */
function readOptional<T>(path: string, schema: z.ZodType<T>): T | undefined {
	if (!existsSync(path)) return undefined;
	const parsed = schema.safeParse(readJson(path));
	if (!parsed.success) throw new CorpusError(`${path}: ${firstIssue(parsed.error)}`);
	return parsed.data;
}

/** The texts of an optional file by the passage that they are about. */
const readAnchored = (path: string, paper: Paper): Anchored =>
	existsSync(path) ? checkAnchored(readJson(path), paper, path) : {};

/** @throws CorpusError that names the file */
export function readJson(path: string): unknown {
	const text = readText(path);
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new CorpusError(`${path}: not JSON (${reason(cause)})`, { cause });
	}
}

/** UTF-8, with its byte order mark if it has one, so that offsets hold. @throws CorpusError that names the file */
export function readText(path: string): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
	} catch (cause) {
		if ((cause as { code?: unknown }).code === 'ENOENT')
			throw new CorpusError(`${path}: there is no such file`, { cause });
		throw new CorpusError(`${path}: cannot be read as UTF-8 text (${reason(cause)})`, { cause });
	}
}

/** On one line, as JSON.parse quotes the text around a fault with its line breaks. */
const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ');
