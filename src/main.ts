import { config as readDotenv } from 'dotenv';
import { commands } from '../commands/index.ts';
import { readConfig } from './config.ts';
import { type Bot, startBot } from './discord/bot.ts';
import { makeLog } from './discord/log.ts';
import { explain } from './exit.ts';
import { makeCiter } from './paper/cite.ts';
import { loadCorpus } from './paper/paper.ts';
import { buildIndex } from './paper/search.ts';

async function main(): Promise<void> {
	readDotenv({ quiet: true });
	const config = readConfig(process.env);
	const log = await makeLog(config.logLevel);
	const health = config.health && (await (await import('./discord/health.ts')).startHealth(config.health));
	if (health) log.info({ host: config.health?.host, port: health.port }, 'health served');
	// The corpus is read while the first answer of Discord is on its way; until it is, no interaction can come in.
	const starting = startBot(config, commands, () => library, log, health?.observer);
	const corpus = loadCorpus(config.corpusDir, config.defaultPaper);
	const library = { corpus, index: buildIndex(corpus), citer: makeCiter(config.styleDirs) };
	// Heard from the first: a signal while the bot starts must find it, too. A second one ends the process at once.
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		process.once(signal, async () => {
			log.info({ signal }, 'stopping');
			await stop(starting);
			await library.citer.close();
			log.info('stopped');
		});
	}
	log.info({ papers: [...corpus.papers.keys()] }, 'corpus loaded');
	const bot = await starting;
	// Made now rather than while the first person waits.
	library.index.finder(corpus.main);
	await bot.closed;
}

/** A start that failed says so itself and leaves nothing to stop. */
async function stop(starting: Promise<Bot>): Promise<void> {
	const bot = await starting.catch(() => undefined);
	await bot?.stop();
}

main().catch((error: unknown) => {
	const { message, status } = explain(error, 'the bot could not go on', process.env.DISCORD_TOKEN ?? '');
	process.stderr.write(`${message}\n`, () => process.exit(status));
});
