import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { isPassing, untilReached } from '../../src/discord/retry.ts';
import { NoAnswer } from '../../src/discord/unanswered.ts';

const TOKEN = 'canary.of.a.token';
const failure = (about: object, message = 'x') => Object.assign(new Error(message), about);

/** Attempts with these outcomes, the last of them for ever; time passes at once, up to `ends` pauses. */
function setUp(outcomes: readonly (Error | 'reached')[], ends = 100) {
	const log: Record<string, unknown>[] = [];
	const logger = pino({ base: null }, { write: (line: string) => log.push(JSON.parse(line)) });
	const given = new AbortController();
	const pauses: number[] = [];
	let attempts = 0;
	const attempt = async () => {
		const outcome = outcomes[Math.min(attempts, outcomes.length - 1)];
		attempts += 1;
		if (outcome instanceof Error) throw outcome;
		return outcome;
	};
	const wait = async (milliseconds: number, signal: AbortSignal) => {
		if (pauses.push(milliseconds) === ends) given.abort(new Error('enough'));
		signal.throwIfAborted();
	};
	return { result: untilReached(attempt, logger, TOKEN, given.signal, wait), log, pauses };
}

const refused = failure({ code: 'ECONNREFUSED' }, `connect ECONNREFUSED ${TOKEN}`);

describe('while Discord is out of reach', () => {
	test('longer and longer pauses, up to the longest; one line for one cause, without the token', async () => {
		const { result, log, pauses } = setUp([...Array.from({ length: 8 }, () => refused), 'reached']);
		expect(await result).toBe('reached');
		expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
		expect(log).toMatchObject([{ level: 40, error: { code: 'ECONNREFUSED' } }]);
		expect(JSON.stringify(log)).not.toContain(TOKEN);
	});

	test('another cause has a line of its own', async () => {
		const { result, log } = setUp([refused, failure({ status: 503 }), failure({ status: 503 }), 'reached']);
		await result;
		expect(log).toMatchObject([{ error: { code: 'ECONNREFUSED' } }, { error: { status: 503 } }]);
	});

	test.each([{ code: 'ENOTFOUND' }, { code: 'UND_ERR_CONNECT_TIMEOUT' }, { status: 500 }, { name: 'AbortError' }])(
		'%j passes',
		async (about) => {
			expect(await setUp([failure(about), 'reached']).result).toBe('reached');
		},
	);

	test.each([{ code: 'TokenInvalid' }, { status: 401 }, { status: 404 }, {}])('%j does not: thrown', async (about) => {
		const error = failure(about);
		const { result, log } = setUp([error, 'reached']);
		await expect(result).rejects.toBe(error);
		expect(log).toEqual([]);
	});

	test('the signal ends the waiting at once, with its reason', async () => {
		const { result, pauses } = setUp([refused], 3);
		await expect(result).rejects.toThrow('enough');
		expect(pauses).toHaveLength(3);
	});
});

describe('what passes', () => {
	test.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'UND_ERR_SOCKET'])(
		'%s, of the network',
		(code) => {
			expect(isPassing(failure({ code }))).toBe(true);
		},
	);

	test.each(['ERR_INVALID_ARG_TYPE', 'ERR_INVALID_URL', 'EACCES', 'ENOENT', 'EXDEV', 'E', 50035, undefined])(
		'%s is none of the network, and does not',
		(code) => {
			expect(isPassing(failure({ code }))).toBe(false);
		},
	);

	test('an answer that did not come; but not JSON of our own that cannot be read, nor whatever else is thrown', () => {
		expect(isPassing(new NoAnswer('cut off'))).toBe(true);
		expect([new SyntaxError('x'), new TypeError('x'), undefined, null, 'ECONNRESET'].map(isPassing)).toEqual(
			Array.from({ length: 5 }, () => false),
		);
	});
});
