import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Member } from '../src/sandbox/member.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { AGAIN } from './client/aftermath.ts';
import { isCallback, page, strike } from './client/strike.ts';
import { type Env, killPrograms, MAIN, startProgram } from './program.ts';
import { CORPUS_DIR } from './running.ts';
import { soon } from './soon.ts';

const OTHER = new URL('corpus/bakery-2020', import.meta.url).pathname;

let discord: Sandbox;
let alice: Member;
beforeAll(async () => {
	discord = await startSandbox();
	alice = discord.member({ name: 'alice' });
});
afterEach(async () => {
	discord.faults.rest = undefined;
	await killPrograms();
});
afterAll(() => discord.close());

async function start(env?: Env) {
	const bot = startProgram(discord, MAIN, env);
	await bot.ready;
	return bot;
}

/** Somebody speaks to the bot, and Discord never takes the answer, which is tried for longer than a stop waits. */
function hang(): Promise<void> {
	return new Promise((resolve) => {
		discord.faults.rest = ({ method, path }) => {
			if (method !== 'POST' || !path.endsWith('/messages')) return undefined;
			resolve();
			return 'hang';
		};
		void alice.say('@bot limitations').catch(() => undefined);
	});
}

describe('the corpus is loaded anew', () => {
	let dir: string;
	const broken = () => writeFileSync(join(dir, 'perrin-2018-peer-support', 'paper.json'), '{}');
	const papersOf = async () => (await alice.complete('/findings paper: ')).map(({ value }) => value);
	const startOnCopy = async () => {
		dir = mkdtempSync(join(tmpdir(), 'verbatim-'));
		cpSync(CORPUS_DIR, dir, { recursive: true });
		return start({ CORPUS_DIR: dir });
	};
	afterEach(() => rmSync(dir, { recursive: true, force: true }));

	test('when the folder changes; a broken one is refused and the bot goes on with the old one', async () => {
		const bot = await startOnCopy();
		expect(await papersOf()).toEqual(['perrin-2018-peer-support']);
		cpSync(OTHER, join(dir, 'bakery-2020'), { recursive: true });
		await bot.logged('corpus loaded anew');
		expect(await papersOf()).toEqual(['bakery-2020', 'perrin-2018-peer-support']);
		broken();
		const { problem } = await bot.logged('corpus not loaded anew; the old one stays');
		expect(problem).toMatch(/perrin-2018-peer-support\/paper\.json: \w+/);
		expect((await alice.type('/findings paper: perrin-2018-peer-support')).message?.embeds).toHaveLength(1);
	});

	test('at SIGHUP, which ends nothing', async () => {
		const bot = await startOnCopy();
		bot.child.kill('SIGHUP');
		await bot.logged('corpus loaded anew');
		expect((await alice.type('/findings')).outcome).toBe('replied');
		bot.child.kill('SIGTERM');
		expect(await bot.ended).toMatchObject({ status: 0, err: '' });
	});
});

describe('a stop', () => {
	test('closes the gateway so that the session is over', async () => {
		const bot = await start();
		const session = discord.sessions.at(-1);
		expect(session).toMatchObject({ connected: true });
		bot.child.kill('SIGTERM');
		expect(await bot.ended).toMatchObject({ status: 0 });
		// One that could be resumed is kept, as those of killed bots are.
		expect(discord.sessions).not.toContain(session);
		expect(bot.log().at(-1)).toMatchObject({ msg: 'stopped' });
		expect(bot.log().filter(({ msg }) => /^gateway/.test(String(msg)))).toEqual([]);
	});

	test('takes no interaction any more, and a second signal ends at once', async () => {
		const bot = await start();
		await hang();
		bot.child.kill('SIGTERM');
		await bot.logged('stopping');
		const { outcome, interaction } = await alice.type('/findings');
		expect(outcome).toBe('did not respond');
		expect(discord.requests.filter(({ path }) => path.includes(interaction.id))).toEqual([]);
		bot.child.kill('SIGINT');
		expect(await bot.ended).toMatchObject({ status: 130 });
	});

	test('writes what it has counted of requests up to then', async () => {
		const bot = await start();
		strike(discord, isCallback, page(503));
		expect((await alice.type('/findings')).outcome).toBe('replied');
		bot.child.kill('SIGTERM');
		await bot.ended;
		expect(bot.log().filter(({ msg }) => msg === AGAIN)).toMatchObject([{ attempts: 1, problem: 503, times: 1 }]);
	});

	test('waits ten seconds for an answer, not for ever', async () => {
		const bot = await start();
		const session = discord.sessions.at(-1);
		await hang();
		const told = performance.now();
		bot.child.kill('SIGTERM');
		expect(await bot.ended).toMatchObject({ status: 0, err: '' });
		expect(performance.now() - told).toBeGreaterThanOrEqual(9000);
		expect(discord.sessions).not.toContain(session);
	}, 40_000);
});

