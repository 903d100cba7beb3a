import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReady, type Shard, SILENCE } from '../../src/discord/gateway.ts';

const NOW = Date.parse('2026-01-02T03:04:05Z');
/** Discord's heartbeat interval, in milliseconds. */
const BEAT = 41_250;

const shard = (about: Partial<Shard> = {}): Shard => ({
	id: 0,
	state: 'ready',
	since: NOW - 86_400_000,
	heartbeat: NOW - 1000,
	latency: 50,
	...about,
});

describe('the gateway counts as ready', () => {
	test('between two heartbeats that are acknowledged, however long ago it became ready', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: BEAT + 5000 }), fc.integer({ min: 0, max: 1e10 }), (beat, since) => {
				expect(isReady([shard({ heartbeat: NOW - beat, since: NOW - since })], NOW)).toBe(true);
			}),
		);
	});

	test('before its first heartbeat, which may be a whole interval after the greeting', () => {
		expect(isReady([shard({ heartbeat: undefined, since: NOW - BEAT })], NOW)).toBe(true);
	});

	test('when it was just resumed, though the last heartbeat is from before it was lost', () => {
		expect(isReady([shard({ heartbeat: NOW - 600_000, since: NOW - 1000 })], NOW)).toBe(true);
	});
});

test('silence that counts as death is longer than a heartbeat and shorter than a minute', () => {
	expect(SILENCE).toBeGreaterThan(BEAT);
	expect(SILENCE).toBeLessThan(60_000);
});

describe('it does not', () => {
	test('a minute after it died, whenever in between two heartbeats that was', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: BEAT }), (beat) => {
				const died = NOW - 60_000;
				expect(isReady([shard({ heartbeat: died - beat })], NOW)).toBe(false);
			}),
		);
	});

	test.each(['connecting', 'identifying', 'resuming', 'waitingforguilds', 'disconnected', 'idle'])(
		'while it is %s',
		(state) => {
			expect(isReady([shard({ state })], NOW)).toBe(false);
		},
	);

	test('without a connection, or with one of several dead', () => {
		expect(isReady([], NOW)).toBe(false);
		expect(isReady([shard(), shard({ id: 1, heartbeat: undefined, since: undefined })], NOW)).toBe(false);
	});
});
