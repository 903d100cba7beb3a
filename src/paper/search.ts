import MiniSearch from 'minisearch';
import type { Corpus } from './corpus.ts';
import { type Paper, type Passage, sectionAt } from './paper.ts';
import { bestFirst, type Finder, makeFinder } from './question/finder.ts';
import { isStopWord, term } from './question/terms.ts';
import { VOCABULARY } from './question/vocabulary.ts';
import { compounds, split, words } from './question/words.ts';

/** A passage that matched; scores compare within one query only. */
export type Hit = {
	passage: Passage;
	score: number;
	/** The words of the query that matched, as they were typed, from the engine's own match information. */
	words: string[];
};
export type Index = {
	/** Passages with words of the query in them or in their heading, best first; of one paper, or of the whole corpus. */
	search(query: string, paper?: string): Hit[];
	/** The same of the whole corpus, and passages of a kind of section that the query has other words for. */
	closest(query: string): Hit[];
	/** Finds what a question to one paper is about. */
	finder(paper: Paper): Finder;
};

/** Finders kept in memory; the one that was asked longest ago makes room for another. */
const FINDERS = 64;

const BOOSTS = {
	/** What stands in the passage is what people search for; */
	text: 3,
	/** its heading, */
	label: 1,
	/** and, for what is only to be close, other words for its kind of section: “drawbacks” leads to the limitations. */
	vocabulary: 0.5,
};

/** What people see of a passage. */
const SHOWN = ['text', 'label'] satisfies (keyof typeof BOOSTS)[];

/** Shorter unknown words have too many neighbours to guess at. */
const GUESSED_LENGTH = 5;

export function buildIndex(corpus: Corpus): Index {
	const papers = [...corpus.papers.values()];
	const passages = new Map(
		papers.flatMap((paper) => paper.passages.map((passage) => [`${paper.id} ${passage.id}`, passage] as const)),
	);
	const joined = compounds(papers.flatMap((paper) => paper.sections.map(({ text }) => text)));
	const read = (text: string) => split(words(text), joined);
	const engine = new MiniSearch<Document>({
		fields: Object.keys(BOOSTS),
		tokenize: (text) => read(text).map(({ word }) => word),
		processTerm: (word) => (isStopWord(word) ? null : term(word)),
	});
	engine.addAll(papers.flatMap(documentsOf));
	const known = new Set([...passages.values()].flatMap(({ text }) => read(text).map(({ word }) => term(word))));
	const guess = (word: string) => word.length >= GUESSED_LENGTH && !known.has(word);
	const find = (query: string, fields: readonly string[], paper?: string) => {
		const typed = read(query);
		return engine
			.search(typed.map(({ word }) => word).join(' '), {
				fields: [...fields],
				boost: BOOSTS,
				bm25: { k: 1.2, b: 0.75, d: 0 },
				prefix: guess,
				fuzzy: (word) => (guess(word) ? 0.2 : false),
				filter: ({ id }) => paper === undefined || passages.get(id)?.paper === paper,
			})
			.flatMap((result): Hit[] => {
				const passage = passages.get(result.id);
				if (!passage) return [];
				const matched = new Set(result.queryTerms);
				const words = typed.filter(({ word }) => matched.has(term(word))).map(({ typed }) => typed);
				return [{ passage, score: result.score / result.queryTerms.length, words: [...new Set(words)] }];
			})
			.sort(bestFirst);
	};
	return {
		search: (query, paper) => find(query, SHOWN, paper),
		closest: (query) => find(query, Object.keys(BOOSTS)),
		finder: keep(FINDERS, makeFinder),
	};
}

type Document = { id: string } & Record<keyof typeof BOOSTS, string>;

const documentsOf = (paper: Paper): Document[] =>
	paper.passages.map((passage) => ({
		id: `${paper.id} ${passage.id}`,
		text: passage.text,
		label: sectionAt(paper, passage)?.label ?? '',
		vocabulary: VOCABULARY[passage.section],
	}));

/** `make`, remembering its last `size` results. */
function keep<Key, Value>(size: number, make: (key: Key) => Value): (key: Key) => Value {
	const kept = new Map<Key, Value>();
	return (key) => {
		const value = kept.get(key) ?? make(key);
		kept.delete(key);
		kept.set(key, value);
		const [oldest] = kept.keys();
		if (kept.size > size && oldest !== undefined) kept.delete(oldest);
		return value;
	};
}
