import type { Paper } from './paper.ts';
import { factAsked, factOf } from './question/facts.ts';
import type { RecordField } from './question/facts-asked.ts';
import type { Finder, Found } from './question/finder.ts';
import type { Want } from './question/kinds-of-answer.ts';
import { asksBeside, isBeyond } from './question/scope.ts';
import { share } from './question/share.ts';
import { isSmallTalk, toThePoint } from './question/small-talk.ts';
import { isStopWord } from './question/terms.ts';
import { besides, gives, wanted } from './question/wants.ts';
import { type Word, words } from './question/words.ts';
import type { Fact, Slice } from './schema.ts';
import type { Hit, Index } from './search.ts';

/** Passages in an answer, at most. */
const MOST = 3;

const LINES = {
	/** The share of the question that the paper knows, at least; */
	known: 0.5,
	/** the share that the best passage or its expected questions have; */
	matched: 0.2,
	/** likeness to a question that no section here answers; */
	like: 0.65,
	/** for a question that wants a number, a name or a date, the share that the passage has. */
	specific: 0.6,
	/** Below this share of known words not even a closest passage is shown. */
	close: 0.35,
	/** A passage may answer in place of the best if its score is at least this share of the best; */
	near: 0.6,
	/** if a number, a name or a date is wanted and it has one, at this share; */
	giving: 0.2,
	/** and stands beside the first in the answer at this share. */
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
	const asked = finder.read(point);
	const hits = finder.find(asked);
	const same = finder.same(asked);
	const expected = hits.find(({ passage }) => passage === same);
	if (expected) return { kind: 'found', hits: [expected] };
	// The rules know words that no paper has: they read the question as it was typed, too.
	const readings = [...new Set([asked, typed].map(textOf))];
	if (asked.length === 0 || readings.some(isSmallTalk)) return { kind: 'small talk' };
	const field = factAsked(asked, readings, hits[0], finder, paper);
	if (field) return { kind: 'fact', field, ...factOf(paper, field) };
	if (asked.every(({ word }) => isStopWord(word))) return answerToSmallWords(hits);
	const [best] = hits;
	if (!best) return { kind: 'nothing' };
	const want = first(readings, wanted);
	const isBeside = (reading: string) =>
		isBeyond(reading, paper, best) || (want === undefined && asksBeside(reading, paper, best));
	const answering = isAbout(asked, best, finder) && !readings.some(isBeside) ? answeringOf(hits, asked, want) : [];
	if (answering.length > 0) return { kind: 'found', hits: leading(answering) };
	return share(asked, finder.knows) >= LINES.close ? { kind: 'closest', hit: best } : { kind: 'nothing' };
}

/** “What is it about?” is answered where all of it is expected: its words are too few to tell by some of them. */
function answerToSmallWords(hits: readonly Found[]): Answer {
	const alike = hits.find(({ likeness }) => likeness === 1);
	return alike ? { kind: 'found', hits: [alike] } : { kind: 'nothing' };
}

const textOf = (question: readonly Word[]) => question.map(({ word }) => word).join(' ');

function first<From, To>(list: readonly From[], find: (one: From) => To | undefined): To | undefined {
	for (const one of list) {
		const found = find(one);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Whether the question speaks of what the paper speaks of. */
function isAbout(asked: readonly Word[], best: Found, finder: Finder): boolean {
	const elsewhere = finder.unanswerable(asked);
	if (elsewhere >= LINES.like && elsewhere > best.likeness) return false;
	return share(asked, finder.knows) >= LINES.known;
}

/** The hits that can give what is wanted, among those that are about as good as the best. */
function answeringOf(hits: readonly Hit[], asked: readonly Word[], want: Want | undefined): Hit[] {
	const topic = want ? besides(want, asked) : asked;
	const near = (hits[0]?.score ?? 0) * (want && !want.ofBest ? LINES.giving : LINES.near);
	const enough = want ? LINES.specific : LINES.matched;
	return hits.filter(
		(hit) =>
			hit.score >= near &&
			share(topic, matchedBy(asked, hit)) >= enough &&
			(!want || gives(want, textOf(asked), hit.passage.text)),
	);
}

function matchedBy(asked: readonly Word[], { words }: Hit): (word: string) => boolean {
	const matched = new Set(asked.filter(({ typed }) => words.includes(typed)).map(({ word }) => word));
	return (word) => matched.has(word);
}

/** Up to three passages that answer about as well as the first. */
const leading = ([first, ...rest]: Hit[]): Hit[] =>
	first ? [first, ...rest.filter(({ score }) => score >= first.score * LINES.also)].slice(0, MOST) : [];
