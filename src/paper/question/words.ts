/** A word of a text: as it was typed, and as it is compared (lower case, no accents, no invisible characters). */
export type Word = { typed: string; word: string };

/**
 * Figures stay whole (`0.05`, both ends of `1.2–3.4`); parts of a hyphenated word stand alone (`self-harm`: self, harm).
 * Format characters (zero-width spaces, soft hyphens) may stand inside a word and belong to none.
 */
const WORD =
	/\.?\p{Nd}+(?:[.,]\p{Nd}+)*(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*(?:['’][\p{L}\p{M}\p{Cf}]+)*/gu;

/** What is typed in haste, and what it stands for. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
	aint: 'is not',
	arent: 'are not',
	bc: 'because',
	btw: 'by the way',
	cant: 'can not',
	couldnt: 'could not',
	cuz: 'because',
	didnt: 'did not',
	doesnt: 'does not',
	dont: 'do not',
	gonna: 'going to',
	gotta: 'got to',
	hadnt: 'had not',
	hasnt: 'has not',
	havent: 'have not',
	hes: 'he is',
	heres: 'here is',
	hows: 'how is',
	idk: 'i do not know',
	im: 'i am',
	isnt: 'is not',
	itll: 'it will',
	ive: 'i have',
	lets: 'let us',
	pls: 'please',
	plz: 'please',
	ppl: 'people',
	r: 'are',
	shes: 'she is',
	shouldnt: 'should not',
	thats: 'that is',
	theres: 'there is',
	theyd: 'they would',
	theyre: 'they are',
	theyve: 'they have',
	thx: 'thanks',
	tldr: 'summary',
	u: 'you',
	ur: 'your',
	wanna: 'want to',
	wasnt: 'was not',
	werent: 'were not',
	weve: 'we have',
	whats: 'what is',
	whens: 'when is',
	wheres: 'where is',
	whos: 'who is',
	whys: 'why is',
	wont: 'will not',
	wouldnt: 'would not',
	youre: 'you are',
};

const short = new Map(Object.entries(SHORT_FORMS).map(([form, words]) => [form, words.split(' ')] as const));

/** Without apostrophes: `don’t` → `dont`. */
const unmarked = (word: string) => word.replace(/['’]/g, '');

/** The words of a text in its order; a short form gives several words for one that was typed. */
export function words(text: string): Word[] {
	return (text.match(WORD) ?? []).flatMap((match) => {
		const typed = ASCII.test(match) ? match : match.replace(/\p{Cf}/gu, '');
		const word = fold(typed);
		const list = short.get(unmarked(word)) ?? [unmarked(word.replace(/['’]s$/, ''))];
		// Of a ligature of marks alone nothing is left.
		return list.filter((word) => word !== '').map((word) => ({ typed, word }));
	});
}

/** `Naïve` → `naive`, `1,200` → `1200`, `.05` → `0.05`. */
function fold(typed: string): string {
	if (/^[a-z]+$/i.test(typed)) return typed.toLowerCase();
	const word = typed
		.normalize('NFKD')
		.replace(/[\p{M}\s]/gu, '')
		.toLowerCase()
		.normalize('NFC');
	if (/\p{L}/u.test(word)) return word;
	return word.replace(/^\./, '0.').replace(/,(?=\d{3}(?:\D|$))/g, '');
}

const ASCII = /^[\x20-\x7e]*$/;

/** Joined form → parts, for every hyphenated word of the texts: `peersupport` → `['peer', 'support']`. */
type Compounds = ReadonlyMap<string, readonly string[]>;

export function compounds(texts: Iterable<string>): Compounds {
	const found = new Map<string, readonly string[]>();
	for (const text of texts) {
		for (const [match] of text.matchAll(/\p{L}{3,}(?:[-‐‑]\p{L}{3,})+/gu)) {
			const parts = words(match).map(({ word }) => word);
			found.set(parts.join(''), parts);
		}
	}
	return found;
}

/** The same words with joined forms taken apart, so that `peersupport`, `peer-support` and `peer support` are one. */
export const split = (list: readonly Word[], compounds: Compounds): Word[] =>
	list.flatMap(({ typed, word }) => compounds.get(word)?.map((part) => ({ typed, word: part })) ?? { typed, word });
