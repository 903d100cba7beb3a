import type { Name } from './schema.ts';

const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
/** Words that stand with the family name even where they are written with a capital, as in Belgium. */
const CAPITAL_PARTICLE = /^(?:Da|De|Del|Della|Den|Der|Di|Dos|Du|Van|Von)$/;

/**
 * The people of a list such as `C Perrin, Andrew Frost and JB van der Berg`, or `Perrin, C.; Frost, Andrew`.
 *
 * The last word of a name is the family name, with the particles before it; capitals that stand alone are initials.
 * What a list cannot tell is not guessed: an organisation, or a family name of two words, is read as a person whose last
 * word is the family name. paper.json can say better, as an `author` fact among `others`.
 *
 * @throws Error whose message says which name breaks which rule
 */
export function readPeople(list: string): Name[] {
	const inverted = list.includes(';');
	const parts = list.split(inverted ? /\s*;\s*/u : /\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/u);
	const names: Name[] = [];
	for (const part of parts.map((part) => once(part.trim()))) {
		const last = names.at(-1);
		if (part === '') throw new Error(`the authors “${list}” have a name missing between two separators`);
		if (last && !inverted && SUFFIX.test(part)) last.suffix = part;
		else names.push(inverted ? readInverted(part) : readName(part.split(/\s+/u)));
	}
	return names;
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
	const initials = capitals ? /^(?:\p{Lu}\.?-?){1,2}$/u : /^(?:\p{Lu}\.?-?){1,3}$/u;
	return words.map((word) => (initials.test(word) ? spellInitials(word) : word)).join(' ');
}

/** `JB` is `J. B.`, `J-P` is `J.-P.` */
const spellInitials = (word: string) =>
	word
		.split('-')
		.map((part) => [...part.replaceAll('.', '')].map((letter) => `${letter}.`).join(' '))
		.join('-');
