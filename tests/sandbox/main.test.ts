import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { expectNoToken } from '../canaries.ts';

// The compiled files, which `npm test` makes before it comes here.
const compiled = (path: string) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
const cli = compiled('src/sandbox/main.js');
const fixture = compiled('tests/sandbox/bot-main.js');

type Run = { status: number | null; out: string; err: string };

function collect(child: ChildProcess, input = ''): Promise<Run> {
	let [out, err] = ['', ''];
	child.stdout?.on('data', (data) => (out += data));
	child.stderr?.on('data', (data) => (err += data));
	child.stdin?.end(input);
	return new Promise<Run>((resolve) => child.on('close', (status) => resolve({ status, out, err }))).then((end) => {
		expectNoToken(end.out + end.err, 'the sandbox');
		return end;
	});
}

function run(
	args: string[],
	{ input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Run> {
	return collect(spawn(process.execPath, [cli, '--bot', fixture, ...args], { env: { ...process.env, ...env } }), input);
}

test('each argument is a line, each reply is shown', async () => {
	const { status, out, err } = await run([
		'/card',
		'press 1',
		'/echo text: psst hide: True',
		'/file',
		'hello there',
		'/more',
	]);
	expect({ status, err }).toEqual({ status: 0, err: '' });
	expect(out).toContain(
		'you\n  /card\nVerbatim\n  ┃ A card\n  ┃ > quoted\n  ┃ Source\n  [1 More] [Site: https://example.org]\n',
	);
	expect(out).toContain('you\n  press 1\nVerbatim\n  Pressed by ada\n');
	expect(out).toContain('Verbatim\n  psst\n  Only you can see this\n');
	expect(out).toMatch(/Verbatim\n {2}Here\n {2}Attached: x\.bib \(11 bytes\) http/);
	expect(out).toContain('Verbatim\n  First\nVerbatim\n  More 0\n');
	expect(out).toMatch(/Verbatim\n {2}You said: <@\d+> hello there\n/);
});

test('what is not answered, and what cannot be sent, makes the status 1', async () => {
	const unanswered = await run(['/throw', '/card']);
	expect(unanswered.status).toBe(1);
	expect(unanswered.out).toContain('The application did not respond\n');
	expect(unanswered.out).toContain('A card');
	const unknown = await run(['/nothing', '/echo', 'press Gone']);
	expect(unknown.status).toBe(1);
	expect(unknown.out).toContain('There is no command /nothing. There are: /card');
	expect(unknown.out).toContain('/echo needs text: (Any text)');
	expect(unknown.out).toContain('There is no message to press a button on');
});

test('lines come through a pipe as well', async () => {
	const { status, out } = await run([], { input: '/echo text: one\n\n/echo text: two' });
	expect(status).toBe(0);
	expect(out).toBe('you\n  /echo text: one\nVerbatim\n  one\n\nyou\n  /echo text: two\nVerbatim\n  two\n\n');
});

test('a bot that ends is reported with its status and its last lines', async () => {
	const { status, out, err } = await run(['/card'], { env: { FAIL_WITH: '78' } });
	expect({ status, out, err }).toEqual({
		status: 1,
		out: '',
		err: 'The bot ended with status 78\n  something is missing\n',
	});
});

test('a bot that ends in the middle is reported too', async () => {
	const { status, out, err } = await run(['/card', '/crash', '/card']);
	expect({ status, err }).toEqual({ status: 1, err: 'The bot ended with status 3\n  registered, settings ""\n' });
	expect(out.match(/A card/g)).toHaveLength(1);
});

test('the log is shown only with --verbose, and no setting of a bot in operation is passed on', async () => {
	const account = { DISCORD_TOKEN: 'secret', DISCORD_GUILD_ID: '123' };
	const operation = { HEALTH_PORT: '8080', HEALTH_HOST: '0.0.0.0', SHARDS: '0,1/4' };
	const { err } = await run(['--verbose', '/card'], { env: { ...account, ...operation } });
	expect(err).toBe('registered, settings ""\n');
});

test('a port in use, a bad port and a bad option are said', async () => {
	const other = await startSandbox();
	const port = new URL(other.url).port;
	expect(await run(['--port', port])).toMatchObject({
		status: 1,
		err: expect.stringContaining('Choose another with --port'),
	});
	await other.close();
	expect((await run(['--port', port, '/card'])).status).toBe(0);
	expect((await run(['--port', 'x'])).err).toBe('--port takes 0 to 65535, not x\n');
	expect((await run(['--nope'])).err).toContain('npm run sandbox -- [--port N]');
	expect((await run(['--help'])).out).toContain('npm run sandbox -- [--port N]');
});

test('an interrupt ends the sandbox and the bot with it', async () => {
	const child = spawn(process.execPath, [cli, '--verbose', '--bot', fixture], { stdio: ['pipe', 'pipe', 'pipe'] });
	await new Promise<void>((resolve) =>
		child.stderr.on('data', (data) => String(data).includes('registered') && resolve()),
	);
	child.kill('SIGINT');
	const status = await new Promise((resolve) => child.on('close', resolve));
	expect(status).toBe(130);
});

test('the address of the page is told, and the page is there', async () => {
	const child = spawn(process.execPath, [cli, '--bot', fixture], { stdio: ['pipe', 'pipe', 'pipe'] });
	const ended = new Promise((resolve) => child.on('close', resolve));
	let told = '';
	const address = await new Promise<string>((resolve) =>
		child.stderr.on('data', (data) => {
			told += data;
			const [, url] = /^Open (http:\/\/127\.0\.0\.1:\d+\/) in a browser/m.exec(told) ?? [];
			if (url) resolve(url);
		}),
	);
	expect(await (await fetch(address)).text()).toContain('<div id="app"></div>');
	expect(await (await fetch(new URL('/page/main.js', address))).text()).toContain('discord-message');
	child.stdin.end();
	expect(await ended).toBe(0);
});
