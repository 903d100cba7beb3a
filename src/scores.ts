import type { Verdict } from './evaluate.ts';

/** So many of so many. */
export type Share = { hits: number; of: number };

export type Scores = {
	/** Of the answerable. */
	sentence: Share;
	section: Share;
	refused: Share;
	/** Of the unanswerable. */
	unanswered: Share;
	/** Of the facts of the record. */
	facts: Share;
};

export function scores(verdicts: readonly Verdict[]): Scores {
	const of = (kind: string) => verdicts.filter(({ question }) => question.kind === kind);
	const answerable = of('answerable');
	return {
		sentence: share(answerable, ({ sentence }) => sentence),
		section: share(answerable, ({ section }) => section),
		refused: share(answerable, ({ answered }) => !answered),
		unanswered: share(of('unanswerable'), ({ answered }) => !answered),
		facts: share(of('metadata'), ({ sentence }) => sentence),
	};
}

export const share = (verdicts: readonly Verdict[], test: (verdict: Verdict) => boolean): Share => ({
	hits: verdicts.filter(test).length,
	of: verdicts.length,
});

/** Whether a verdict is as it should be: the right sentence, no answer where there is none, the right fact. */
export const isRight = ({ question, answered, sentence }: Verdict) =>
	question.kind === 'unanswerable' ? !answered : sentence;

export const rate = ({ hits, of }: Share) => (of === 0 ? Number.NaN : hits / of);

/** Wilson's score interval of a share, at 95 %. */
export function wilson({ hits, of }: Share): [low: number, high: number] {
	const z = 1.959964;
	const p = hits / of;
	const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
	const width = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
	return [Math.max(0, middle - width), Math.min(1, middle + width)];
}
