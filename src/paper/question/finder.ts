import MiniSearch from 'minisearch';
import type { Paper, Passage } from '../paper.ts';
import type { Hit } from '../search.ts';
import { type Document, documentsOf, linesOf, unanswerable } from './documents.ts';
import { rarity } from './english.ts';
import type { RecordField } from './facts-asked.ts';
import { makeMemory } from './memory.ts';
import { RECORD_QUESTIONS } from './record-questions.ts';
import { makeSpeller } from './spelling.ts';
import { isStopWord, term } from './terms.ts';
import { compounds, split, type Word, words } from './words.ts';

/** A hit, and what the question has in common with the likest that its passage is expected to be asked, from 0 to 1. */
export type Found = Hit & { likeness: number };

export type Look = {
	/** Passages that match, best first. */
	hits: Found[];
	/** What the question has in common with the likest that only sections of other papers answer, from 0 to 1. */
	elsewhere: number;
	/** The field of the record for which the likest question asks, and how like it is. */
	fact: { field: RecordField; likeness: number };
};

/** Finds the passage of one paper that a question is about, by its text and by what people are expected to ask of it. */
export type Finder = {
	/** The words of a question, spelled as the paper spells them. */
	read(question: readonly Word[]): Word[];
	/** What the question is about, and what it asks for. */
	look(question: readonly Word[]): Look;
	/** The passage for which this very question was written, in any inflection. */
	same(question: readonly Word[]): Passage | undefined;
	/** Whether the paper, or a question that it is expected to answer, has the word in any form. */
	knows(word: string): boolean;
};

/** Without stop words; the other fields are questions, of which some have nothing but stop words. */
const TEXT_FIELDS = ['text', 'label', 'vocabulary'];

/** Chosen by cross-validation on the first paper's expected questions; each within ±50 % costs less than a point. */
const BOOSTS = {
	/** Questions written for this passage: the surest sign, in people's own words. */
	asked: 1,
	/** The passage itself: few words, and not those that people use. */
	text: 0.7,
	/** The section's heading in the paper: half the questions that name a section use it. */
	label: 0.5,
	/** Other words for a section of its kind: a list, so a match says less. */
	vocabulary: 0.4,
	/** Questions that any section of its kind answers, for the passage that speaks for the section, */
	chief: 0.2,
	/** and, so that the section's other passages rank after it, for those. */
	also: 0.13,
};

/** A score is raised by up to this much */
const RAISED = {
	/** for a question that is like an expected one as a whole, squared: half a likeness is none; */
	likeness: 2,
	/** for the share of its rare words that matched. */
	share: 0.5,
};

/** b: as usual. k: a word asked ten times is surer than one asked once. d: no bonus for a match as such. */
const BM25 = { k: 2, b: 0.75, d: 0 };

export function makeFinder(paper: Paper): Finder {
	const documents = documentsOf(paper);
	const joined = compounds(documents.flatMap(({ text, asked }) => [text, asked]));
	const read = (text: string) => split(words(text), joined);
	/** Every line is read more than once while the finder is made; what people type is never kept. */
	const lines = new Map<string, Word[]>();
	const readLine = (line: string) => lines.get(line) ?? lines.set(line, read(line)).get(line) ?? [];

	const engine = new MiniSearch<Document>({
		fields: Object.keys(BOOSTS),
		tokenize: (text) => text.split('\n').flatMap((line) => wordsOf(readLine(line))),
		processTerm: (word, field) => (TEXT_FIELDS.includes(field ?? '') && isStopWord(word) ? null : term(word)),
		searchOptions: { boost: BOOSTS, bm25: BM25, tokenize: (text) => text.split(' ') },
	});
	engine.addAll(documents);
	const scoresOf = lookUpOnce(engine, paper.passages);
	const text = [...paper.passages.map(({ text }) => text), ...authors(paper)].flatMap((text) =>
		wordsOf(readLine(text)),
	);
	const expected = documents.flatMap(linesOf).map((line) => wordsOf(readLine(line)));
	const spell = makeSpeller(text, [
		...expected,
		...Object.values(RECORD_LINES)
			.flat()
			.map((line) => wordsOf(readLine(line))),
	]);
	const terms = new Set([...text, ...expected.flat()].map(term));
	const memory = makeMemory(documents, [unanswerable(paper), ...Object.values(RECORD_LINES)], readLine);
	lines.clear();

	const passages = new Map(paper.passages.map((passage) => [passage.id, passage]));
	return {
		read: (question) => spell(split(question, joined)),
		same: (question) => passages.get(memory.same(question) ?? ''),
		knows: (word) => terms.has(term(word)),
		look: (question) => {
			const likest = memory.likeness(question);
			const asked = weigh(question, scoresOf);
			const hits = paper.passages.flatMap((passage, i) => toHit(passage, i, asked, likest[i] ?? 0)).sort(bestFirst);
			const [elsewhere = 0, ...facts] = likest.subarray(paper.passages.length);
			return { hits, elsewhere, fact: likestFact(facts) };
		},
	};
}

