import { ENGLISH_WORDS } from './english-words.ts';

/** The Zipf value of a word that the table does not have: rare, or not English. */
const RAREST = 2.5;
/** From here upwards a word says nothing of the topic: “people”, “something”, “where”. */
const COMMONEST = 6.25;

let table: ReadonlyMap<string, number> | undefined;

/** Made at the first question, not at start: it takes some milliseconds. */
function zipf(word: string): number | undefined {
	table ??= new Map(ENGLISH_WORDS.flatMap(([zipf, words]) => words.split(' ').map((word) => [word, zipf] as const)));
	return table.get(word);
}

export const isEnglish = (word: string) => zipf(word) !== undefined;

/** How much a word tells of the topic: 0 for the commonest words of English to about 3 for words that few know. */
export const rarity = (word: string) => Math.max(0, COMMONEST - (zipf(word) ?? RAREST));

/** The commonest words, which questions are made of, whatever their topic. */
export const commonWords = (least = 5): string[] =>
	ENGLISH_WORDS.filter(([zipf]) => zipf >= least).flatMap(([, words]) => words.split(' '));
