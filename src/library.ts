import type { Config } from './config.ts';
import type { Library } from './discord/command.ts';
import { makeCiter } from './paper/cite.ts';
import { makeEngine } from './paper/engine.ts';
import { loadCorpus } from './paper/paper.ts';
import { buildIndex } from './paper/search.ts';

/** Loads all that is served, anew at each call; the engine, which takes its time to build, is one for all of them. */
export function loaderOf({ corpusDir, defaultPaper, styleDirs }: Config): () => Library {
	const engine = makeEngine();
	return () => {
		const corpus = loadCorpus(corpusDir, defaultPaper);
		return { corpus, index: buildIndex(corpus), citer: makeCiter(styleDirs, engine) };
	};
}
