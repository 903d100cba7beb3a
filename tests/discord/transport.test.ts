import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MakeRequest } from '../../src/discord/attempt.ts';
import { makeTally } from '../../src/discord/tally.ts';
import { makeTransport } from '../../src/discord/transport.ts';
import { NoAnswer, PerhapsTaken, Taken } from '../../src/discord/unanswered.ts';

const API = 'https://discord.com/api/v10';
const CALLBACK = ['POST', `${API}/interactions/1/canary/callback?with_response=false`] as const;
const FOLLOW_UP = ['POST', `${API}/webhooks/1/canary?wait=true`] as const;
const EDIT = ['PATCH', `${API}/webhooks/1/canary/messages/%40original`] as const;
const MESSAGE = ['POST', `${API}/channels/1/messages`] as const;
const OWN = ['GET', `${API}/gateway/bot`] as const;

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

type Outcome = Response | Error | 'hang';

const json = (body: unknown, status = 200) => Response.json(body, { status });
const cut = (status = 200) =>
	new Response('{"id":"1","content":"wri', { status, headers: { 'content-type': 'application/json' } });
const failing = (about: object, message = 'x') => Object.assign(new Error(message), about);
const RESET = failing({ code: 'ECONNRESET', syscall: 'read' }, 'read ECONNRESET');
const REFUSED = failing({ code: 'ECONNREFUSED', syscall: 'connect' });

/** Makes a request of which the attempts come to these, the last of them from then on; time passes at once. */
async function ask([method, url]: readonly [string, string], outcomes: readonly (() => Outcome)[]) {
	const log: Record<string, unknown>[] = [];
	const logger = pino({ base: null }, { write: (line: string) => log.push(JSON.parse(line)) });
	const begun = performance.now();
	/** When each attempt was made. */
	const at: number[] = [];
	const request: MakeRequest = async (_url, { signal }) => {
		const outcome = outcomes[Math.min(at.length, outcomes.length - 1)]?.() ?? 'hang';
		at.push(Math.round(performance.now() - begun));
		if (outcome instanceof Error) throw outcome;
		if (outcome !== 'hang') return outcome as Awaited<ReturnType<MakeRequest>>;
		return new Promise<never>((_resolve, reject) => {
			signal?.addEventListener('abort', () => reject(signal.reason));
		});
	};
	let took = 0;
	const result = makeTransport(makeTally(logger), request)(url, { method })
		.catch((error: unknown) => error)
		.finally(() => {
			took = Math.round(performance.now() - begun);
		});
	await vi.advanceTimersByTimeAsync(60_000);
	const came = await result;
	expect(JSON.stringify(log)).not.toMatch(/canary|wri/);
	return { came, at, took, log };
}

/** That discord.js makes no such request again. */
function expectFinal(error: unknown) {
	expect(error).toBeInstanceOf(Error);
	const { name, message, code } = error as Error & { code?: unknown };
	expect([name === 'AbortError', code === 'ECONNRESET', message.includes('ECONNRESET')]).toEqual([false, false, false]);
}

const oops = () => new Response('<html>oops</html>', { status: 503 });
const pauses = (at: readonly number[]) => at.slice(1).map((time, i) => time - (at[i] ?? 0));

describe('a first response', () => {
	test('answered with 503 for ever: attempts until 2.8 seconds are over, then it is given up', async () => {
		const { came, at, took, log } = await ask(CALLBACK, [oops]);
		expect(pauses(at)).toEqual([150, ...Array.from({ length: 9 }, () => 250), 250]);
		expect(at.at(-1)).toBeGreaterThan(2500);
		expect(took).toBeLessThanOrEqual(2800);
		expect(came).toMatchObject({ constructor: NoAnswer, status: 503 });
		expectFinal(came);
		expect(log).toEqual([]);
	});

	test('never answered: two attempts, then it is given up', async () => {
		const { came, at, took } = await ask(CALLBACK, [() => 'hang']);
		expect(at).toEqual([0, 1400]);
		expect(took).toBeLessThanOrEqual(2800);
		expect(came).toBeInstanceOf(NoAnswer);
		expectFinal(came);
	});

	test('said to be given already: it was given by the attempt before, or by somebody else', async () => {
		const already = () => json({ code: 40060, message: 'x' }, 400);
		expect((await ask(CALLBACK, [() => RESET, already])).came).toMatchObject({ status: 204 });
		expect((await ask(CALLBACK, [already])).came).toMatchObject({ status: 400 });
		expect((await ask(CALLBACK, [() => REFUSED, already])).came).toMatchObject({ status: 400 });
	});

	test('asked to slow down: waits for as long as that, but not for what comes too late', async () => {
		const slow = (seconds: string) => () => new Response('', { status: 429, headers: { 'retry-after': seconds } });
		const soon = await ask(CALLBACK, [slow('0.7'), () => json({})]);
		expect([soon.at, (soon.came as Response).status]).toEqual([[0, 700], 204]);
		const late = await ask(CALLBACK, [slow('5')]);
		expect([late.at, late.took]).toEqual([[0], 0]);
		expect(late.came).toBeInstanceOf(NoAnswer);
	});

	test('asked to slow down and not told for how long: a second each time, within the 2.8', async () => {
		const { at, came, log } = await ask(CALLBACK, [() => new Response('<html>', { status: 429 })]);
		expect(at).toEqual([0, 1000, 2000]);
		expect(came).toBeInstanceOf(NoAnswer);
		expect(log).toMatchObject([{ msg: 'Discord asks to slow down', times: 3, wait: 1 }]);
	});

	test('what is said of it cut off: it is given, with a line', async () => {
		const { came, at, log } = await ask(CALLBACK, [cut]);
		expect([at, (came as Response).status]).toEqual([[0], 204]);
		expect(log).toMatchObject([{ level: 30, msg: 'what Discord said of an answer was cut off', times: 1 }]);
	});
});

