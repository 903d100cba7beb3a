import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { config as readDotenv } from 'dotenv';
import type { Logger } from 'pino';
import { readConfig } from './config.ts';
import { everythingAsked } from './discord/asked.ts';
import { type Bot, LAST_CALL, startBot } from './discord/bot.ts';
import { loggable, makeLog } from './discord/log.ts';
import { untilReached } from './discord/retry.ts';
import { explain } from './exit.ts';
import { openShelf, type Shelf } from './reload.ts';
import { serveHealth } from './served.ts';

async function main(): Promise<void> {
	readDotenv({ quiet: true });
	const config = readConfig(process.env);
	const log = await makeLog(config.logLevel);
	process.on('uncaughtException', (error) => endBy(error, log, config.token));
	const health = config.health && (await serveHealth(config.health, log));
	// The core is loaded and the corpus read while Discord's first answers are on their way; until both are, the bot does
	// not log in.
	const loading = Promise.all([import('../commands/index.ts'), import('./library.ts')]);
	let shelf: Shelf;
	const commands = loading.then(([registry, { loaderOf }]) => {
		shelf = openShelf(config.corpusDir, loaderOf(config), log);
		health?.expect(everythingAsked(registry.commands));
		return registry.commands;
	});
	const library = () => shelf.library();
	/** The signal to stop. */
	const given = new AbortController();
	const start = () => startBot(config, commands, library, log, health?.observer, given.signal);
	const starting = untilReached(start, log, config.token, given.signal);
	// Where the corpus could not be loaded the first time, the start says so.
	const reload = () =>
		void commands.then(
			() => shelf.reload(),
			() => undefined,
		);
	// Heard from the first: a signal while the bot starts must find it, too.
	listen(starting, given, reload, log);
	const bot = await starting.catch((error) => {
		if (error !== given.signal.reason) throw error;
	});
	if (!bot) return;
	// Now there is time to build it, before somebody searches. What finds answers is built with the first question: that
	// takes a quarter of a second, once, and a quarter of the memory that the bot has until then.
	void library().index;
	await bot.closed;
}

/** The first SIGTERM or SIGINT answers what is in hand and ends, a second one ends at once; SIGHUP loads the corpus. */
function listen(starting: Promise<Bot>, given: AbortController, reload: () => void, log: Logger): void {
	const stop = async (signal: NodeJS.Signals) => {
		if (given.signal.aborted) process.exit(128 + constants.signals[signal]);
		log.info({ signal }, 'stopping');
		given.abort();
		try {
			await Promise.race([starting.then((bot) => bot.stop()), sleep(LAST_CALL)]);
		} catch (error) {
			// A start that failed says so itself.
			if (error !== given.signal.reason) return;
		}
		log.info('stopped');
		// A request that Discord never answers would keep the process.
		process.exit(0);
	};
	process.on('SIGTERM', stop).on('SIGINT', stop);
	// A terminal that is closed sends it, too.
	process.on('SIGHUP', (signal) => {
		if (process.stdout.isTTY) return stop(signal);
		log.info({ signal }, 'loading the corpus');
		reload();
	});
}

/** What nobody has caught is a bug, of this bot or of a package: a new start is better than going on with half a state. */
function endBy(error: unknown, log: Logger, token: string): never {
	log.fatal({ error: loggable(error, token) }, 'ended by a bug');
	process.exit(1);
}

main().catch((error: unknown) => {
	const { message, status } = explain(error, 'the bot could not go on', process.env.DISCORD_TOKEN ?? '');
	process.stderr.write(`${message}\n`, () => process.exit(status));
});
