/** Words of a list near a word, each with how many letters are dropped, added, replaced, or swapped between the two. */
export type Neighbours = (word: string, most: 1 | 2) => [word: string, edits: number][];

/** In letters; longer words are none that anybody types. */
const LONGEST = 20;

export const isRepairable = (word: string) => /^[a-z]{2,}$/.test(word) && word.length <= LONGEST;

/** Words of one length, each with its letters as a set of bits: a scan of thousands takes microseconds. */
type Shelf = { words: string[]; letters: Int32Array };

export function makeNeighbours(words: Iterable<string>): Neighbours {
	const byLength = new Map<number, string[]>();
	for (const word of words) {
		if (isRepairable(word)) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
	}
	const shelves = new Map<number, Shelf>();
	for (const [length, words] of byLength) shelves.set(length, { words, letters: Int32Array.from(words, lettersOf) });
	return (typed, most) => {
		const own = lettersOf(typed);
		const found: [word: string, edits: number][] = [];
		for (let length = typed.length - most; length <= typed.length + most; length++) {
			const { words = [], letters = [] } = shelves.get(length) ?? {};
			for (let i = 0; i < words.length; i++) {
				if (bits((letters[i] ?? 0) ^ own) > 2 * most) continue;
				const edits = distance(typed, words[i] ?? '', most);
				if (edits <= most) found.push([words[i] ?? '', edits]);
			}
		}
		return found;
	};
}

/** Whether one edit makes the one of the other. */
export const isNear = (one: string, other: string) =>
	Math.abs(one.length - other.length) <= 1 &&
	bits(lettersOf(one) ^ lettersOf(other)) <= 2 &&
	distance(one, other, 1) === 1;

/** One bit a letter: words that differ in many of them are not near, whatever their order. */
function lettersOf(word: string): number {
	let set = 0;
	for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) - 97);
	return set;
}

function bits(set: number): number {
	let count = set - ((set >>> 1) & 0x55555555);
	count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
	return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const row = () => new Uint8Array(LONGEST + 1);
const rows = [row(), row(), row()] as const;

/** Optimal string alignment: Levenshtein's distance in which a swap of neighbours is one edit; `most` + 1 if it is more. */
function distance(a: string, b: string, most: number): number {
	let [last, before, row]: [Uint8Array, Uint8Array, Uint8Array] = [...rows];
	for (let j = 0; j <= b.length; j++) before[j] = j;
	for (let i = 1; i <= a.length; i++) {
		row[0] = i;
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const replaced = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			let edits = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (isSwap) edits = Math.min(edits, (last[j - 2] ?? 0) + 1);
			row[j] = edits;
			least = Math.min(least, edits);
		}
		if (least > most) return most + 1;
		[last, before, row] = [before, row, last];
	}
	return before[b.length] ?? 0;
}
