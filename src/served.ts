import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Logger } from 'pino';
import type { Check } from './checks.ts';
import { ConfigError } from './config.ts';
import type { Health, HealthSettings } from './discord/health.ts';
import { loggable } from './discord/log.ts';

/** What is wrong with the settings where an address cannot be listened on; what passes with time is not among it. */
const WRONG: Readonly<Record<string, string>> = {
	EADDRNOTAVAIL: 'HEALTH_HOST is no address of this machine',
	ENOTFOUND: 'HEALTH_HOST is no address and no name of this machine',
	EACCES: 'HEALTH_PORT is one that this user may not open',
};

export function wrongAddress(error: unknown): string | undefined {
	const { code } = loggable(error);
	const problem = WRONG[String(code)];
	return problem && `${problem} (${code})`;
}

/** Serves health and metrics. @throws ConfigError where the settings name an address that this machine has not */
export async function serveHealth(settings: HealthSettings, log: Logger): Promise<Health> {
	const { startHealth } = await import('./discord/health.ts');
	const health = await startHealth(settings).catch((error: unknown) => {
		const problem = wrongAddress(error);
		throw problem === undefined ? error : new ConfigError([problem]);
	});
	log.info({ host: settings.host, port: health.port }, 'health served');
	return health;
}

/** Whether health could be served there, or is already. */
export async function checkHealth({ host, port }: HealthSettings): Promise<Check> {
	const server = createServer();
	try {
		server.listen(port, host);
		await once(server, 'listening');
		return { verdict: 'ok', line: `can be served on ${host}, port ${port}` };
	} catch (error) {
		const { code, message } = loggable(error);
		if (code !== 'EADDRINUSE') return { verdict: 'wrong', line: wrongAddress(error) ?? String(message) };
		return (await isServed(host, port))
			? { verdict: 'ok', line: `served on ${host}, port ${port}, by the bot, which runs` }
			: { verdict: 'wrong', line: `HEALTH_PORT ${port} is in use by another program: choose another` };
	} finally {
		server.close();
	}
}

/** Milliseconds that a bot has to say how it is. */
const PATIENCE = 2000;

/** Whether it is a bot like this one that listens there. */
async function isServed(host: string, port: number): Promise<boolean> {
	const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
	const url = `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}/healthz`;
	try {
		const report: unknown = await (await fetch(url, { signal: AbortSignal.timeout(PATIENCE) })).json();
		return typeof (report as { ready?: unknown } | null)?.ready === 'boolean';
	} catch {
		return false;
	}
}
