import type { Name } from './schema.ts';

const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
/** Words that stand with the family name even where they are written with a capital, as in Belgium. */
const CAPITAL_PARTICLE = /^(?:Da|De|Del|Della|Den|Der|Di|Dos|Du|Van|Von)$/;

/** Marks that pages set behind a name, for a footnote or the author to write to. */
const MARKS = /(?:[\s,]*[\d*†‡§¶#⁰¹²³⁴⁵⁶⁷⁸⁹])+$/u;
/** Who else wrote it: no name. */
const AND_OTHERS = /^(?:and\s+)?(?:et\.?\s+al\b|others$)/iu;
const ORGANISATION =
	/\b(?:Organi[sz]ations?|Universit(?:y|ies)|Institutes?|Groups?|Consortium|Committee|Council|Association|Society|Ministry|Department|Cent(?:re|er)|Agency|Foundation|Collaboration|Network|Commission|Office|Team)\b/u;
/** Up to three capitals, each with or without a full stop or a hyphen. */
const INITIALS = /^(?:\p{Lu}\.?-?){1,3}$/u;
/** Initials and nothing else: one letter, letters with full stops, or letters that no name is made of. */
const ONLY_INITIALS = /^(?:\p{Lu}\.?|(?:\p{Lu}\.-?){2,3}|[^\P{Lu}AEIOUY]{2,3})$/u;

/** The people that a list names; `others` where it says that there are more. */
export type People = { names: Name[]; others: boolean };

/**
 * The people of a list such as `C Perrin, Andrew Frost and JB van der Berg`, `Perrin, C.; Frost, Andrew`,
 * `Perrin, C., Frost, A.` or `Perrin C, Frost A`.
 *
 * The last word of a name is the family name, with the particles before it; capitals that stand alone are initials.
 * What a list cannot tell is not guessed: a family name of two words, or an organisation that is not called one, is read
 * as a person whose last word is the family name. paper.json can say better, as an `author` fact among `others`.
 *
 * @throws Error whose message says which name breaks which rule
 */
export function readPeople(list: string): People {
	const inverted = list.includes(';');
	const all = partsOf(list, inverted ? /\s*;\s*/u : /\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/u);
	const parts = all.map(withoutOthers).filter((part) => part !== '');
	const others = parts.length < all.length || all.some((part) => withoutOthers(part) !== part);
	if (inverted) return { names: parts.map(readInverted), others };
	const pairs = pairsOf(parts);
	if (pairs) return { names: pairs.map(readInverted), others };
	const backwards = parts.some(isBackwards);
	const names: Name[] = [];
	for (const part of parts) {
		const last = names.at(-1);
		if (last && SUFFIX.test(part)) last.suffix = part;
		else names.push(backwards ? readBackwards(part) : readName(part.split(/\s+/u)));
	}
	return { names, others };
}

/** The names as they stand, without doubling and marks; a separator at the end sets off nothing. */
function partsOf(list: string, separator: RegExp): string[] {
	const parts = list
		.trim()
		.replace(/[;,]$/u, '')
		.split(separator)
		.map((part) => part.trim());
	if (parts.includes('')) throw new Error(`the authors “${list}” have a name missing between two separators`);
	return parts.map((part) => once(plain(part))).filter((part) => part !== '');
}

/** Without what stands in brackets and the marks behind it; a list may end with a full stop, a name does not. */
function plain(part: string): string {
	const name = part.replaceAll(/\s*\([^()]*\)/gu, '').replace(MARKS, '');
	return /\p{Ll}{2}\.$/u.test(name) && !AND_OTHERS.test(name) && !SUFFIX.test(name.split(' ').at(-1) ?? '')
		? name.slice(0, -1)
		: name;
}

function withoutOthers(part: string): string {
	const words = part.split(/\s+/u);
	const at = words.findIndex((_, i) => AND_OTHERS.test(words.slice(i).join(' ')));
	return at < 0 ? part : words.slice(0, at).join(' ');
}

/** `Perrin, C., van der Berg, J.`: family names and initials in turn, set off as the people themselves are. */
function pairsOf(parts: readonly string[]): string[] | undefined {
	const areInitials = (part: string) => INITIALS.test(part.replaceAll(/\s+/gu, ''));
	const takeTurns = parts.every((part, i) => areInitials(part) === (i % 2 === 1));
	if (parts.length === 0 || parts.length % 2 === 1 || !takeTurns) return undefined;
	return parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${parts[i + 1]}`] : []));
}

const isBackwards = (part: string) => {
	const words = part.split(/\s+/u);
	return words.length > 1 && ONLY_INITIALS.test(words.at(-1) ?? '') && !ONLY_INITIALS.test(words[0] ?? '');
};

/** `van der Berg JB`, among names of which one shows that they are written so. */
function readBackwards(part: string): Name {
	const words = part.split(/\s+/u);
	const initials = words.at(-1) ?? '';
	if (words.length < 2 || !INITIALS.test(initials)) return readName(words);
	return { ...readFamily(words.slice(0, -1)), given: readGiven([initials]) };
}

/** Pages that link an author to a profile print the name twice: `Andrew FrostAndrew Frost`. */
function once(name: string): string {
	const half = /^(\p{Lu}.{2,}?)\s*\1$/u.exec(name)?.[1]?.trim();
	// “Thomas Thomas” may be a person's name: with a space between, only a doubled full name is taken for one.
	return half && (half.includes(' ') || half.length * 2 === name.length) ? half : name;
}

function readInverted(name: string): Name {
	const [family = '', given = '', ...more] = name.split(/\s*,\s*/u);
	if (given === '') return readName(family.split(/\s+/u));
	const suffix = more.join(', ');
	return { ...readFamily(family.split(/\s+/u)), given: readGiven(given.split(/\s+/u)), ...(suffix && { suffix }) };
}

function readName(words: string[]): Name {
	if (ORGANISATION.test(words.join(' '))) return { literal: words.join(' ') };
	const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.at(-1) : undefined;
	const rest = suffix ? words.slice(0, -1) : words;
	let first = rest.length - 1;
	while (first > 0 && /^\p{Ll}/u.test(rest[first - 1] ?? '')) first -= 1;
	while (first > 1 && CAPITAL_PARTICLE.test(rest[first - 1] ?? '')) first -= 1;
	const given = rest.slice(0, first);
	const name = readFamily(rest.slice(first));
	if (!name.family || !/\p{L}{2}|[^\p{Lu}.]/u.test(name.family)) {
		throw new Error(`the author “${words.join(' ')}” has no family name`);
	}
	const capitals = name.family === name.family.toUpperCase();
	return {
		...name,
		...(given.length > 0 && { given: readGiven(given, capitals) }),
		...(suffix && { suffix }),
	};
}

/** `van der Berg`: words in small letters are the particle, the rest is the family name. */
function readFamily(words: string[]): { family: string; 'non-dropping-particle'?: string } {
	const start = words.findIndex((word) => !/^\p{Ll}/u.test(word));
	if (start <= 0) return { family: words.join(' ') };
	return { 'non-dropping-particle': words.slice(0, start).join(' '), family: words.slice(start).join(' ') };
}

/** @param capitals the whole name is in capitals, so that only one or two letters are initials */
function readGiven(words: readonly string[], capitals = false): string {
	const initials = capitals ? /^(?:\p{Lu}\.?-?){1,2}$/u : INITIALS;
	return words.map((word) => (initials.test(word) ? spellInitials(word) : word)).join(' ');
}

/** `JB` is `J. B.`, `J-P` is `J.-P.` */
export const spellInitials = (word: string) =>
	word
		.split('-')
		.map((part) => [...part.replaceAll('.', '')].map((letter) => `${letter}.`).join(' '))
		.join('-');
