import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../src/sandbox/sandbox.ts';
import type { Usage } from './probe.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The bots that are measured, as they are started: this one, and the least there is. */
export const BOTS = { verbatim: path('../src/main.js'), least: path('least.js') };

/** A bot as a process of its own. */
export type Bot = { usage(): Promise<Usage>; stop(): Promise<void> };

/** Resolves once it has said that it is ready. */
export async function startBot(discord: Sandbox, program: string, env: NodeJS.ProcessEnv = {}): Promise<Bot> {
	const settings = { DISCORD_API_URL: discord.url, DISCORD_TOKEN: discord.token, LOG_LEVEL: 'info', ...env };
	const child = spawn(process.execPath, ['--expose-gc', '--import', path('probe.js'), program], {
		env: { ...process.env, ...settings },
		stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
	});
	const ended = once(child, 'exit');
	await untilReady(child);
	return {
		async usage() {
			child.send('usage');
			const [usage] = await once(child, 'message');
			return usage as Usage;
		},
		async stop() {
			child.kill('SIGTERM');
			await ended;
		},
	};
}

function untilReady(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		child.once('exit', (status) => reject(new Error(`a bot ended with status ${status} before it was ready`)));
		// Read to its end: a pipe that is full would hold the bot up.
		child.stdout?.on('data', (chunk) => /\bready\b/.test(String(chunk)) && resolve());
	});
}
