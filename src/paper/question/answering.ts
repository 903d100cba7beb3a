import type { Paper } from '../paper.ts';
import type { Hit } from '../search.ts';
import type { SectionKey } from '../section.ts';
import type { Finder, Found, Look } from './finder.ts';
import type { Want } from './kinds-of-answer.ts';
import { shareOf } from './rare-words.ts';
import { isStopWord } from './terms.ts';
import { gives } from './wants.ts';
import type { Word } from './words.ts';

const LINES = {
	/** The share of the question that the paper knows, at least; */
	known: 0.5,
	/** the share that the best passage or its expected questions have; */
	matched: 0.2,
	/** likeness to a question that no section here answers; */
	like: 0.65,
	/** likeness of the best passage to one that it is expected to answer, which is enough by itself; */
	alike: 0.85,
	/** for a question that wants a number, a name or a date, the share that the passage has. */
	specific: 0.6,
	/** A passage may answer in place of the best if its score is at least this share of the best; */
	near: 0.6,
	/** if a number, a name or a date is wanted and it has one, at this share; */
	giving: 0.2,
	/** if what is wanted can be read in the best only, at this share. */
	ofBest: 0.85,
};

/** A question's words as the rules read them. */
export const textOf = (question: readonly Word[]) => question.map(({ word }) => word).join(' ');

/** Whether the question speaks of what the paper speaks of, beside the kind of answer that it wants. */
export function isAbout(topic: readonly Word[], { hits: [best], elsewhere }: Look, finder: Finder): boolean {
	if (elsewhere >= LINES.like && elsewhere > (best?.likeness ?? 0)) return false;
	return shareOf(topic, finder.knows) >= LINES.known;
}

/** Without a word of substance. */
export const isBare = (words: readonly Word[]) => words.every(({ word }) => isStopWord(word));

/** Kinds of section that say how many, how old, how long, where, of the study itself. */
const OF_THE_STUDY: ReadonlySet<SectionKey> = new Set(['methods', 'findings', 'abstract']);

/** “How old were they?” has no topic of its own: whatever passage says it of the study. */
export function givenAlone(want: Want, asked: readonly Word[], { passages }: Paper): Hit[] {
	if (!want.alone) return [];
	const giving = passages.filter(({ section, text }) => OF_THE_STUDY.has(section) && gives(want, textOf(asked), text));
	return asWanted(
		want,
		giving.map((passage) => ({ passage, score: 0, words: [] })),
	);
}

/** What came out of a study before what was to be looked at. */
const asWanted = ({ result }: Want, hits: readonly Hit[]): Hit[] =>
	result ? hits.toSorted((a, b) => Number(isPlan(a)) - Number(isPlan(b))) : [...hits];

const isPlan = ({ passage: { section } }: Hit) => section === 'methods' || section === 'purpose';

/** The hits that can give what is wanted, among those that are about as good as the best. */
export function answeringOf(
	hits: readonly Found[],
	asked: readonly Word[],
	topic: readonly Word[],
	want: Want | undefined,
): Hit[] {
	const near = (hits[0]?.score ?? 0) * nearness(want);
	const isOnTopic = (hit: Found) =>
		shareOf(topic, matchedBy(asked, hit)) >= (want ? LINES.specific : LINES.matched) ||
		(!want && hit.likeness >= LINES.alike);
	const answering = hits.filter(
		(hit) => hit.score >= near && isOnTopic(hit) && (!want || gives(want, textOf(asked), hit.passage.text)),
	);
	return want ? asWanted(want, answering) : answering;
}

function nearness(want: Want | undefined): number {
	if (!want) return LINES.near;
	return want.ofBest ? LINES.ofBest : LINES.giving;
}

function matchedBy(asked: readonly Word[], { words }: Hit): (word: string) => boolean {
	const matched = new Set(asked.filter(({ typed }) => words.includes(typed)).map(({ word }) => word));
	return (word) => matched.has(word);
}
