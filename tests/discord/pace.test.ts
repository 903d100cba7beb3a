import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePace } from '../../src/discord/pace.ts';

const answersAt = (times: readonly number[]) => {
	const pace = makePace();
	return times.map((time) => pace('alice', time));
};

test('four messages in ten seconds are answered, the fifth with a request, what follows not at all', () => {
	expect(answersAt([0, 1000, 2000, 3000, 4000, 5000, 13_999, 14_000])).toEqual([
		'answer',
		'answer',
		'answer',
		'answer',
		'ask to slow down',
		'silent',
		'silent',
		'answer',
	]);
});

test('of another person it knows nothing', () => {
	const pace = makePace();
	for (let i = 0; i < 6; i += 1) pace('alice', i);
	expect(pace('bob', 6)).toBe('answer');
});

test('whatever the pace, a request is made at most once in ten seconds, and one message in two is never lost to it', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 60 }), (pauses) => {
			let now = 0;
			const times = pauses.map((pause) => (now += pause));
			const answers = answersAt(times);
			const requests = times.filter((_, i) => answers[i] === 'ask to slow down');
			for (const [i, time] of requests.entries()) expect(time - (requests[i - 1] ?? -Infinity)).toBeGreaterThan(9999);
			for (const [i, answer] of answers.entries()) {
				const since = (time: number) => (times[i] ?? 0) - time;
				if (answer === 'silent') expect(requests.some((time) => since(time) >= 0 && since(time) < 10_000)).toBe(true);
			}
		}),
	);
});