function likestFact(likest: readonly number[]): Look['fact'] {
	const likeness = Math.max(...likest);
	return { field: FIELDS[likest.indexOf(likeness)] ?? 'title', likeness };
}

/** By the place of the passage; 0: it does not match. */
type Scores = Float64Array;

/**
 * What each passage scores for a word. For a question the engine only adds these up, term by term; as they never
 * change, a term is looked up once, and kept if any passage has it.
 */
function lookUpOnce(engine: MiniSearch<Document>, passages: readonly Passage[]): (word: string) => Scores {
	const known = new Map<string, Scores>();
	const none = new Float64Array(passages.length);
	return (word) => {
		const key = term(word);
		const before = known.get(key);
		if (before) return before;
		const results = engine.search(word);
		if (results.length === 0) return none;
		const scored = new Map(results.map(({ id, score }) => [id, score]));
		const scores = Float64Array.from(passages, ({ id }) => scored.get(id) ?? 0);
		known.set(key, scores);
		return scores;
	};
}

const wordsOf = (list: readonly Word[]) => list.map(({ word }) => word);

const RECORD_LINES = Object.fromEntries(
	Object.entries(RECORD_QUESTIONS).map(([field, lines]) => [field, lines.trim().split(/\s*\n\s*/)]),
);

const FIELDS = Object.keys(RECORD_LINES) as RecordField[];

const authors = ({ verified }: Paper) =>
	(verified.author ?? []).map(({ family = '', literal = '' }) => `${family} ${literal}`);

/** A word of a question: what passages score for it, and how rare it is; 0 for stop words and where it is repeated. */
type Asked = { typed: string; scores: Scores; isStop: boolean; weight: number };

function weigh(question: readonly Word[], scoresOf: (word: string) => Scores): Asked[] {
	const before = new Set<string>();
	return question.map(({ typed, word }) => {
		const isStop = isStopWord(word);
		const weight = isStop || before.has(word) ? 0 : rarity(word);
		before.add(word);
		return { typed, scores: scoresOf(word), isStop, weight };
	});
}

/** The sum of its words' scores; MiniSearch would multiply it by their number, and rare words outweigh many common. */
function toHit(passage: Passage, place: number, asked: readonly Asked[], likeness: number): Found[] {
	let [sum, all, matched] = [0, 0, 0];
	let isHit = false;
	const words = new Set<string>();
	for (const { typed, scores, isStop, weight } of asked) {
		all += weight;
		const score = scores[place] ?? 0;
		if (score === 0) continue;
		isHit = true;
		sum += score;
		matched += weight;
		if (!isStop) words.add(typed);
	}
	if (!isHit) return [];
	const share = all === 0 ? 1 : matched / all;
	const score = sum * (1 + RAISED.likeness * likeness ** 2) * (1 + RAISED.share * share);
	return [{ passage, score, likeness, words: [...words] }];
}

/** Equal scores in the order of the record, so that every run gives the same. */
export const bestFirst = (a: Hit, b: Hit) => b.score - a.score || a.passage.start - b.passage.start;
