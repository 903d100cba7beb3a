import stem from 'wink-porter2-stemmer';

/**
 * Words that carry no topic: articles, pronouns, prepositions, auxiliaries, question words. An abstract's text is
 * indexed without them; expected questions keep them, because “how did they do it” has no others.
 */
const STOP_WORDS: ReadonlySet<string> = new Set(
	`a about above after again all also am among an and any anybody anyone anything are as at be because been before
	being between both but by can could did do does doing done each either else etc ever every few for from further get
	gets got had has have having he her here hers him himself his how however i if in into is it its itself just like
	many may me might mine more most much must my myself neither no nor not now of off on once one only onto or other
	others our ours out over own per please quite rather really same shall she should since so some somebody someone
	something such than that the their theirs them themselves then there these they thing things this those though
	through to too under until up upon us very via was we well were what when where whether which while who whom whose
	why will with within without would yes yet you your yours`.split(/\s+/),
);

/** Single letters say as little as stop words. */
export const isStopWord = (word: string) => STOP_WORDS.has(word) || /^\p{L}$/u.test(word);

/** British to American, by rule and on both sides alike, so that a rule that mistakes a word does no harm. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
	[/is(e[sdr]?|ers|ing|ations?|able)$/, 'iz$1'],
	[/ys(e[sdr]?|ing)$/, 'yz$1'],
	[/^(.{3,})our(s|ed|ing|al|ally|able|hoods?|less|ful)?$/, '$1or$2'],
	[/^(.*[^aeiou])tre(s?)$/, '$1ter$2'],
	[/^(.*[aeiou][^aeiou]+el)l(ing|ed|ers?|ors?)$/, '$1$2'],
	[/^(.*[^aeiou])ae([^aeiou].*)$/, '$1e$2'],
	[/^programme(s?)$/, 'program$1'],
];

/** Terms that were made before; emptied when full, since people type what they like. */
const made = new Map<string, string>();
const MOST_MADE = 20_000;

/** What is indexed and looked up: the Porter2 stem of the American spelling; a figure is its own term. */
export function term(word: string): string {
	const known = made.get(word);
	if (known !== undefined) return known;
	if (made.size >= MOST_MADE) made.clear();
	const isWord = /^\p{L}+$/u.test(word);
	const spelled = isWord
		? SPELLINGS.reduce((spelled, [british, american]) => spelled.replace(british, american), word)
		: word;
	const term = isWord ? stem(spelled) : word;
	made.set(word, term);
	return term;
}
