import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBotProcess } from '../src/sandbox/child.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';

/** What an installation has beside its packages, as the Dockerfile copies it. */
const FILES = ['package.json', 'package-lock.json', 'dist/src', 'dist/commands', 'corpus'];

/** One line for each part of the bot that has packages of its own. */
const LINES = ['/findings', '/ask question: what did they find?', '/cite', '/help'];

/** Installs what production installs, elsewhere, runs no install script, and has the bot answer from there. */
async function tryInstalled(): Promise<string[]> {
	const dir = mkdtempSync(join(tmpdir(), 'verbatim-installed-'));
	const discord = await startSandbox();
	try {
		for (const file of FILES) cpSync(file, join(dir, file), { recursive: true });
		const flags = ['--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
		execFileSync('npm', ['ci', ...flags], { cwd: dir, stdio: ['ignore', 'inherit', 'inherit'] });
		rmSync(join(dir, 'dist/src/sandbox'), { recursive: true });
		return await answersOf(discord, dir);
	} finally {
		await discord.close();
		rmSync(dir, { recursive: true, force: true });
	}
}

async function answersOf(discord: Sandbox, dir: string): Promise<string[]> {
	const { url, token } = discord;
	// From there it takes its corpus, and no file .env.
	process.chdir(dir);
	const bot = startBotProcess({ entry: 'dist/src/main.js', url, token, verbose: false });
	try {
		const ready = Promise.all([discord.ready(), discord.commandsRegistered()]);
		const ended = bot.ended.then((how) => {
			throw new Error(`the bot ${how}`);
		});
		await Promise.race([ready, ended]);
		const alice = discord.member({ name: 'alice' });
		const replies: string[] = [];
		for (const line of LINES) {
			const { outcome, message } = await alice.type(line);
			const title = message?.embeds[0]?.title;
			if (outcome !== 'replied' || !title) throw new Error(`${line}: ${outcome}`);
			replies.push(`${line}: ${title}`);
		}
		return replies;
	} finally {
		await bot.stop();
	}
}

for (const line of await tryInstalled()) process.stdout.write(`${line}\n`);
