import type { Document } from './documents.ts';
import { term } from './terms.ts';
import type { Word } from './words.ts';

/** The expected questions, one by one: whether this one is among them, and how like the likest is. */
type Memory = {
	/** The passage for which this very question was written, in any inflection. */
	same(question: readonly Word[]): string | undefined;
	/**
	 * What the question has in common with the likest of the expected ones, from 0 to 1 (Dice's coefficient): by passage,
	 * and by the names of the `others`.
	 */
	likeness(question: readonly Word[]): ReadonlyMap<string, number>;
};

const termsOf = (question: readonly Word[]) => question.map(({ word }) => term(word));

/** @param others questions that no passage answers, by what they are called */
export function makeMemory(
	documents: readonly Document[],
	others: Readonly<Record<string, readonly string[]>>,
	read: (text: string) => Word[],
): Memory {
	const same = new Map<string, string>();
	/** Of each line the number of its terms, and to which of the ids it belongs. */
	const sizes: number[] = [];
	const owners: number[] = [];
	const ids = [...documents.map(({ id }) => id), ...Object.keys(others)];
	/** Term → the lines that have it, by place. */
	const having = new Map<string, number[]>();
	const remember = (id: string, terms: readonly string[]) => {
		const set = new Set(terms);
		for (const one of set)
			having
				.set(one, having.get(one) ?? [])
				.get(one)
				?.push(sizes.length);
		sizes.push(set.size);
		owners.push(ids.indexOf(id));
	};
	for (const { id, asked, chief } of documents) {
		for (const question of asked.split('\n')) {
			const terms = termsOf(read(question));
			const key = terms.join(' ');
			if (!same.has(key)) same.set(key, id);
			remember(id, terms);
		}
		for (const question of chief.split('\n')) remember(id, termsOf(read(question)));
	}
	for (const [name, questions] of Object.entries(others))
		for (const question of questions) remember(name, termsOf(read(question)));
	return {
		same: (question) => (question.length > 0 ? same.get(termsOf(question).join(' ')) : undefined),
		likeness: (question) => {
			const asked = new Set(termsOf(question));
			const common = new Uint16Array(sizes.length);
			for (const one of asked) for (const place of having.get(one) ?? []) common[place] = (common[place] ?? 0) + 1;
			const likest = new Float64Array(ids.length);
			for (let place = 0; place < common.length; place++) {
				const shared = common[place] ?? 0;
				if (shared === 0) continue;
				const dice = (2 * shared) / (asked.size + (sizes[place] ?? 0));
				const owner = owners[place] ?? 0;
				if (dice > (likest[owner] ?? 0)) likest[owner] = dice;
			}
			return new Map(ids.map((id, i) => [id, likest[i] ?? 0]));
		},
	};
}
