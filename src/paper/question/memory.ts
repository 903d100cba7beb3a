import type { Document } from './documents.ts';
import { term } from './terms.ts';
import type { Word } from './words.ts';

/** The expected questions, one by one: whether this one is among them, and how like the likest is. */
export type Memory = {
	/** The passage for which this very question was written, in any inflection. */
	same(question: readonly Word[]): string | undefined;
	/** By passage: what the question has in common with the likest of its expected ones, from 0 to 1 (Dice's coefficient). */
	likeness(question: readonly Word[]): ReadonlyMap<string, number>;
};

const termsOf = (question: readonly Word[]) => question.map(({ word }) => term(word));

export function makeMemory(documents: readonly Document[], read: (text: string) => Word[]): Memory {
	const same = new Map<string, string>();
	const lines: { id: string; terms: ReadonlySet<string> }[] = [];
	for (const { id, asked, chief } of documents) {
		for (const question of asked.split('\n').map(read)) {
			const key = termsOf(question).join(' ');
			if (!same.has(key)) same.set(key, id);
		}
		for (const line of [...asked.split('\n'), ...chief.split('\n')])
			lines.push({ id, terms: new Set(termsOf(read(line))) });
	}
	return {
		same: (question) => (question.length > 0 ? same.get(termsOf(question).join(' ')) : undefined),
		likeness: (question) => {
			const asked = new Set(termsOf(question));
			const likest = new Map<string, number>();
			for (const { id, terms } of lines) likest.set(id, Math.max(likest.get(id) ?? 0, dice(asked, terms)));
			return likest;
		},
	};
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let common = 0;
	for (const one of a) if (b.has(one)) common++;
	return (2 * common) / (a.size + b.size || 1);
}
