import { type APIApplication, REST, Routes } from 'discord.js';
import {
	type Check,
	checkApplication,
	checkCorpus,
	checkGateway,
	checkIntents,
	checkNode,
	checkRegistration,
	checkSettings,
	refusal,
} from './checks.ts';
import type { Config } from './config.ts';
import type { AnyCommand } from './discord/command.ts';
import { readApplication, readGateway } from './discord/information.ts';
import { bodiesFor, compare, readDoubles, readRegistered, whereOf } from './discord/registration.ts';
import { checkHealth } from './served.ts';

/** By what it is about. */
export type NamedCheck = Check & { check: string };

/** Asks each thing once and waits for nothing. @param patience milliseconds that Discord has for an answer */
export const connect = ({ token, apiUrl }: Pick<Config, 'token' | 'apiUrl'>, patience: number): REST =>
	new REST({ api: apiUrl, timeout: patience, retries: 0, rejectOnRateLimit: () => true }).setToken(token);

/** Everything, one after the other. @param connect opens Discord's API */
export async function* diagnose(
	version: string,
	env: Readonly<Record<string, string | undefined>>,
	commands: readonly AnyCommand[],
	connect: (config: Config) => REST,
): AsyncGenerator<NamedCheck> {
	yield { check: 'node', ...checkNode(version) };
	const { all, config } = checkSettings(env);
	for (const one of all) yield { check: 'settings', ...one };
	if (!config) return yield* skip(['corpus', ...OF_DISCORD], 'mend the settings first');
	yield { check: 'corpus', ...checkCorpus(config) };
	if (config.health) yield { check: 'health', ...(await checkHealth(config.health)) };
	yield* askDiscord(connect(config), config, commands);
}

const OF_DISCORD = ['token', 'application', 'intents', 'gateway', 'registration'];

function* skip(checks: readonly string[], why: string): Generator<NamedCheck> {
	for (const check of checks) yield { check, verdict: 'skipped', line: why };
}

async function* askDiscord(rest: REST, config: Config, commands: readonly AnyCommand[]): AsyncGenerator<NamedCheck> {
	let application: APIApplication;
	try {
		application = readApplication(await rest.get(Routes.currentApplication()));
	} catch (error) {
		yield { check: 'token', ...refusal(error, config) };
		return yield* skip(OF_DISCORD.slice(1), 'Discord has to answer first');
	}
	yield { check: 'token', verdict: 'ok', line: 'Discord takes it' };
	yield { check: 'application', ...checkApplication(application) };
	yield { check: 'intents', ...checkIntents(application) };
	const checks = {
		gateway: async () => checkGateway(readGateway(await rest.get(Routes.gatewayBot())), config.shards, Date.now()),
		registration: () => readRegistration(rest, application.id, config.guildId, commands),
	};
	for (const [check, run] of Object.entries(checks)) {
		yield { check, ...(await run().catch((error: unknown) => refusal(error, config, application.id))) };
	}
}

async function readRegistration(
	rest: REST,
	application: string,
	guild: string | undefined,
	commands: readonly AnyCommand[],
): Promise<Check> {
	const scope = { application, guild };
	const held = await readRegistered(rest, scope);
	const doubles = await readDoubles(rest, scope, held);
	return checkRegistration(compare(bodiesFor(scope, commands), held), doubles, whereOf(scope));
}
