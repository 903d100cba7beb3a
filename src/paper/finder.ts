import MiniSearch, { type SearchResult } from 'minisearch';
import { type Document, documentsOf } from './documents.ts';
import { commonWords } from './english.ts';
import { makeMemory } from './memory.ts';
import type { Paper, Passage } from './paper.ts';
import { makeSpeller } from './spelling.ts';
import { isStopWord, term } from './terms.ts';
import { compounds, split, type Word, words } from './words.ts';

/** A passage that matched; scores compare within one query only. */
export type Hit = {
	passage: Passage;
	score: number;
	/** The words of the query that matched, as they were typed, from the engine's own match information. */
	words: string[];
};

/** Finds the passage of one paper that a question is about, by its text and by what people are expected to ask of it. */
export type Finder = {
	/** The words of a question, spelled as the paper spells them. */
	read(question: string): Word[];
	/** Passages that match, best first. */
	find(question: readonly Word[]): Hit[];
	/** The passage for which this very question was written, in any inflection. */
	same(question: readonly Word[]): Passage | undefined;
	/** What the question has in common with the expected one that is most like it, from 0 to 1. */
	likeness(question: readonly Word[]): number;
	/** Whether the paper, or a question that it is expected to answer, has the word in any form. */
	knows(word: string): boolean;
};

/** Without stop words; the other fields are questions, of which some have nothing but stop words. */
const TEXT_FIELDS = ['text', 'label', 'vocabulary'];

/** Chosen by cross-validation on the first paper's expected questions; each within ±50 % costs less than a point. */
export const BOOSTS = {
	/** Questions written for this passage: the surest sign, in people's own words. */
	asked: 1,
	/** The passage itself: few words, and not those that people use. */
	text: 0.7,
	/** The section's heading in the paper: half the questions that name a section use it. */
	label: 0.5,
	/** Other words for a section of its kind: a list, so a match says less. */
	vocabulary: 0.4,
	/** Questions that any section of its kind answers, for the passage that speaks for the section, */
	chief: 0.3,
	/** and, so that the section's other passages rank after it, for those. */
	also: 0.2,
};

/** b: as usual. k: a word asked ten times is surer than one asked once. d: no bonus for a match as such. */
export const BM25 = { k: 2, b: 0.75, d: 0 };

export function makeFinder(paper: Paper): Finder {
	const documents = documentsOf(paper);
	const joined = compounds(documents.flatMap(({ text, asked }) => [text, asked]));
	const read = (text: string) => split(words(text), joined);
	const engine = new MiniSearch<Document>({
		fields: Object.keys(BOOSTS),
		tokenize: (text) => read(text).map(({ word }) => word),
		processTerm: (word, field) => (TEXT_FIELDS.includes(field ?? '') && isStopWord(word) ? null : term(word)),
	});
	engine.addAll(documents);
	const known = documents
		.flatMap((document) => Object.values(document))
		.concat(authors(paper))
		.flatMap(read);
	const terms = new Set(known.map(({ word }) => term(word)));
	const own = new Set(paper.passages.flatMap(({ text }) => read(text)).map(({ word }) => word));
	const speller = makeSpeller([...known.map(({ word }) => word), ...commonWords()], own);
	const passages = new Map(paper.passages.map((passage) => [passage.id, passage]));
	const { same, likeness } = makeMemory(documents, read);
	return {
		read: (question) => read(question).map(speller.repair),
		same: (question) => passages.get(same(question) ?? ''),
		likeness,
		knows: (word) => terms.has(term(word)),
		find: (question) =>
			engine
				.search(question.map(({ word }) => word).join(' '), { boost: BOOSTS, bm25: BM25 })
				.flatMap((result) => toHit(result, question, passages.get(result.id)))
				.sort(bestFirst),
	};
}

const authors = ({ verified }: Paper) =>
	(verified.author ?? []).map(({ family = '', literal = '' }) => `${family} ${literal}`);

/** MiniSearch multiplies a score by the number of terms that matched; without that, rare words outweigh many common. */
function toHit(result: SearchResult, question: readonly Word[], passage: Passage | undefined): Hit[] {
	if (!passage) return [];
	const matched = new Set(result.queryTerms);
	const typed = question.filter(({ word }) => matched.has(term(word)) && !isStopWord(word)).map(({ typed }) => typed);
	return [
		{
			passage,
			score: result.score / result.terms.length,
			words: [...new Set(typed)],
		},
	];
}

/** Equal scores in the order of the record, so that every run gives the same. */
export const bestFirst = (a: Hit, b: Hit) => b.score - a.score || a.passage.start - b.passage.start;