test('nothing is written and no program started, so that the file system may be read-only', async () => {
	// Node's own permissions: reading, threads and the network, which older Node does not restrict, no more.
	const known = (flag: string) => process.allowedNodeEnvironmentFlags.has(flag);
	const permission = known('--permission') ? '--permission' : '--experimental-permission';
	const network = known('--allow-net') ? '--allow-net' : '';
	const bot = await start({
		NODE_OPTIONS: `${permission} --allow-fs-read=* --allow-worker ${network} --disable-warning=ExperimentalWarning`,
		HEALTH_PORT: '0',
	});
	for (const line of ['/findings', '/ask question: what did they find?', '/cite', '/search words: peer'])
		expect((await alice.type(line)).message?.embeds.length).toBeGreaterThan(0);
	bot.child.kill('SIGHUP');
	await bot.logged('corpus loaded anew');
	bot.child.kill('SIGTERM');
	const { status, out, err } = await bot.ended;
	expect([status, `${out}${err}`]).toEqual([0, expect.not.stringMatching(/ERR_ACCESS_DENIED|interaction failed/)]);
});

describe('health', () => {
	test('is served where the settings say so, from before the bot is ready', async () => {
		const bot = startProgram(discord, MAIN, { HEALTH_PORT: '0' });
		const { host, port } = await bot.logged('health served');
		expect(host).toBe('127.0.0.1');
		const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
		expect([200, 503]).toContain((await get('/healthz')).status);
		await vi.waitUntil(async () => (await get('/healthz')).ok, { timeout: 10_000 });
		await bot.ready;
		expect(await (await get('/metrics')).text()).toMatch(/^verbatim_interactions_total\{.*outcome="failed"\} 0$/m);
		await alice.type('/findings');
		const counted = 'verbatim_interactions_total{way="command",name="findings",outcome="answered"} 1';
		await soon(async () => (await (await get('/metrics')).text()).includes(counted));
		bot.child.kill('SIGTERM');
		expect(await bot.ended).toMatchObject({ status: 0, err: '' });
	});

	test('a port that is taken ends the start with one line', async () => {
		const bot = startProgram(discord, MAIN, { HEALTH_PORT: new URL(discord.url).port });
		const { status, err } = await bot.ended;
		expect(status).toBe(1);
		expect(err.trim().split('\n')).toEqual([expect.stringContaining('EADDRINUSE')]);
	});
});

describe('what is logged', () => {
	const CANARY = 'canary-in-a-coal-mine';

	test('no token, no interaction token, nothing that people wrote, also where everything fails', async () => {
		discord.forget();
		const bot = await start({ LOG_LEVEL: 'trace', HEALTH_PORT: '0' });
		const faults = [
			() => undefined,
			() => Response.json({ code: 50035, message: 'Invalid Form Body' }, { status: 400 }),
			() => Response.json({ code: 10062, message: 'Unknown interaction' }, { status: 404 }),
			() => new Response('<html>no</html>', { status: 403 }),
		];
		for (const fault of faults) {
			const { message } = await alice.type('/findings');
			discord.faults.rest = ({ method }) => (method === 'POST' ? fault() : undefined);
			const answered = discord.requests.length;
			void alice.type(`/ask question: ${CANARY} hide: True`).catch(() => undefined);
			void alice.type(`/search words: ${CANARY}`).catch(() => undefined);
			void alice.type(`/findings paper: ${CANARY}`).catch(() => undefined);
			void alice.complete(`/findings paper: ${CANARY}`).catch(() => undefined);
			if (message) void alice.forge(message, `why:${CANARY}`).catch(() => undefined);
			void alice.say(`@bot ${CANARY}`).catch(() => undefined);
			await vi.waitUntil(() => discord.requests.length >= answered + 6, { timeout: 10_000 });
			discord.faults.rest = undefined;
		}
		bot.child.kill('SIGTERM');
		const { status, out, err } = await bot.ended;
		expect(status).toBe(0);
		const said = out + err;
		expect(bot.log().filter(({ msg }) => msg === 'interaction failed').length).toBeGreaterThan(5);
		expect(bot.log().some(({ msg }) => msg === 'a message could not be answered')).toBe(true);
		expect(said).not.toContain(CANARY);
		expect(said).not.toContain(discord.token);
		expect(discord.world.tokens.size).toBeGreaterThan(20);
		for (const token of discord.world.tokens.keys()) expect(said).not.toContain(token);
		expect(said).not.toContain(alice.user.id);
	});
});
