import type { Document } from './documents.ts';
import { term } from './terms.ts';
import type { Word } from './words.ts';

/** The expected questions, one by one: whether this one is among them, and how like the likest is. */
type Memory = {
	/** The passage for which this very question was written, in any inflection. */
	same(question: readonly Word[]): string | undefined;
	/**
	 * What the question has in common with the likest of the expected ones, from 0 to 1 (Dice's coefficient): for each
	 * document, then for each of the `others`, in their order.
	 */
	likeness(question: readonly Word[]): Float64Array;
};

const termsOf = (question: readonly Word[]) => question.map(({ word }) => term(word));

/** @param others lists of questions that no passage answers */
export function makeMemory(
	documents: readonly Document[],
	others: readonly (readonly string[])[],
	read: (text: string) => Word[],
): Memory {
	const same = new Map<string, string>();
	/** Of each line the number of its terms, and the place of the document, or behind them of the list, that has it. */
	const sizes: number[] = [];
	const owners: number[] = [];
	/** Term → the lines that have it, by place. */
	const having = new Map<string, number[]>();
	const remember = (owner: number, terms: readonly string[]) => {
		const set = new Set(terms);
		for (const one of set)
			having
				.set(one, having.get(one) ?? [])
				.get(one)
				?.push(sizes.length);
		sizes.push(set.size);
		owners.push(owner);
	};
	for (const [place, { id, asked, chief }] of documents.entries()) {
		for (const question of asked.split('\n')) {
			const terms = termsOf(read(question));
			const key = terms.join(' ');
			if (!same.has(key)) same.set(key, id);
			remember(place, terms);
		}
		for (const question of chief.split('\n')) remember(place, termsOf(read(question)));
	}
	for (const [i, questions] of others.entries())
		for (const question of questions) remember(documents.length + i, termsOf(read(question)));
	// Typed, as every question goes through all of them.
	const [size, owner] = [Uint16Array.from(sizes), Uint16Array.from(owners)];
	const common = new Uint16Array(size.length);
	const places = new Map([...having].map(([one, list]) => [one, Uint32Array.from(list)]));
	return {
		same: (question) => (question.length > 0 ? same.get(termsOf(question).join(' ')) : undefined),
		likeness: (question) => {
			const asked = new Set(termsOf(question));
			common.fill(0);
			for (const one of asked) {
				const list = places.get(one);
				for (let i = 0; list && i < list.length; i++) (common[list[i] as number] as number) += 1;
			}
			const likest = new Float64Array(documents.length + others.length);
			for (let place = 0; place < common.length; place++) {
				const shared = common[place] as number;
				if (shared === 0) continue;
				const dice = (2 * shared) / (asked.size + (size[place] as number));
				const id = owner[place] as number;
				if (dice > (likest[id] as number)) likest[id] = dice;
			}
			return likest;
		},
	};
}
