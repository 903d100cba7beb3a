import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkStyle, NotAStyle } from './paper/csl.ts';
import { BUILT_IN } from './paper/styles.ts';

/** The official repository, as plain files. */
const OFFICIAL = 'https://raw.githubusercontent.com/citation-style-language/styles/master/';

const HELP = `Fetches official citation styles by name (https://www.zotero.org/styles), and what they depend on.
  npm run styles -- ieee modern-language-association
  --to FOLDER   where to put them (corpus/styles)
  --from URL    the repository, as plain files (${OFFICIAL})`;

/** Milliseconds for one file. */
const PATIENCE = 20_000;

/** Characters; the largest official style has a tenth of it. */
const LARGEST = 2_000_000;

/** What cannot be fetched, as a sentence for whoever asked. */
export class FetchError extends Error {}

/**
 * Fetches the styles that the command line names; those that fail do not keep the others from being written.
 * @returns a line for each file, and the problems
 */
export async function fetchStyles(args: string[]): Promise<{ written: string[]; problems: string[] }> {
	const { values, positionals } = parsed(args);
	const { to = join('corpus', 'styles'), from = OFFICIAL } = values;
	if (values.help || positionals.length === 0) return { written: [], problems: [HELP] };
	const written: string[] = [];
	const problems: string[] = [];
	const wanted = new Set(positionals.map((name) => name.replace(/\.csl$/, '')));
	// The parents of dependent styles are added while they are found.
	for (const name of wanted) {
		try {
			const { xml, title, parent } = await fetchStyle(name, from);
			if (parent && !BUILT_IN.some(({ id }) => id === parent)) wanted.add(parent);
			written.push(`${await put(to, `${name}.csl`, xml)}: ${title}`);
		} catch (error) {
			if (!(error instanceof FetchError)) throw error;
			problems.push(error.message);
		}
	}
	return { written, problems };
}

function parsed(args: string[]) {
	try {
		return parseArgs({
			args,
			allowPositionals: true,
			options: { to: { type: 'string' }, from: { type: 'string' }, help: { type: 'boolean' } },
		});
	} catch (cause) {
		throw new FetchError(`${cause instanceof Error ? cause.message : cause}\n${HELP}`, { cause });
	}
}

async function fetchStyle(name: string, from: string) {
	if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
		throw new FetchError(`“${name}” is no name of a style: lower-case letters, figures and hyphens`);
	const base = from.endsWith('/') ? from : `${from}/`;
	const xml = (await get(`${base}${name}.csl`)) ?? (await get(`${base}dependent/${name}.csl`));
	if (xml === undefined) throw new FetchError(`There is no style “${name}” at ${from}`);
	try {
		return { xml, ...checkStyle(xml) };
	} catch (cause) {
		if (!(cause instanceof NotAStyle)) throw cause;
		throw new FetchError(`What ${from} has as “${name}” is no CSL style: ${cause.message}`, { cause });
	}
}

/** @returns undefined where there is no such file */
async function get(url: string): Promise<string | undefined> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
		if (response.status === 404) return undefined;
		if (!response.ok) throw new FetchError(`${url} answers with status ${response.status}`);
		const text = await response.text();
		if (text.length > LARGEST) throw new FetchError(`${url} is larger than any style`);
		return text;
	} catch (cause) {
		if (cause instanceof FetchError) throw cause;
		throw new FetchError(`${url} cannot be fetched (${reason(cause)})`, { cause });
	}
}

const reason = (cause: unknown) =>
	cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : String(cause);

/** In one step, so that a running bot never reads half a file. */
async function put(dir: string, file: string, xml: string): Promise<string> {
	const path = join(dir, file);
	await mkdir(dir, { recursive: true });
	await writeFile(`${path}.part`, xml);
	await rename(`${path}.part`, path);
	return path;
}
