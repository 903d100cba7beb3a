import type { Paper } from './paper.ts';
import { answeringOf, givenAlone, isAbout, isBare, textOf } from './question/answering.ts';
import { factAsked, factOf } from './question/facts.ts';
import type { RecordField } from './question/facts-asked.ts';
import type { Found } from './question/finder.ts';
import { shareOf } from './question/rare-words.ts';
import { asksBeside, isBeyond } from './question/scope.ts';
import { isSmallTalk, toThePoint } from './question/small-talk.ts';
import { besides, wanted } from './question/wants.ts';
import { words } from './question/words.ts';
import type { Fact, Slice } from './schema.ts';
import type { Hit, Index } from './search.ts';

/** Passages in an answer, at most. */
const MOST = 3;

const LINES = {
	/** Below this share of words that the paper knows not even a closest passage is shown. */
	close: 0.35,
	/** A passage stands beside the first in the answer if its score is at least this share of that. */
	also: 0.75,
};

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
	const point = toThePoint(question);
	const typed = words(point);
	const asked = finder.read(typed);
	const look = finder.look(asked);
	const { hits } = look;
	const same = finder.same(asked) ?? (point === question ? undefined : finder.same(finder.read(words(question))));
	const expected = hits.find(({ passage }) => passage === same);
	if (expected) return { kind: 'found', hits: [expected] };
	// The rules know words that no paper has: they read the question as it was typed, too.
	const readings = [...new Set([asked, typed].map(textOf))];
	if (asked.length === 0 || readings.some(isSmallTalk)) return { kind: 'small talk' };
	const field = factAsked(readings, look, paper);
	if (field) return { kind: 'fact', field, ...factOf(paper, field) };
	const want = first(readings, wanted);
	const topic = want ? besides(want, asked) : asked;
	const [giving] = want && isBare(topic) ? givenAlone(want, asked, paper) : [];
	if (giving) return { kind: 'found', hits: [giving] };
	if (isBare(asked)) return answerToSmallWords(hits);
	const [best] = hits;
	if (!best) return { kind: 'nothing' };
	const isBeside = (reading: string) =>
		isBeyond(reading, paper, best) || (want === undefined && asksBeside(reading, paper, best));
	const isOfPaper = isAbout(topic, look, finder) && !readings.some(isBeside);
	const answering = isOfPaper ? answeringOf(hits, asked, topic, want) : [];
	if (answering.length > 0) return { kind: 'found', hits: leading(answering) };
	return shareOf(asked, finder.knows) >= LINES.close ? { kind: 'closest', hit: best } : { kind: 'nothing' };
}

/** “What is it about?” is answered where all of it is expected: its words are too few to tell by some of them. */
function answerToSmallWords(hits: readonly Found[]): Answer {
	const alike = hits.find(({ likeness }) => likeness === 1);
	return alike ? { kind: 'found', hits: [alike] } : { kind: 'nothing' };
}

function first<From, To>(list: readonly From[], find: (one: From) => To | undefined): To | undefined {
	for (const one of list) {
		const found = find(one);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Up to three passages that answer about as well as the first. */
const leading = ([first, ...rest]: Hit[]): Hit[] =>
	first ? [first, ...rest.filter(({ score }) => score >= first.score * LINES.also)].slice(0, MOST) : [];
