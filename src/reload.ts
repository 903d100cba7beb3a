import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Library } from './discord/command.ts';
import { loggable } from './discord/log.ts';
import { CorpusError } from './paper/paper.ts';

/** What is served, read anew for each interaction. */
export type Shelf = {
	library(): Library;
	/** Loads and checks the whole corpus, and serves it in one step; a broken one is refused and the old one stays. */
	reload(): void;
};

/** @throws what `load` throws the first time */
export function makeShelf(load: () => Library, log: Logger): Shelf {
	let library = load();
	const papers = () => [...library.corpus.papers.keys()];
	log.info({ papers: papers() }, 'corpus loaded');
	return {
		library: () => library,
		reload() {
			try {
				const next = load();
				next.index.finder(next.corpus.main);
				library = next;
				log.info({ papers: papers() }, 'corpus loaded anew');
			} catch (error) {
				const problem = error instanceof CorpusError ? error.message : loggable(error);
				log.error({ problem }, 'corpus not loaded anew; the old one stays');
			}
		},
	};
}

/** The shelf of a folder, whose changes are served. @throws what `load` throws the first time */
export function openShelf(dir: string, load: () => Library, log: Logger): Shelf {
	let shelf: Shelf | undefined;
	// First watched, then read: what changes in between is not missed.
	watchFolder(dir, () => shelf?.reload());
	shelf = makeShelf(load, log);
	return shelf;
}

/** In milliseconds. */
const WAITS = {
	/** A change is over once nothing more has changed for so long: files come one after the other. */
	quiet: 500,
	/** Where the changes do not end, it is told after so long, and again. */
	longest: 5000,
};

/**
 * Calls `changed` after each change in a folder, in the folders in it, or to which folder it is. One watch a folder, and
 * all of them set anew with each change, so that new folders are watched and one that was replaced is, too.
 * @returns ends it
 */
export function watchFolder(dir: string, changed: () => void, { quiet, longest } = WAITS): () => void {
	const path = resolve(dir);
	let watches: FSWatcher[] = [];
	let timer: NodeJS.Timeout | undefined;
	/** When the first of the changes came that nobody was told of yet. */
	let first: number | undefined;
	const soon = () => {
		clearTimeout(timer);
		first ??= performance.now();
		const left = first + longest - performance.now();
		timer = setTimeout(
			() => {
				first = undefined;
				// First watched, then read: what changes in between is not missed.
				set();
				changed();
			},
			Math.max(0, Math.min(quiet, left)),
		).unref();
	};
	const clear = () => {
		for (const one of watches) one.close();
	};
	const set = () => {
		clear();
		const above = watchOne(dirname(path), (name) => name === basename(path) && soon());
		watches = [above, ...[path, ...foldersIn(path)].map((one) => watchOne(one, soon))].flatMap((one) => one ?? []);
	};
	set();
	return () => {
		clearTimeout(timer);
		clear();
	};
}

/** Undefined where that is not possible: it has gone again, or this is a file system that tells of no changes. */
function watchOne(path: string, changed: (name: string | null) => void): FSWatcher | undefined {
	try {
		const watcher = watch(path, { persistent: false }, (_event, name) => changed(name));
		return watcher.on('error', () => watcher.close());
	} catch {
		return undefined;
	}
}

function foldersIn(path: string): string[] {
	try {
		return readdirSync(path, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
			.map(({ name }) => join(path, name));
	} catch {
		return [];
	}
}
