import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { commands } from '../commands/index.ts';
import { startBot } from '../src/discord/bot.ts';
import type { Command, Library } from '../src/discord/command.ts';
import { makeCiter } from '../src/paper/cite.ts';
import { loadCorpus } from '../src/paper/paper.ts';
import { buildIndex } from '../src/paper/search.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';

export const CORPUS_DIR = fileURLToPath(new URL('../corpus', import.meta.url));

export function libraryOf(dir = CORPUS_DIR): Library {
	const corpus = loadCorpus(dir);
	return { corpus, index: buildIndex(corpus), citer: makeCiter([]) };
}

type Options = { library?: Library; extra?: readonly Command[] };

/**
 * The real bot on a real discord.js client, against a local Discord. `log` holds what it logged, one object a line;
 * `swap` serves another corpus from the next interaction on; `extra` commands stand beside the bot's own.
 */
export async function running({ library = libraryOf(), extra = [] }: Options = {}) {
	const discord = await startSandbox();
	const log: Record<string, unknown>[] = [];
	const logger = pino({ level: 'debug' }, { write: (line: string) => log.push(JSON.parse(line)) });
	let served = library;
	const settings = { token: discord.token, apiUrl: discord.url };
	const bot = await startBot(settings, [...commands, ...extra], () => served, logger);
	return {
		discord,
		bot,
		log,
		swap: (other: Library) => {
			served = other;
		},
		async close() {
			await bot.stop();
			await discord.close();
		},
	};
}

export type Running = Awaited<ReturnType<typeof running>>;
