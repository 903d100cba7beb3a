import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { connect, diagnose } from '../src/diagnosis.ts';
import { startHealth } from '../src/discord/health.ts';
import { register } from '../src/discord/registration.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { DOCTOR, type Env, REGISTER, startProgram } from './program.ts';
import { CORPUS_DIR } from './running.ts';

let discord: Sandbox;
beforeEach(async () => {
	discord = await startSandbox();
});
afterEach(() => discord.close());

/** The program's status and what it says, as `[verdict, check, line]`. */
async function run(env: Env = {}) {
	const { status, out, err } = await startProgram(discord, DOCTOR, env).ended;
	expect(err).toBe('');
	expect(out).not.toContain(env.DISCORD_TOKEN ?? discord.token);
	const lines = out.trim().split('\n');
	return { status, found: lines.map((line) => /^(\S+)\s+(\S+)\s+(.+)$/.exec(line)?.slice(1) ?? [line]) };
}

/** Milliseconds that the local Discord has for an answer. */
const PATIENCE = 1000;

/** The same without a process of its own. */
async function examine(env: Env = {}) {
	const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, CORPUS_DIR, ...env };
	const found: string[][] = [];
	const checks = diagnose('20.19.0', settings, commands, (config) => connect(config, PATIENCE));
	for await (const { check, verdict, line } of checks) {
		expect(line).not.toContain(settings.DISCORD_TOKEN);
		expect(line).not.toContain('\n');
		found.push([verdict, check, line]);
	}
	return found;
}

const verdicts = (found: string[][]) => Object.fromEntries(found.map(([verdict, check]) => [check, verdict]));
const line = (found: string[][], check: string) => found.find(([, name]) => name === check)?.[2];

