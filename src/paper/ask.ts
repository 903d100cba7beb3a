import { rarity } from './english.ts';
import { authorNames, factAsked, factOf } from './facts.ts';
import type { Finder } from './finder.ts';
import type { Paper } from './paper.ts';
import type { Fact, Slice } from './schema.ts';
import { beyond, speaksOfOpposite } from './scope.ts';
import type { Hit, Index } from './search.ts';
import { isSmallTalk } from './small-talk.ts';
import { STOP_WORDS } from './terms.ts';
import { gives, wanted } from './wants.ts';
import type { Word } from './words.ts';

/** Passages in an answer, at most. */
const MOST = 3;

export const LINES = {
	/** At least this share of the question is known to the paper, or it is not answered; */
	answered: 0.6,
	/** and below this share not even a closest passage is shown. */
	close: 0.35,
	/** A passage may answer in place of the best if its score is at least this share of the best. */
	near: 0.5,
	/** A passage stands beside the first if its score is at least this share of the first. */
	also: 0.75,
};

/** What people ask of the record rather than of the abstract. */
export type RecordField =
	| 'title'
	| 'author'
	| 'container-title'
	| 'publisher'
	| 'posted'
	| 'issued'
	| 'availability'
	| 'affiliations'
	| 'DOI'
	| 'volume'
	| 'issue'
	| 'page'
	| 'ISSN'
	| 'peer review'
	| 'open access'
	| 'URL';

export type Answer =
	/** The passages that answer, best first: one to three. */
	| { kind: 'found'; hits: Hit[] }
	/** The abstract does not answer; this passage is the closest to the question. */
	| { kind: 'closest'; hit: Hit }
	/** The abstract does not answer, and nothing in it is close. */
	| { kind: 'nothing' }
	/** A greeting, thanks, a question about the bot: no question to the paper. */
	| { kind: 'small talk' }
	/**
	 * A fact of the record: the record's own lines, verbatim (none where it says nothing), the labels that it leaves
	 * blank, and what other records say.
	 */
	| { kind: 'fact'; field: RecordField; lines: Slice[]; blank: Slice[]; others: Fact[] };

/**
 * @param question what was typed, 1–300 characters
 * @returns the same for the same question and paper, always
 */
export function ask(question: string, paper: Paper, index: Index): Answer {
	const finder = index.finder(paper);
	const asked = finder.read(question);
	const text = asked.map(({ word }) => word).join(' ');
	if (asked.length === 0 || isSmallTalk(text)) return { kind: 'small talk' };
	const field = factAsked(
		asked.map(({ word }) => word),
		authorNames(paper),
	);
	if (field) return { kind: 'fact', field, ...factOf(paper, field) };
	const hits = finder.find(asked);
	const [best] = hits;
	if (!best) return { kind: 'nothing' };
	const near = hits.filter(({ score }) => score >= best.score * LINES.near);
	const want = wanted(text);
	const answering = near.filter(
		({ passage }) => (!want || gives(want, text, passage.text)) && !speaksOfOpposite(text, passage.text),
	);
	const [first] = answering;
	const known = familiarity(asked, finder);
	if (first && known >= LINES.answered && !beyond(text, paper)) return { kind: 'found', hits: answered(answering) };
	return known >= LINES.close ? { kind: 'closest', hit: best } : { kind: 'nothing' };
}

/** The share of a question's words, weighted by how rare they are in English, that the paper or its questions have. */
function familiarity(asked: readonly Word[], finder: Finder): number {
	const content = new Set(asked.map(({ word }) => word).filter((word) => !STOP_WORDS.has(word)));
	const weigh = (list: Iterable<string>) => [...list].reduce((sum, word) => sum + rarity(word), 0);
	const all = weigh(content);
	return all === 0 ? 1 : weigh([...content].filter((word) => finder.knows(word))) / all;
}

/** Up to three passages that answer about as well as the first. */
const answered = ([first, ...rest]: Hit[]): Hit[] =>
	first ? [first, ...rest.filter(({ score }) => score >= first.score * LINES.also)].slice(0, MOST) : [];
