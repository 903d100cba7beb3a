import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GatewayClosed } from '../src/discord/gateway.ts';
import { explain } from '../src/exit.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { wrongAddress } from '../src/served.ts';
import { type Env, killPrograms, MAIN, startProgram } from './program.ts';

let discord: Sandbox;
beforeEach(async () => {
	discord = await startSandbox();
});
afterEach(async () => {
	await killPrograms();
	await discord.close();
});

const start = (env?: Env) => startProgram(discord, MAIN, env);

/** The status of a bot that ends by itself, and all that it says of it. */
async function endOf(env?: Env) {
	const { status, err } = await start(env).ended;
	return [status, err];
}

/** What Discord says of its gateway is this instead. */
function answerGateway(answer: () => Response) {
	discord.faults.rest = ({ path }) => (path.endsWith('/gateway/bot') ? answer() : undefined);
}

const PORTAL = () => new Response('<html>Log in to the network</html>', { headers: { 'content-type': 'text/html' } });

describe('what ends the bot is said in one line', () => {
	test('no log-in is left: status 1, and from when there are more', async () => {
		const limit = { total: 1000, remaining: 0, reset_after: 3_600_000, max_concurrency: 1 };
		answerGateway(() => Response.json({ url: 'ws://127.0.0.1', shards: 1, session_start_limit: limit }));
		expect(await endOf()).toEqual([
			1,
			expect.stringMatching(
				/^.*of the 1000 log-ins of today 0 are left and 1 needed; Discord allows more at \d{4}-.*\n$/,
			),
		]);
	});

	test('a page of HTML with 403: status 1, and that it gives no reason', async () => {
		discord.faults.rest = () =>
			new Response('<html>no</html>', { status: 403, headers: { 'content-type': 'text/html' } });
		expect(await endOf()).toEqual([1, expect.stringMatching(/^.*Discord answers with 403, and no word why.*\n$/)]);
	});

	test('closed with 4011: status 78 where SHARDS says how many, 1 where a new start asks Discord', async () => {
		discord.faults.identify = 4011;
		expect(await endOf({ SHARDS: '0/1' })).toEqual([
			78,
			expect.stringMatching(/^.*4011 \(ShardingRequired\); set SHARDS to “auto”.*\n$/),
		]);
		expect(await endOf()).toEqual([1, expect.stringMatching(/^.*4011.*a new start asks how many shards.*\n$/)]);
	});

	test('a host for health that is none of this machine: status 78', async () => {
		// An address that is for examples.
		expect(await endOf({ HEALTH_PORT: '0', HEALTH_HOST: '192.0.2.1' })).toEqual([
			78,
			expect.stringMatching(/\n- HEALTH_HOST is no address of this machine \(EADDRNOTAVAIL\)\n$/),
		]);
		expect(wrongAddress(Object.assign(new Error(), { code: 'ENOTFOUND' }))).toMatch(/^HEALTH_HOST/);
	});
});

test('a network that wants a log-in of its own is waited for, as an outage is', async () => {
	answerGateway(PORTAL);
	const { logged, ready } = start();
	const { error } = await logged('Discord is out of reach; trying again');
	expect(error).toMatchObject({ message: expect.stringContaining('not Discord’s API') });
	discord.faults.rest = undefined;
	await ready;
});

describe('what nobody catches', () => {
	/** Runs in the bot's process from its start. */
	const meanwhile = (source: string) => ({
		NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(source)}`,
	});

	test.each([
		['a rejection', 'setTimeout(() => Promise.reject(new Error("oh, " + process.env.DISCORD_TOKEN)), 1500)'],
		['an exception', 'setTimeout(() => { throw new Error("oh, " + process.env.DISCORD_TOKEN) }, 1500)'],
		['something that is no error', 'setTimeout(() => { throw "oh, " + process.env.DISCORD_TOKEN }, 1500)'],
	])('%s: one line of the log without the token, status 1', async (_what, source) => {
		const { ended, log } = start(meanwhile(source));
		expect(await ended).toMatchObject({ status: 1, err: '' });
		expect(log().at(-1)).toMatchObject({
			level: 60,
			msg: 'ended by a bug',
			error: { message: expect.stringContaining('oh, [token]') },
		});
	});

	test('in discord.js, from what the gateway sends: the same', async () => {
		const { ended, log, ready } = start();
		await ready;
		void discord.interact({ type: 2, raw: { data: null } }).catch(() => undefined);
		expect(await ended).toMatchObject({ status: 1, err: '' });
		expect(log().at(-1)).toMatchObject({ level: 60, msg: 'ended by a bug', error: { type: 'TypeError' } });
	});
});

test('4011 passes with SHARDS=auto only, 4014 never', () => {
	const statusOf = (code: number, auto: boolean) => explain(new GatewayClosed(code, auto), 'no', '').status;
	expect([statusOf(4011, true), statusOf(4011, false), statusOf(4014, true), statusOf(4004, true)]).toEqual([
		1, 78, 78, 77,
	]);
});
