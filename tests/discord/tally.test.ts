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
		tally.count('warn', 'slow', 'all', { i });
		await vi.advanceTimersByTimeAsync(50);
	}
	expect(log).toEqual([]);
	await vi.advanceTimersByTimeAsync(1500);
	expect(log).toEqual([{ level: 40, i: 0, times: 30, msg: 'slow' }]);
});

test('another cause, another message, another time: each has a line of its own', async () => {
	const { log, tally } = setUp();
	tally.count('info', 'again', 502, {});
	tally.count('info', 'again', 503, {});
	tally.count('info', 'slow', 503, {});
	await vi.advanceTimersByTimeAsync(2000);
	tally.count('info', 'again', 503, {});
	await vi.advanceTimersByTimeAsync(2000);
	expect(log.map(({ msg, times }) => [msg, times])).toEqual([
		['again', 1],
		['again', 1],
		['slow', 1],
		['again', 1],
	]);
});

test('what is counted is written before an end, and once', async () => {
	const { log, tally } = setUp();
	tally.count('info', 'again', 502, { first: true });
	tally.count('info', 'again', 502, {});
	tally.count('warn', 'slow', 'all', {});
	tally.flush();
	const lines = [
		{ level: 30, first: true, times: 2, msg: 'again' },
		{ level: 40, times: 1, msg: 'slow' },
	];
	expect(log).toEqual(lines);
	await vi.advanceTimersByTimeAsync(20_000);
	tally.flush();
	expect(log).toEqual(lines);
	expect(vi.getTimerCount()).toBe(0);
});

test('what does not end has a line each ten seconds', async () => {
	const { log, tally } = setUp();
	for (let i = 0; i < 60; i += 1) {
		tally.count('warn', 'slow', 'all', {});
		await vi.advanceTimersByTimeAsync(500);
	}
	expect(log.map(({ times }) => times)).toEqual([20, 20, 20]);
	expect(vi.getTimerCount()).toBe(0);
});
