import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const keptLines = 20;
const patience = 10_000;

/** A bot that runs as a process of its own against the local Discord. */
export type BotProcess = {
	/** Resolves once it has ended: `ended with status 78`. */
	readonly ended: Promise<string>;
	/** The last lines that it wrote. */
	readonly log: readonly string[];
	/** Asks it to stop, and makes it after ten seconds. */
	stop(): Promise<void>;
};

type Options = { entry: string; url: string; token: string; verbose: boolean };

/**
 * Starts `node entry` told of the local Discord. What is set here wins over a `.env` file, so that no token and no
 * server of a real account is used, and nothing that a bot in operation needs, such as a port.
 */
export function startBotProcess({ entry, url, token, verbose }: Options): BotProcess {
	const ours = { DISCORD_API_URL: url, DISCORD_TOKEN: token, DISCORD_GUILD_ID: '' };
	const env = { ...process.env, ...ours, HEALTH_PORT: '', HEALTH_HOST: '', SHARDS: '' };
	const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	const log: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			if (verbose) process.stderr.write(text);
			log.push(...text.split('\n').filter((line) => line !== ''));
			log.splice(0, log.length - keptLines);
		});
	}
	const ended = endOf(child);
	const stop = async () => {
		const timer = setTimeout(() => child.kill('SIGKILL'), patience);
		child.kill('SIGTERM');
		await ended;
		clearTimeout(timer);
	};
	return { ended, log, stop };
}

async function endOf(child: ChildProcess): Promise<string> {
	try {
		const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
		return signal ? `was ended by ${signal}` : `ended with status ${code}`;
	} catch (error) {
		return `could not be started: ${(error as Error).message}`;
	}
}
