import { rarity } from './english.ts';
import { isStopWord } from './terms.ts';
import type { Word } from './words.ts';

/** The share of a question's words for which a test holds, weighted by how rare they are in English; 1 if it has none. */
export function shareOf(question: readonly Word[], test: (word: string) => boolean): number {
	const content = [...new Set(question.map(({ word }) => word))].filter((word) => !isStopWord(word));
	const weigh = (list: readonly string[]) => list.reduce((sum, word) => sum + rarity(word), 0);
	const all = weigh(content);
	return all === 0 ? 1 : weigh(content.filter(test)) / all;
}
