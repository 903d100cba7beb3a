import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { median } from './figures.ts';

/** Milliseconds from the start of the process to its line `ready`, and resident memory in MiB half a second later. */
type Measure = { ready: number; memory: number };

const ROUNDS = 9;
const SETTLE = 500;

const program = (path: string) => fileURLToPath(new URL(path, import.meta.url));

async function startOnce(path: string, env: Record<string, string>): Promise<Measure> {
	const begun = performance.now();
	const child = spawn(process.execPath, [path], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = new Promise((resolve) => child.once('exit', resolve));
	for await (const chunk of child.stdout) if (/\bready\b/.test(String(chunk))) break;
	const ready = performance.now() - begun;
	await sleep(SETTLE);
	const memory = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024;
	child.kill('SIGTERM');
	await ended;
	return { ready, memory };
}

/** The bot's start beside the least discord.js bot's, in turns, against one local Discord. */
export async function benchStart(): Promise<string[]> {
	const discord = await startSandbox();
	const env = { DISCORD_API_URL: discord.url, DISCORD_TOKEN: discord.token, LOG_LEVEL: 'info' };
	const [ours, least]: [Measure[], Measure[]] = [[], []];
	for (let round = 0; round < ROUNDS; round += 1) {
		least.push(await startOnce(program('least.js'), env));
		ours.push(await startOnce(program('../src/main.js'), env));
	}
	await discord.close();
	return (['ready', 'memory'] as const).map((what) => {
		const [a, b] = [median(ours.map((one) => one[what])), median(least.map((one) => one[what]))];
		const unit = what === 'ready' ? 'ms' : 'MiB';
		return `${what.padEnd(8)} verbatim ${a.toFixed(0)} ${unit}, least ${b.toFixed(0)} ${unit}, ratio ${(a / b).toFixed(2)}`;
	});
}
