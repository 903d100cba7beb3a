import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeTally } from '../../src/discord/tally.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function setUp() {
	const log: Record<string, unknown>[] = [];
	const logger = pino({ base: null, timestamp: false }, { write: (line: string) => log.push(JSON.parse(line)) });
	return { log, tally: makeTally(logger) };
}

test('thirty times in a moment: one line, with how often and the first of them', async () => {
	const { log, tally } = setUp();
	for (let i = 0; i < 30; i += 1) {
		tally('warn', 'slow', 'all', { i });
		await vi.advanceTimersByTimeAsync(50);
	}
	expect(log).toEqual([]);
	await vi.advanceTimersByTimeAsync(1500);
	expect(log).toEqual([{ level: 40, i: 0, times: 30, msg: 'slow' }]);
});

test('another cause, another message, another time: each has a line of its own', async () => {
	const { log, tally } = setUp();
	tally('info', 'again', 502, {});
	tally('info', 'again', 503, {});
	tally('info', 'slow', 503, {});
	await vi.advanceTimersByTimeAsync(2000);
	tally('info', 'again', 503, {});
	await vi.advanceTimersByTimeAsync(2000);
	expect(log.map(({ msg, times }) => [msg, times])).toEqual([
		['again', 1],
		['again', 1],
		['slow', 1],
		['again', 1],
	]);
});

test('what does not end has a line each ten seconds', async () => {
	const { log, tally } = setUp();
	for (let i = 0; i < 60; i += 1) {
		tally('warn', 'slow', 'all', {});
		await vi.advanceTimersByTimeAsync(500);
	}
	expect(log.map(({ times }) => times)).toEqual([20, 20, 20]);
	expect(vi.getTimerCount()).toBe(0);
});
