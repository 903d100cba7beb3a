import { config as readDotenv } from 'dotenv';
import { commands } from '../commands/index.ts';
import { ConfigError, readConfig } from './config.ts';
import { startBot } from './discord/bot.ts';
import { loggable, makeLog } from './discord/log.ts';
import { EXIT } from './exit.ts';
import { makeCiter } from './paper/cite.ts';
import { CorpusError, loadCorpus } from './paper/paper.ts';
import { buildIndex } from './paper/search.ts';

async function main(): Promise<void> {
	readDotenv({ quiet: true });
	const config = readConfig(process.env);
	const log = await makeLog(config.logLevel);
	// The corpus is read while the first answer of Discord is on its way; until it is, no interaction can come in.
	const starting = startBot(config, commands, () => library, log);
	const corpus = loadCorpus(config.corpusDir, config.defaultPaper);
	const library = { corpus, index: buildIndex(corpus), citer: makeCiter(config.styleDirs) };
	log.info({ papers: [...corpus.papers.keys()] }, 'corpus loaded');
	const bot = await starting;
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		process.once(signal, async () => {
			log.info({ signal }, 'stopping');
			await bot.stop();
			await library.citer.close();
			log.info('stopped');
		});
	}
}

/** One clear message; the settings' and the corpus' own, or that Discord refuses the token, or what else went wrong. */
function explain(error: unknown): { message: string; status: number } {
	if (error instanceof ConfigError || error instanceof CorpusError)
		return { message: error.message, status: EXIT.badConfig };
	if ((error as { code?: unknown }).code === 'TokenInvalid') {
		return {
			message: 'Discord refuses DISCORD_TOKEN: reset it in the developer portal, page “Bot”, and set the new one',
			status: EXIT.refusedToken,
		};
	}
	return {
		message: `the bot could not start: ${JSON.stringify(loggable(error, process.env.DISCORD_TOKEN ?? ''))}`,
		status: 1,
	};
}

main().catch((error: unknown) => {
	const { message, status } = explain(error);
	process.stderr.write(`${message}\n`, () => process.exit(status));
});
