import { isEnglish, rarity } from './english.ts';
import type { Word } from './words.ts';

/** Shorter words have too many neighbours; longer ones are no words. */
const LENGTH = { min: 3, max: 20 };

/** Words of the trade that nobody says in a film. */
const JARGON = `anova apc biorxiv cc cohens cronbach crossref doi eissn figshare github grey hyperlink identifier isbn issn kappa medrxiv nvivo oa
	orcid osf pdf pp preprint periodical prisma prospero pubmed rct refereed refereeing scopus sd spss stata url vol zenodo zotero`;

/** How sure one edit is to be a slip of the finger: letters swapped, one doubled or undoubled, any other. */
const SWAPPED = 0;
const DOUBLED = 0.5;
const OTHER = 1;

export type Speller = {
	knows(word: string): boolean;
	/** A word that neither the papers nor English know becomes the likeliest known word one edit away, if there is one. */
	repair(word: Word): Word;
};

/** @param words to repair to, in the order in which ties are decided @param own those that stand in the text itself */
export function makeSpeller(words: Iterable<string>, own: ReadonlySet<string>): Speller {
	const known = new Set([...words, ...JARGON.split(/\s+/)]);
	const near = new Map<string, string[]>();
	for (const word of known) {
		if (word.length < LENGTH.min || word.length > LENGTH.max) continue;
		for (const key of [word, ...shortened(word)]) near.set(key, [...(near.get(key) ?? []), word]);
	}
	const knows = (word: string) => known.has(word) || isEnglish(word) || !/^\p{L}+$/u.test(word);
	/** Lower is likelier: the kind of slip first, then how common the word is, those of the text before others. */
	const cost = (typed: string, word: string) =>
		slip(typed, word) * 4 + rarity(word) - (own.has(word) ? 1.5 : 0) + (typed[0] === word[0] ? 0 : 1);
	const repaired = (word: string): string | undefined => {
		let best: [cost: number, word: string] | undefined;
		for (const key of [word, ...shortened(word)]) {
			for (const candidate of near.get(key) ?? []) {
				if (!oneEdit(word, candidate)) continue;
				const found = cost(word, candidate);
				if (!best || found < best[0]) best = [found, candidate];
			}
		}
		return best?.[1];
	};
	const repair = ({ typed, word }: Word): Word => {
		if (word.length < LENGTH.min || word.length > LENGTH.max || knows(word)) return { typed, word };
		return { typed, word: repaired(word) ?? word };
	};
	return { knows, repair };
}

/** The word without one of its letters: two words one edit apart share such a form, or one is such a form. */
const shortened = (word: string) => Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));

/** Whether one letter was added, dropped, replaced, or swapped with its neighbour. */
function oneEdit(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	const at = firstDifference(a, b);
	if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
	if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
	return a.slice(at + 1) === b.slice(at + 1) || swapped(a, b);
}

function firstDifference(a: string, b: string): number {
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	return at;
}

function swapped(a: string, b: string): boolean {
	const at = firstDifference(a, b);
	return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function slip(typed: string, word: string): number {
	if (typed.length === word.length) return swapped(typed, word) ? SWAPPED : OTHER;
	const [longer, shorter] = typed.length > word.length ? [typed, word] : [word, typed];
	const at = firstDifference(longer, shorter);
	return longer[at] === longer[at - 1] ? DOUBLED : OTHER;
}
