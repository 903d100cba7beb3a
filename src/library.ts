import type { Config } from './config.ts';
import type { Library } from './discord/command.ts';
import { makeCiter } from './paper/cite.ts';
import { loadCorpus } from './paper/corpus.ts';
import { makeEngine } from './paper/engine.ts';
import { buildIndex, type Index } from './paper/search.ts';

/**
 * Loads all that is served, anew at each call; the engine, which takes its time to build, is one for all of them. The
 * index is built when it is first asked for, which a start does once it is ready.
 */
export function loaderOf({ corpusDir, defaultPaper, styleDirs }: Config): () => Library {
	const engine = makeEngine();
	return () => {
		const corpus = loadCorpus(corpusDir, defaultPaper);
		let index: Index | undefined;
		return {
			corpus,
			get index() {
				index ??= buildIndex(corpus);
				return index;
			},
			citer: makeCiter(styleDirs, engine),
		};
	};
}
