import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { type Env, MAIN, REGISTER, startProgram } from './program.ts';
import { CORPUS_DIR } from './running.ts';

let discord: Sandbox;
beforeAll(async () => {
	discord = await startSandbox();
});
afterAll(() => discord.close());

const start = (program: string, env?: Env, args?: string[]) => startProgram(discord, program, env, args);

test('missing and wrong settings are listed all together, status 78', async () => {
	const { status, err } = await start(MAIN, {
		DISCORD_TOKEN: undefined,
		DISCORD_GUILD_ID: 'here',
		LOG_LEVEL: 'loud',
		DISCORD_API_URL: 'ftp://x',
		CORPUS_DIR: '/no/where',
	}).ended;
	expect(status).toBe(78);
	for (const name of ['DISCORD_TOKEN', 'DISCORD_GUILD_ID', 'LOG_LEVEL', 'DISCORD_API_URL', 'CORPUS_DIR'])
		expect(err).toContain(`- ${name} `);
});

test('a token that Discord refuses: one clear line, status 77', async () => {
	const { status, err } = await start(MAIN, { DISCORD_TOKEN: 'not.the.one' }).ended;
	expect(status).toBe(77);
	expect(err.trim().split('\n')).toEqual([expect.stringContaining('Discord refuses DISCORD_TOKEN')]);
	expect(err).not.toContain('not.the.one');
});

test('a broken paper ends the start with one line that names file, field and rule', async () => {
	const dir = mkdtempSync(join(tmpdir(), 'verbatim-'));
	cpSync(CORPUS_DIR, dir, { recursive: true });
	const path = join(dir, 'perrin-2018-peer-support', 'paper.json');
	const paper = JSON.parse(readFileSync(path, 'utf8'));
	paper.sections[2].text = paper.sections[2].text.replace('very little', 'a little');
	writeFileSync(path, JSON.stringify(paper));
	const { status, err } = await start(MAIN, { CORPUS_DIR: dir }).ended;
	expect(status).toBe(78);
	expect(err.trim().split('\n')).toEqual([expect.stringMatching(/paper\.json: sections\[2\].*record\.txt/)]);
});

test('ready is one line of a structured log; SIGTERM and SIGINT end it cleanly', async () => {
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		const { child, ended, ready } = start(MAIN);
		await ready;
		child.kill(signal);
		const { status, out } = await ended;
		expect(status).toBe(0);
		const lines = out
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(lines.filter(({ msg }) => msg === 'ready')).toHaveLength(1);
		expect(out).not.toContain(discord.token);
	}
});

test('told to stop before it is ready, it ends as cleanly', async () => {
	const { child, ended } = start(MAIN);
	await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
	child.kill('SIGTERM');
	expect(await ended).toMatchObject({ status: 0, err: '' });
});

test.each([
	[4004, 77, 'Discord refuses DISCORD_TOKEN'],
	[4014, 78, 'closed the gateway for good, with code 4014 (DisallowedIntents)'],
])('the gateway closed for good with %i while it runs: one clear line, status %i', async (code, expected, line) => {
	const { ended, ready } = start(MAIN);
	await ready;
	discord.gateway.close(code);
	const { status, err } = await ended;
	expect(status).toBe(expected);
	expect(err.trim().split('\n')).toEqual([expect.stringContaining(line)]);
});

test('what is in hand when it is told to stop is answered first', async () => {
	const { child, ended, ready } = start(MAIN);
	await ready;
	discord.faults.rest = async ({ path }) => {
		if (path.endsWith('/callback')) await new Promise((resolve) => setTimeout(resolve, 300));
		return undefined;
	};
	const asked = discord.member({ name: 'alice' }).type('/limitations');
	await new Promise<void>((resolve) => discord.world.events.once('request', () => resolve()));
	child.kill('SIGTERM');
	expect((await asked).outcome).toBe('replied');
	discord.faults.rest = undefined;
	expect((await ended).status).toBe(0);
});

test('the built bot has the thread that makes citations beside it', async () => {
	const { child, ended, ready } = start(MAIN);
	await ready;
	const { message } = await discord.member({ name: 'alice' }).type('/cite');
	child.kill('SIGTERM');
	await ended;
	expect(message?.embeds[0]?.description).toContain('Perrin, C., Frost, A., & Ware, J. B. (2018).');
});

test('npm run register: the difference, nothing written on a dry run, then written, then cleared', async () => {
	discord.world.commands.clear();
	const register = (...args: string[]) => start(REGISTER, {}, args).ended;
	const dry = await register('--dry-run');
	expect(dry).toMatchObject({ status: 0, out: expect.stringContaining('+ /ask') });
	expect(discord.registered()).toEqual([]);
	expect(await register()).toMatchObject({ status: 0, out: expect.stringContaining('Written everywhere') });
	expect(discord.registered().length).toBeGreaterThan(5);
	expect(await register()).toMatchObject({ status: 0, out: expect.stringContaining('Nothing to do') });
	const server = { DISCORD_GUILD_ID: discord.world.guild.id };
	const { out } = await start(REGISTER, server, ['--dry-run']).ended;
	expect(out).toMatch(/^Warning: .*\/ask, .*shown twice in the server/m);
	expect(out).toMatch(/, Find in paper/);
	expect(await register('--clear')).toMatchObject({ status: 0, out: expect.stringContaining('- /ask') });
	expect(discord.registered()).toEqual([]);
});

test('npm run register ends with 1 where Discord refuses, and says what', async () => {
	discord.faults.rest = ({ method }) =>
		method === 'PUT'
			? Response.json({ code: 30034, message: 'Max number of daily application command creates' }, { status: 400 })
			: undefined;
	const { status, err } = await start(REGISTER).ended;
	discord.faults.rest = undefined;
	expect(status).toBe(1);
	expect(err).toContain('Max number of daily application command creates');
});

test('npm run register: an unknown flag is named, with those that there are', async () => {
	const { status, err } = await start(REGISTER, {}, ['--dryrun']).ended;
	expect(status).toBe(78);
	expect(err).toContain("Unknown option '--dryrun'");
	expect(err).toContain('--dry-run');
	expect(await start(REGISTER, {}, ['--help']).ended).toMatchObject({ status: 0, err: '' });
});

test('npm run register: a token that Discord refuses, status 77', async () => {
	const { status, err } = await start(REGISTER, { DISCORD_TOKEN: 'not.the.one' }).ended;
	expect(status).toBe(77);
	expect(err).toContain('Discord refuses DISCORD_TOKEN');
});