describe.each([
	['an edit', EDIT],
	['a message in a channel', MESSAGE],
] as const)('%s', (_what, what) => {
	test('answered with 503 for ever: longer and longer pauses, given up after some fifteen seconds', async () => {
		const { came, at, took } = await ask(what, [oops]);
		expect(pauses(at).slice(0, 7)).toEqual([150, 300, 600, 1200, 2400, 3000, 3000]);
		expect(took).toBeGreaterThan(12_000);
		expect(took).toBeLessThan(20_000);
		expect(came).toMatchObject({ constructor: NoAnswer, status: 503 });
		expectFinal(came);
	});

	test('never answered: each attempt is given up after five seconds', async () => {
		const { came, at, took } = await ask(what, [() => 'hang']);
		expect(at).toEqual([0, 5150, 10_450]);
		expect(took).toBeLessThan(20_000);
		expectFinal(came);
	});

	test.each([
		['a reset', () => RESET],
		['JSON cut in half', cut],
		['no answer', () => 'hang' as const],
		['a refusal cut in half', () => cut(400)],
		['a page of HTML with 429', () => new Response('<html>', { status: 429 })],
	])('%s: made again, and answered once', async (_fault, fault) => {
		const { came, at } = await ask(what, [fault, () => json({ id: '1' })]);
		expect(at).toHaveLength(2);
		expect(await (came as Response).json()).toEqual({ id: '1' });
	});

	test('asked to slow down for so long: that is for discord.js, which knows what else has to wait', async () => {
		const { came, at } = await ask(what, [() => new Response('', { status: 429, headers: { 'retry-after': '3' } })]);
		expect([at, (came as Response).status, (came as Response).headers.get('retry-after')]).toEqual([[0], 429, '3']);
	});
});

describe('a further message, which Discord would not know again', () => {
	test.each([
		['503', oops],
		['a reset', () => RESET],
		['no answer', () => 'hang' as const],
		['a socket that was closed', () => failing({ code: 'UND_ERR_SOCKET' })],
	])('%s: not made again, as it may stand there', async (_fault, fault) => {
		const { came, at } = await ask(FOLLOW_UP, [fault]);
		expect(at).toEqual([0]);
		expect(came).toBeInstanceOf(PerhapsTaken);
		expectFinal(came);
	});

	test('taken, and what is said of it cut off: it stands there', async () => {
		const { came, at, log } = await ask(FOLLOW_UP, [cut]);
		expect(at).toEqual([0]);
		expect(came).toBeInstanceOf(Taken);
		expectFinal(came);
		expect(log).toMatchObject([{ msg: 'what Discord said of an answer was cut off' }]);
	});

	test.each([
		['no connection', () => REFUSED],
		['a connection that takes too long', () => failing({ code: 'UND_ERR_CONNECT_TIMEOUT' })],
		['an address that is not found', () => failing({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
		['a page of HTML with 429', () => new Response('<html>', { status: 429 })],
	])('%s: made again, as it was surely not taken', async (_fault, fault) => {
		const { came, at } = await ask(FOLLOW_UP, [fault, () => json({ id: '1' })]);
		expect([at.length, (came as Response).status]).toEqual([2, 200]);
		expect((await ask(FOLLOW_UP, [fault])).came).toBeInstanceOf(NoAnswer);
	});
});

test('what the bot needs to start is given up soon, as the start is attempted again', async () => {
	const { came, took } = await ask(OWN, [() => REFUSED]);
	expect(came).toMatchObject({ constructor: NoAnswer, code: 'ECONNREFUSED' });
	expect(took).toBeLessThan(2000);
	expectFinal(came);
});

test('a request that cannot be made is a bug of ours: thrown as it is, at once', async () => {
	const error = failing({ code: 'ERR_INVALID_ARG_TYPE' });
	const { came, at } = await ask(MESSAGE, [() => error]);
	expect([came, at]).toEqual([error, [0]]);
});

test('what is answered at last has a line: what it was, how often, and what came instead', async () => {
	const { log } = await ask(EDIT, [oops, oops, () => json({})]);
	expect(log).toMatchObject([
		{ level: 30, msg: 'Discord answered only when asked again', method: 'PATCH', attempts: 2, problem: 503, times: 1 },
	]);
});

test('an answer without a body, and one that is no JSON, come through', async () => {
	expect((await ask(EDIT, [() => new Response(null, { status: 204 })])).came).toMatchObject({ status: 204 });
	const { came } = await ask(EDIT, [() => new Response('<html>no</html>', { status: 403 })]);
	expect([(came as Response).status, await (came as Response).text()]).toEqual([403, '<html>no</html>']);
});
