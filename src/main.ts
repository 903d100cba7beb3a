import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { config as readDotenv } from 'dotenv';
import type { Logger } from 'pino';
import { readConfig } from './config.ts';
import { type Bot, startBot } from './discord/bot.ts';
import { makeLog } from './discord/log.ts';
import { untilReached } from './discord/retry.ts';
import { explain } from './exit.ts';
import { makeShelf, watchFolder } from './reload.ts';

/** In milliseconds: the ten seconds that answers in hand are given, and two for the gateway to be closed. */
const LAST_CALL = 12_000;

async function main(): Promise<void> {
	readDotenv({ quiet: true });
	const config = readConfig(process.env);
	const log = await makeLog(config.logLevel);
	const health = config.health && (await (await import('./discord/health.ts')).startHealth(config.health));
	if (health) log.info({ host: config.health?.host, port: health.port }, 'health served');
	// The core is loaded and the corpus read while Discord's first answers are on their way; until both are, no
	// interaction is answered.
	const loading = Promise.all([import('../commands/index.ts'), import('./library.ts')]);
	const commands = loading.then(([registry]) => registry.commands);
	/** The signal to stop. */
	const given = new AbortController();
	const start = () => startBot(config, commands, () => shelf.library(), log, health?.observer, given.signal);
	const starting = untilReached(start, log, config.token, given.signal);
	// Awaited below; it may fail before.
	starting.catch(() => undefined);
	// Heard from the first: a signal while the bot starts must find it, too.
	listen(starting, given, () => shelf.reload(), log);
	const [, { loaderOf }] = await loading;
	const shelf = makeShelf(loaderOf(config), log);
	const bot = await starting.catch((error) => {
		if (error !== given.signal.reason) throw error;
	});
	if (!bot) return;
	// Now there is time to build it, before somebody asks.
	void shelf.library().index;
	watchFolder(config.corpusDir, shelf.reload);
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
		// While the bot starts, the corpus is being loaded anyway.
		starting.then(reload, () => undefined);
	});
}

main().catch((error: unknown) => {
	const { message, status } = explain(error, 'the bot could not go on', process.env.DISCORD_TOKEN ?? '');
	process.stderr.write(`${message}\n`, () => process.exit(status));
});
