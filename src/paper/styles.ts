import { open, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StyleError, type StyleSource } from './engine.ts';
import { findStyle, onlyStyle, type Style } from './style-names.ts';

export type Styles = {
	/** All that are known so far, those that the bot brings first; the folders are read in the background. */
	known(): readonly Style[];
	/** By id, title or short title, whatever the case; or by words that only one style has. */
	find(typed: string): Promise<Style | undefined>;
	/** @throws StyleError where the file is broken or its parent missing */
	load(style: Style): Promise<StyleSource>;
};

/** Ids are those of the official files, whose place these three take. */
export const BUILT_IN: readonly [Style, ...Style[]] = [
	{ id: 'apa', title: 'APA 7th edition', short: 'APA' },
	{ id: 'harvard-cite-them-right', title: 'Harvard (Cite Them Right)', short: 'Harvard' },
	{ id: 'vancouver', title: 'Vancouver (NLM)', short: 'Vancouver' },
];

/** Their names in the processor's package. Harvard quotes as in Britain, which its file leaves open. */
const BUNDLED: Readonly<Record<string, Pick<StyleSource, 'bundled' | 'locale'>>> = {
	apa: { bundled: 'apa' },
	'harvard-cite-them-right': { bundled: 'harvard1', locale: 'en-GB' },
	vancouver: { bundled: 'vancouver' },
};

/** Bytes of a file in which its title is looked for. */
const HEAD = 4096;

/** Files that are read at once while the folders are listed. */
const AT_ONCE = 32;

/** @param dirs folders with .csl files, themselves and in a folder `dependent`; the first that has a style wins */
export function openStyles(dirs: readonly string[]): Styles {
	let styles: readonly Style[] = BUILT_IN;
	let reading: Promise<void> | undefined;
	const read = () => {
		reading ??= list(dirs).then((found) => {
			styles = [...BUILT_IN, ...found];
		});
		return reading;
	};
	return {
		known() {
			read();
			return styles;
		},
		async find(typed) {
			const near = findStyle(BUILT_IN, typed);
			if (near) return near;
			await read();
			return findStyle(styles, typed) ?? onlyStyle(styles, typed);
		},
		async load(style) {
			if (style.path === undefined) return { id: style.id, title: style.title, ...BUNDLED[style.id] };
			const own = await readStyle(style, style.path);
			if (own.parent === undefined) return own.source;
			await read();
			return withRulesOf(own, styles);
		},
	};
}

async function list(dirs: readonly string[]): Promise<Style[]> {
	const paths = new Map<string, string>(BUILT_IN.map(({ id }) => [id, '']));
	for (const dir of dirs.flatMap((dir) => [dir, join(dir, 'dependent')])) {
		const files = await readdir(dir).catch(() => [] as string[]);
		for (const file of files.filter((name) => name.endsWith('.csl')).sort()) {
			const id = basename(file, '.csl');
			if (!paths.has(id)) paths.set(id, join(dir, file));
		}
	}
	const entries = [...paths].filter(([, path]) => path !== '');
	const styles: Style[] = [];
	for (let i = 0; i < entries.length; i += AT_ONCE) {
		styles.push(...(await Promise.all(entries.slice(i, i + AT_ONCE).map(([id, path]) => describe(id, path)))));
	}
	return styles;
}

/** A file that is none of a style keeps its place under its name; what is wrong with it is said when it is used. */
async function describe(id: string, path: string): Promise<Style> {
	const { readHead } = await import('./csl.ts');
	try {
		const file = await open(path);
		try {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
			const { title, short } = readHead(buffer.subarray(0, bytesRead).toString('utf8'));
			return { id, title, ...(short && { short }), path };
		} finally {
			await file.close();
		}
	} catch {
		return { id, title: id, path };
	}
}

type Read = { source: StyleSource; parent?: string; locale?: string };

const unusable = (title: string, reason: string, cause?: unknown) =>
	new StyleError(`The style “${title}” cannot be used: ${reason}.`, { cause });

async function readStyle({ id, title }: Style, path: string): Promise<Read> {
	const { checkStyle, NotAStyle } = await import('./csl.ts');
	try {
		const xml = await readFile(path, 'utf8');
		return { source: { id, title, xml }, ...checkStyle(xml) };
	} catch (cause) {
		throw unusable(title, cause instanceof NotAStyle ? cause.message : 'its file cannot be read', cause);
	}
}

/** A dependent style is its parent's rules under its own name and in its own language. */
async function withRulesOf({ source, parent, locale }: Read, styles: readonly Style[]): Promise<StyleSource> {
	const { id, title } = source;
	const found = styles.find((style) => style.id === parent);
	if (!found) throw unusable(title, `it needs the style “${parent}”, which is not here`);
	const own = { id, title, ...(locale && { locale }) };
	if (found.path === undefined) return { ...BUNDLED[found.id], ...own };
	const rules = await readStyle(found, found.path);
	if (rules.parent !== undefined) throw unusable(title, `its parent “${parent}” has no rules of its own`);
	return { ...rules.source, ...own };
}