test('nothing amiss: a line each, status 0, and nothing is written', async () => {
	await startProgram(discord, REGISTER).ended;
	const requests = discord.requests.length;
	const { status, found } = await run();
	expect(status).toBe(0);
	expect(verdicts(found)).toEqual({
		node: 'ok',
		settings: 'ok',
		corpus: 'ok',
		token: 'ok',
		application: 'ok',
		intents: 'ok',
		gateway: 'ok',
		registration: 'ok',
	});
	expect(discord.requests.slice(requests).map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
	expect(discord.sessions).toEqual([]);
});

test('a token that Discord refuses: what to do, the rest is skipped, status 1', async () => {
	const { status, found } = await run({ DISCORD_TOKEN: 'not.the.one' });
	expect(status).toBe(1);
	expect(line(found, 'token')).toMatch(/refuses DISCORD_TOKEN: reset it/);
	expect(verdicts(found)).toMatchObject({ token: 'wrong', application: 'skipped', registration: 'skipped' });
});

test('commands that are not registered yet are noted', async () => {
	expect(line(await examine(), 'registration')).toMatch(
		/^differs everywhere \(\+ \/ask, .*npm run register writes it$/,
	);
});

test('wrong settings: each by its name, the rest is skipped', async () => {
	const found = await examine({ DISCORD_TOKEN: '“quoted”', LOG_LEVEL: 'loud' });
	expect(found.filter(([verdict]) => verdict === 'wrong').map(([, , line]) => line?.split(' ')[0])).toEqual([
		'DISCORD_TOKEN',
		'LOG_LEVEL',
	]);
	expect(verdicts(found)).toMatchObject({ node: 'ok', corpus: 'skipped', registration: 'skipped' });
	expect(discord.requests).toEqual([]);
});

test('a corpus that cannot be served does not keep from asking Discord', async () => {
	const dir = mkdtempSync(join(tmpdir(), 'verbatim-'));
	const found = await examine({ CORPUS_DIR: dir });
	rmSync(dir, { recursive: true });
	expect(line(found, 'corpus')).toMatch(/no paper here.*npm run import$/);
	expect(verdicts(found)).toMatchObject({ corpus: 'wrong', token: 'ok', registration: 'note' });
});

test('Discord out of reach, or down', async () => {
	const nowhere = await examine({ DISCORD_API_URL: 'http://127.0.0.1:9' });
	expect(line(nowhere, 'token')).toMatch(/^http:\/\/127\.0\.0\.1:9 cannot be reached \(ECONNREFUSED\)/);
	discord.faults.rest = () => new Response('<html>Bad gateway</html>', { status: 502 });
	expect(line(await examine(), 'token')).toMatch(/^Discord answers with 502/);
});

test('Discord that never answers, that always asks to slow down, or that is another: each said as what it is', async () => {
	discord.faults.rest = () => 'hang';
	expect(line(await examine(), 'token')).toMatch(/^http:.* takes too long to answer/);
	discord.faults.rest = () =>
		Response.json(
			{ message: 'You are being rate limited.', retry_after: 60, global: true },
			{ status: 429, headers: { 'retry-after': '60', 'x-ratelimit-global': 'true' } },
		);
	const limited = await run();
	expect(limited.status).toBe(1);
	expect(line(limited.found, 'token')).toMatch(/^Discord asks to slow down: try again in \d\d s$/);
	expect(verdicts(limited.found)).toMatchObject({ application: 'skipped', registration: 'skipped' });
	discord.faults.rest = () => new Response('<html>Log in</html>', { headers: { 'content-type': 'text/html' } });
	const portal = await examine();
	expect(line(portal, 'token')).toMatch(/^http:.*: what answers is not Discord’s API/);
	expect(verdicts(portal)).toMatchObject({ application: 'skipped', registration: 'skipped' });
});

describe('the port for health', () => {
	const health = async (port: number) =>
		(await examine({ HEALTH_PORT: String(port) })).find(([, check]) => check === 'health');

	test('free, or nowhere', async () => {
		expect(await health(0)).toEqual(['ok', 'health', 'can be served on 127.0.0.1, port 0']);
		const elsewhere = await examine({ HEALTH_PORT: '0', HEALTH_HOST: '192.0.2.1' });
		expect(line(elsewhere, 'health')).toBe('HEALTH_HOST is no address of this machine (EADDRNOTAVAIL)');
	});

	test('in use by another program, or by the bot itself', async () => {
		expect(await health(Number(new URL(discord.url).port))).toEqual([
			'wrong',
			'health',
			expect.stringMatching(/^HEALTH_PORT \d+ is in use by another program/),
		]);
		const served = await startHealth({ host: '127.0.0.1', port: 0 });
		const found = await health(served.port);
		await served.close();
		expect(found).toEqual(['ok', 'health', expect.stringMatching(/by the bot, which runs$/)]);
	});
});

test('Discord that answers one question and not the next', async () => {
	discord.faults.rest = ({ path }) => (path.endsWith('/gateway/bot') ? new Response('no', { status: 503 }) : undefined);
	expect(verdicts(await examine())).toMatchObject({ token: 'ok', gateway: 'wrong', registration: 'note' });
});

test('a server that the bot is not in: the link that installs it', async () => {
	const found = await examine({ DISCORD_GUILD_ID: discord.world.otherGuildId });
	expect(verdicts(found)).toMatchObject({ gateway: 'ok', registration: 'wrong' });
	expect(line(found, 'registration')).toContain(
		`https://discord.com/oauth2/authorize?client_id=${discord.world.bot.id}&scope=bot+applications.commands`,
	);
});

test('privileged intents that are on are noted, and so is what is registered twice', async () => {
	discord.world.privilegedIntents = 1 << 15;
	const rest = new REST({ api: discord.url }).setToken(discord.token);
	const application = discord.world.bot.id;
	for (const guild of [undefined, discord.world.guild.id]) await register(rest, { application, guild }, commands);
	const found = await examine({ DISCORD_GUILD_ID: discord.world.guild.id });
	expect(verdicts(found)).toMatchObject({ intents: 'note', registration: 'note' });
	expect(line(found, 'registration')).toMatch(/\/ask, .*shown twice/);
	expect(line(found, 'registration')).toMatch(/, Find in paper/);
});
