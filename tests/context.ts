import type { Pressed } from '../src/discord/command.ts';
import { sayIn } from '../src/discord/say.ts';
import { makeCiter } from '../src/paper/cite.ts';
import { loadCorpus } from '../src/paper/corpus.ts';
import type { Paper, Passage } from '../src/paper/paper.ts';
import { buildIndex } from '../src/paper/search.ts';
import { CORPUS_DIR } from './running.ts';

export const { main: perrin } = loadCorpus(CORPUS_DIR);

const citer = makeCiter([]);

type Options = { locale?: string; own?: boolean; chance?: number; found?: readonly Passage[] };

/**
 * What commands and buttons are given: these papers, the first of them the main one.
 * @param options `found`: what any search finds; absent: what the bot's own index does
 */
export function contextOf(papers: readonly [Paper, ...Paper[]] = [perrin], options: Options = {}): Pressed {
	const { locale = 'en-US', own = true, chance = 0, found } = options;
	const corpus = { papers: new Map(papers.map((paper) => [paper.id, paper])), main: papers[0], prompts: {} };
	const hits = found?.map((passage) => ({ passage, score: 1, words: ['a*b', '@everyone'] }));
	const index = hits
		? { search: () => hits, closest: () => hits, finder: (paper: Paper) => buildIndex(corpus).finder(paper) }
		: buildIndex(corpus);
	return { corpus, index, citer, say: sayIn(locale), own, chance };
}
