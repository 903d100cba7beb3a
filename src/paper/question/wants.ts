import { COUNT, WANTS, type Want } from './kinds-of-answer.ts';
import { isStopWord, term } from './terms.ts';
import { type Word, words } from './words.ts';

/** The kind of answer that a question wants, if it is of a kind that a sentence can be seen to lack. */
export const wanted = (question: string): Want | undefined => WANTS.find(({ asked }) => asked.test(question));

/** What a question says beside wanting that kind of answer: its topic. */
export function besides({ asked }: Want, question: readonly Word[]): Word[] {
	const wanting = new Set(asked.exec(question.map(({ word }) => word).join(' '))?.[0].split(' '));
	return question.filter(({ word }) => !wanting.has(word) && !ANY_STUDY.test(word));
}

/** Words that fit any study: a sentence that answers need not have them. */
const ANY_STUDY =
	/^(study|trial|paper|article|research|project|sample|experiment|investigation|authors?|researchers|total|altogether|exactly|involved|included|recruited|enrolled|talk|talked|spoke|speak|interviewed|asked|surveyed|studied|tested|looked|used?|participants?|people|persons?|subjects|respondents?|individuals|volunteers?|took|part|take|place)$/;

/** Whether a passage can give what is wanted: a number, and of the thing that is counted. */
export function gives(want: Want, question: string, passage: string): boolean {
	if (!want.held?.test(passage)) return false;
	const counted =
		want.name === 'a number' && /\b(?:how many|number of) (?:of the )?((?:\w+ ?){1,3})/.exec(question)?.[1];
	if (!counted) return true;
	return (
		counted.split(' ').some((word) => !isStopWord(word) && isCounted(word, passage)) ||
		(ANYBODY.test(counted) && PEOPLE.test(passage)) ||
		(PEOPLE.test(counted) && /\bn ?= ?\d/i.test(passage))
	);
}

/** How far from the thing its number may stand, in words: `16 of the older stores`, `stores (n = 16)`. */
const NEARBY = 3;

function isCounted(thing: string, passage: string): boolean {
	const list = words(passage).map(({ word }) => word);
	return list.some(
		(word, i) =>
			term(word) === term(thing) && list.slice(Math.max(0, i - NEARBY), i + NEARBY).some((near) => COUNT.test(near)),
	);
}

/** What people who do not know who took part call those who did, */
const ANYBODY = /\b(participants?|people|persons?|subjects|respondents?|individuals|volunteers?|took part)\b/;
/** and who they are. */
const PEOPLE =
	/\b(participants?|people|persons?|patients?|subjects|respondents?|volunteers?|men|women|adults|children|students|pupils|teachers|nurses|workers|employees|users|players|\w+ers)\b/i;
