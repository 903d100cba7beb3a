import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { familyFirst } from './paper/authors.ts';
import { readJson, readText } from './paper/corpus.ts';
import { RecordError } from './paper/lines.ts';
import { makePaper, PAPER_ID, type Paper } from './paper/paper.ts';
import { type RecordFile, readRecord } from './paper/record.ts';
import type { Slice } from './paper/schema.ts';
import { UsageError } from './usage.ts';

const USAGE = 'usage: npm run import -- FILE [--id ID] [--repository NAME --url URL] [--corpus DIR]';
const ID_LENGTH = 40;

/**
 * Makes a paper's folder from a record: the file byte for byte as record.txt, unless it stands there already, and
 * paper.json, in which what people have added (`others`, `repository`) is kept. Everything is read and checked first.
 * @param args as on the command line
 * @returns what was read, in a few lines; or how it is called, if `--help` asks for it
 * @throws UsageError, CorpusError or RecordError, whose message is one line; nothing is written then
 */
export function importRecord(args: string[]): string {
	if (args.includes('--help')) return USAGE;
	const call = readArgs(args);
	const record = readText(call.file);
	const { file, unread, doubtful } = readFile(record, call.file);
	const { id, isInPlace } = idOf(call, file.item);
	const folder = join(call.corpus, id);
	const target = join(folder, 'record.txt');
	const bytes = readFileSync(call.file);
	const isThere = existsSync(target);
	if (!isInPlace && isThere && !readFileSync(target).equals(bytes))
		throw new UsageError(`${target} is another record: choose another --id`);
	const path = join(folder, 'paper.json');
	const { item, ...rest } = file;
	const json = { item: { id, ...item }, ...additions(path, call), ...rest };
	const paper = makePaper(id, json, record, path);
	mkdirSync(folder, { recursive: true });
	if (!isThere) writeFileSync(target, bytes, { flag: 'wx' });
	replaceFile(path, `${JSON.stringify(json, null, '\t')}\n`);
	return summary(paper, path, unread, doubtful);
}

type Call = { file: string; corpus: string; id?: string; repository?: { name: string; url: string } };

function readArgs(args: string[]): Call {
	const string = { type: 'string' } as const;
	const options = { id: string, repository: string, url: string, corpus: { ...string, default: 'corpus' } };
	try {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const { id, repository: name, url, corpus } = values;
		const [file, more] = positionals;
		if (!file || more !== undefined) throw new Error('name one file');
		if ((name === undefined) !== (url === undefined)) throw new Error('--repository and --url belong together');
		return { file, corpus, ...(id !== undefined && { id }), ...(name && url && { repository: { name, url } }) };
	} catch (cause) {
		throw new UsageError(`${(cause as Error).message.replaceAll(/\s+/g, ' ')}; ${USAGE}`, { cause });
	}
}

/** As readRecord, with errors that name the file that was given. */
function readFile(record: string, path: string) {
	try {
		return readRecord(record);
	} catch (error) {
		if (error instanceof RecordError) throw new UsageError(`${path}:${error.line}: ${error.rule}`, { cause: error });
		throw error;
	}
}

/** A record that stands in the corpus has its folder's name; another the given one, or one made of author and title. */
function idOf({ file, corpus, id }: Call, item: RecordFile['item']): { id: string; isInPlace: boolean } {
	const folder = dirname(resolve(file));
	const isInPlace = basename(file) === 'record.txt' && dirname(folder) === resolve(corpus);
	const name = isInPlace ? basename(folder) : (id ?? slug(`${item.author?.[0]?.family ?? ''} ${item.title}`));
	if (id !== undefined && id !== name) throw new UsageError(`--id ${id}: this record stands in the folder ${name}`);
	if (!PAPER_ID.test(name)) throw new UsageError(`--id “${name}”: an id is ${PAPER_ID.source}`);
	return { id: name, isInPlace };
}

/** Whole words in small letters without accents, joined by hyphens, as many as an id holds. */
function slug(text: string): string {
	const plain = text.normalize('NFKD').replace(/\p{M}|['’]/gu, '');
	let id = '';
	for (const word of plain.toLowerCase().match(/[a-z0-9]+/g) ?? []) {
		if (`${id}-${word}`.length > ID_LENGTH) break;
		id += id ? `-${word}` : word;
	}
	return id;
}

/** What people have added to paper.json, which no record gives. */
function additions(path: string, { repository }: Call) {
	const old = existsSync(path) ? readJson(path) : {};
	const kept = { others: [], ...(old as { others?: unknown; repository?: unknown } | null) };
	const place = repository ?? kept.repository;
	return { others: kept.others, ...(place !== undefined && { repository: place }) };
}

/** Whole or not at all: a reader never sees half a file. */
function replaceFile(path: string, text: string) {
	const draft = `${path}.new`;
	try {
		writeFileSync(draft, text);
		renameSync(draft, path);
	} finally {
		rmSync(draft, { force: true });
	}
}

function summary(
	{ item, id, lines: said, posted, sections, passages, blank, repository, record }: Paper,
	path: string,
	unread: Slice[],
	doubtful: Slice[],
) {
	const names = sections.map(({ key, label }) => (label ? `${label} (${key})` : key));
	const lineOf = (slice: Slice) => `line ${record.slice(0, slice.start).split('\n').length}`;
	const listed = (slices: Slice[]) =>
		slices.map((slice) => `${slice.text.replaceAll(/\s+/g, ' ')} (${lineOf(slice)})`).join('; ');
	const rows = {
		title: item.title,
		type: said.type?.text,
		authors: item.author?.map(familyFirst).join('; '),
		journal: item['container-title'],
		publisher: item.publisher,
		posted: posted && `${posted} (put into the repository; not the day of publication)`,
		sections: `${names.join(', ')}; ${passages.length} passages`,
		blank: blank.map(({ text }) => text).join(', '),
		'not kept': listed(unread),
		'a label?': listed(doubtful),
	};
	const lines = Object.entries(rows).map(([name, value]) => `${`${name}:`.padEnd(11)}${value || '–'}`);
	const where = repository
		? ''
		: `, and name where it is from: npm run import -- ${path.replace(/paper\.json$/, 'record.txt')} --repository NAME --url URL`;
	return [
		`${path} (paper ${id})`,
		...lines,
		`Next: hold this against the record; add what other records say to “others”, with its source${where}`,
	].join('\n');
}
