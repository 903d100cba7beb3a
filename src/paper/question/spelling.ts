import { commonWords, isEnglish, rarity } from './english.ts';
import { isNear, isRepairable, makeNeighbours, type Neighbours } from './neighbours.ts';
import { term } from './terms.ts';
import type { Word } from './words.ts';

/** The table of English has letters and syllables that are no words: short ones this rare count as slips. */
const SHORT = 3;
const RARE = 2.5;

/** Words of the trade that nobody says in a film. */
const JARGON = `anova apc biorxiv cc cohens cronbach crossref doi eissn figshare github grey hyperlink identifier isbn issn
	kappa medrxiv non nvivo oa orcid osf pdf pp preprint periodical prisma prospero pubmed rct refereed refereeing scopus sd
	spss stata uni url vol zenodo zotero`;

/** Looked through beside the words of the paper; made once, at the first question. */
let englishNeighbours: Neighbours | undefined;
function english(): Neighbours {
	englishNeighbours ??= makeNeighbours(commonWords(3.25).filter((word) => word.length > SHORT || rarity(word) < RARE));
	return englishNeighbours;
}

/** What it costs to read a word as it stands or as another; the cheapest reading of the whole question is taken. */
const COSTS = {
	/** A word that nobody knows almost surely is a slip. */
	unknown: 8,
	/** Each letter dropped, added, replaced, or swapped with its neighbour. */
	edit: 2.5,
	/** More where it is the first letter: people get that right. */
	first: 1,
	/** More where the word that was typed is a word. */
	real: 2,
	/** For each step that a word is rarer in English. */
	rarity: 0.4,
	/** More for a word that neither the text nor an expected question has; */
	foreign: 0.7,
	/** less for one that stands in the text itself; */
	own: -0.5,
	/** less for two words that follow each other in an expected question. */
	pair: -1.5,
};

/** Beyond so many unknown words a question is no question with slips: each is looked for at one edit only. */
const MOST_UNKNOWN = 10;
/** A longer word that is a word is what was meant. */
const DOUBTED = 5;

type Reading = { word: string; cost: number };

type Speller = (question: readonly Word[]) => Word[];

/**
 * Reads a question with slips of the finger, up to two in a word, as the likeliest one without.
 * @param own the words of the text @param lines the words of every expected question, each in order
 */
export function makeSpeller(own: readonly string[], lines: readonly (readonly string[])[]): Speller {
	const text = new Set(own);
	const words = new Set([...own, ...lines.flat(), ...JARGON.split(/\s+/)]);
	const terms = new Set([...words].map(term));
	const [after, before] = pairsOf(lines);
	const neighbours = makeNeighbours(words);
	const isReal = (word: string) =>
		terms.has(term(word)) || (isEnglish(word) && (word.length > SHORT || rarity(word) < RARE)) || !isRepairable(word);
	const isPair = (one = '', next: string) => after.get(one)?.has(next) ?? false;
	const plain = (word: string) =>
		rarity(word) * COSTS.rarity + (text.has(word) ? COSTS.own : words.has(word) ? 0 : COSTS.foreign);

	const slip = (typed: string, word: string, edits: number): Reading => ({
		word,
		cost: edits * COSTS.edit + (word[0] === typed[0] ? 0 : COSTS.first) + plain(word),
	});
	const slips = (typed: string, most: 1 | 2): Reading[] =>
		[...neighbours(typed, most), ...english()(typed, most)].map(([word, edits]) => slip(typed, word, edits));

	/** A word that is none may be any word near it; one that is a word may be another only where that one is expected. */
	function readings(list: readonly string[], i: number, most: 1 | 2): Reading[] {
		const [last = '', word = '', next = ''] = [list[i - 1], list[i], list[i + 1]];
		if (!isReal(word)) {
			const typed = word.replace(STUTTER, '$1');
			return [{ word, cost: COSTS.unknown }, ...slips(typed, typed.length < SHORT + 2 ? 1 : most)];
		}
		const kept = { word, cost: plain(word) };
		if (word.length > DOUBTED || !isRepairable(word) || isPair(last, word) || isPair(word, next)) return [kept];
		const expected = new Set([...(after.get(last) ?? []), ...(before.get(next) ?? [])]);
		const near = [...expected].filter((one) => isRepairable(one) && isNear(word, one));
		return [kept, ...near.map((one) => ({ word: one, cost: slip(word, one, 1).cost + COSTS.real }))];
	}

	return (question) => {
		const list = question.map(({ word }) => word);
		const most = list.filter((word) => !isReal(word)).length > MOST_UNKNOWN ? 1 : 2;
		const spelled = cheapest(
			list.map((_, i) => readings(list, i, most)),
			(before, word) => (isPair(before, word) ? COSTS.pair : 0),
		);
		return question.map(({ typed, word }, i) => ({ typed, word: spelled[i] ?? word }));
	};
}

/** Which words follow which, and which precede which; a line starts and ends with none. */
function pairsOf(lines: readonly (readonly string[])[]) {
	const [after, before] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
	const add = (pairs: Map<string, Set<string>>, one: string, other: string) =>
		pairs
			.set(one, pairs.get(one) ?? new Set())
			.get(one)
			?.add(other);
	for (const line of lines) {
		for (const [i, word] of line.entries()) {
			add(after, line[i - 1] ?? '', word);
			if (i > 0) add(before, word, line[i - 1] ?? '');
		}
	}
	return [after, before] as const;
}

/** `theeere` → `there`. */
const STUTTER = /(.)\1\1+/g;

/** One reading of each word, so that the sum of their costs and of those of neighbours is least (Viterbi's algorithm). */
function cheapest(
	columns: readonly Reading[][],
	between: (before: string | undefined, word: string) => number,
): string[] {
	type Path = { word?: string; cost: number; before?: Path };
	let paths: Path[] = [{ cost: 0 }];
	for (const column of columns) {
		paths = column.map(({ word, cost }) => {
			const ways = paths.map((before) => ({ word, before, cost: before.cost + cost + between(before.word, word) }));
			return ways.reduce((best, way) => (way.cost < best.cost ? way : best));
		});
	}
	const spelled: string[] = [];
	let path: Path | undefined = paths.reduce((best, path) => (path.cost < best.cost ? path : best));
	for (; path?.word !== undefined; path = path.before) spelled.unshift(path.word);
	return spelled;
}
