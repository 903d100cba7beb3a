import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands } from '../commands/index.ts';
import { startBot } from '../src/discord/bot.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { type Env, killPrograms, MAIN, REGISTER, startProgram } from './program.ts';
import { CORPUS_DIR, libraryOf } from './running.ts';

let discord: Sandbox;
beforeEach(async () => {
	discord = await startSandbox();
});
afterEach(async () => {
	await killPrograms();
	await discord.close();
});

const start = (env?: Env) => startProgram(discord, MAIN, env);

describe('no IDENTIFY is sent before the commands and the corpus are loaded', () => {
	const library = libraryOf();
	const later = async () => {
		// Time to be greeted by the gateway.
		await sleep(500);
		return commands;
	};
	const login = (loaded: Promise<typeof commands>) => {
		const settings = { token: discord.token, apiUrl: discord.url };
		return startBot(settings, loaded, () => library, pino({ level: 'silent' }));
	};

	test('it waits for them on a connection that is made already', async () => {
		const started = login(later().then((all) => (expect(discord.world.identifies).toBe(0), all)));
		await (await started).stop();
		expect(discord.world.identifies).toBe(1);
	});

	test('where they do not come, it leaves without one', async () => {
		const failed = login(later().then(() => Promise.reject(new Error('on purpose'))));
		await expect(failed).rejects.toThrow('on purpose');
		await sleep(300);
		expect(discord.world.identifies).toBe(0);
	});

	test('also where the connection is lost meanwhile: one, on the next', async () => {
		const started = login(later());
		await vi.waitUntil(() => discord.requests.some(({ path }) => path.endsWith('/gateway/bot')));
		await sleep(100);
		discord.gateway.cut();
		await (await started).stop();
		expect(discord.world.identifies).toBe(1);
	});

	test('a corpus that cannot be served costs none', async () => {
		const dir = mkdtempSync(join(tmpdir(), 'verbatim-'));
		// All are loaded and checked before it is seen that they are the same paper.
		for (let i = 0; i < 20; i += 1)
			cpSync(join(CORPUS_DIR, 'perrin-2018-peer-support'), join(dir, `paper-${i}`), { recursive: true });
		const { status, err } = await start({ CORPUS_DIR: dir }).ended;
		rmSync(dir, { recursive: true });
		expect([status, err]).toEqual([78, expect.stringMatching(/^.*item\.id.*\n$/)]);
		expect(discord.world.identifies).toBe(0);
		expect(discord.sessions).toEqual([]);
	});
});

describe('while it waits for Discord', () => {
	test('the corpus is loaded anew when its folder changes, and at SIGHUP', async () => {
		const dir = mkdtempSync(join(tmpdir(), 'verbatim-'));
		cpSync(CORPUS_DIR, dir, { recursive: true });
		discord.faults.rest = () => new Response('no', { status: 503 });
		const { child, logged, ready } = start({ CORPUS_DIR: dir });
		await logged('corpus loaded');
		await logged('Discord is out of reach; trying again');
		cpSync(new URL('corpus/bakery-2020', import.meta.url), join(dir, 'bakery-2020'), { recursive: true });
		const papers = ['bakery-2020', 'perrin-2018-peer-support'];
		expect(await logged('corpus loaded anew')).toMatchObject({ papers });
		child.kill('SIGHUP');
		await logged('corpus loaded anew', 2);
		discord.faults.rest = undefined;
		await ready;
		const found = await discord.member({ name: 'alice' }).complete('/findings paper: ');
		expect(found.map(({ value }) => value)).toEqual(papers);
		rmSync(dir, { recursive: true });
	});
});

describe('told to stop while its commands are being registered', () => {
	const COMMANDS = /\/commands$/;
	/** Resolves once the registration is under way. */
	const registering = (answer: 'hang' | Response) =>
		new Promise<void>((resolve) => {
			discord.faults.rest = ({ path }) => {
				if (!COMMANDS.test(path)) return undefined;
				resolve();
				return answer instanceof Response ? answer.clone() : answer;
			};
		});

	test.each([
		['is refused with 503', () => new Response('no', { status: 503 })],
		['is not answered', () => 'hang' as const],
	])('which %s: it ends at once, the session is over, and it was never ready', async (_how, answer) => {
		const registered = registering(answer());
		const { child, ended, log } = start();
		await registered;
		const begun = performance.now();
		child.kill('SIGTERM');
		expect(await ended).toMatchObject({ status: 0, err: '' });
		expect(performance.now() - begun).toBeLessThan(5000);
		expect(discord.sessions).toEqual([]);
		const messages = log().map(({ msg }) => msg);
		expect(messages).not.toContain('ready');
		expect(messages.slice(-2)).toEqual(['stopping', 'stopped']);
	});

	test('what is in hand is answered first, and nothing more is taken', async () => {
		// They are registered from before, so that they can be typed.
		await startProgram(discord, REGISTER).ended;
		const registered = registering('hang');
		const { child, ended, logged } = start();
		await registered;
		const alice = discord.member({ name: 'alice' });
		const asked = new Promise<void>((resolve) => {
			const { rest } = discord.faults;
			discord.faults.rest = async (request) => {
				if (!request.path.endsWith('/callback')) return rest?.(request);
				resolve();
				await sleep(600);
				return undefined;
			};
		});
		const first = alice.type('/findings');
		await asked;
		child.kill('SIGTERM');
		await logged('stopping');
		const second = alice.type('/findings');
		expect((await first).outcome).toBe('replied');
		expect(await ended).toMatchObject({ status: 0, err: '' });
		expect((await second).outcome).toBe('did not respond');
		expect(discord.sessions).toEqual([]);
	});
});
