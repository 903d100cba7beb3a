import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../src/sandbox/sandbox.ts';
import { expectNoToken } from './canaries.ts';
import { CORPUS_DIR } from './running.ts';

/** The built programs, as `npm start` and its like run them; `npm test` builds before it tests. */
const built = (name: string) => fileURLToPath(new URL(`../dist/src/${name}.js`, import.meta.url));
export const MAIN = built('main');
export const REGISTER = built('register');
export const DOCTOR = built('doctor');
export const EVAL = built('eval');

export type Env = Record<string, string | undefined>;

const OURS = /^(DISCORD_|CORPUS_|DEFAULT_PAPER|CSL_|LOG_LEVEL|HEALTH_|SHARDS)/;

/** Those that are running. */
const programs = new Set<Program>();

/** A program of its own, and what it says. */
export type Program = ReturnType<typeof launch>;

/** Ends what a test has left running, as after each. */
export async function killPrograms(): Promise<void> {
	const all = [...programs];
	for (const { child } of all) child.kill('SIGKILL');
	await Promise.all(all.map(({ ended }) => ended));
}

/** A program of its own against a local Discord, with the settings that it needs unless told otherwise. */
export function startProgram(discord: Sandbox, program: string, env?: Env, args?: readonly string[]): Program {
	const launched = launch(discord, program, env, args);
	programs.add(launched);
	launched.child.once('close', () => programs.delete(launched));
	return launched;
}

function launch(discord: Sandbox, program: string, env: Env = {}, args: readonly string[] = []) {
	const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, CORPUS_DIR, ...env };
	const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
	// Far from any .env of the person who runs the tests.
	const child = spawn(process.execPath, [program, ...args], { env: { ...inherited, ...settings }, cwd: tmpdir() });
	const said = { out: '', err: '' };
	child.stdout.on('data', (chunk) => (said.out += chunk));
	child.stderr.on('data', (chunk) => (said.err += chunk));
	type End = { status: number | null; signal: NodeJS.Signals | null } & typeof said;
	const ended = new Promise<End>((resolve) =>
		child.once('close', (status, signal) => resolve({ status, signal, ...said })),
	).then((end) => {
		expectNoToken(end.out + end.err, program);
		return end;
	});
	/** What is logged so far, one object a line. */
	const log = (): Record<string, unknown>[] =>
		said.out
			.split('\n')
			.slice(0, -1)
			.filter((line) => line.startsWith('{'))
			.map((line) => JSON.parse(line));
	/** Resolves once that is logged `times` times, with the last such line; never if it ends before. */
	const logged = (msg: string, times = 1) =>
		new Promise<Record<string, unknown>>((resolve) => {
			const look = () => {
				const found = log().filter((line) => line.msg === msg);
				const line = found.at(-1);
				if (line && found.length >= times) resolve(line);
			};
			child.stdout.on('data', look);
			look();
		});
	return { child, ended, ready: logged('ready'), log, logged };
}
