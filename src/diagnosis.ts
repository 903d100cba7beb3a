import { type APIApplication, type REST, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js';
import type { Config } from './config.ts';
import type { AnyCommand } from './discord/command.ts';
import { bodiesFor, compare, readRegistered } from './discord/registration.ts';
import {
	checkApplication,
	checkCorpus,
	checkGateway,
	checkIntents,
	checkNode,
	checkRegistration,
	checkSettings,
	type Found,
	found,
	refusal,
} from './findings.ts';

export type Finding = Found & { check: string };

/** Everything, one after the other. @param connect opens Discord's API */
export async function* diagnose(
	version: string,
	env: Readonly<Record<string, string | undefined>>,
	commands: readonly AnyCommand[],
	connect: (config: Config) => REST,
): AsyncGenerator<Finding> {
	yield { check: 'node', ...checkNode(version) };
	const { all, config } = checkSettings(env);
	for (const one of all) yield { check: 'settings', ...one };
	if (!config) return yield* skip(['corpus', ...OF_DISCORD], 'mend the settings first');
	yield { check: 'corpus', ...checkCorpus(config) };
	yield* askDiscord(connect(config), config, commands);
}

const OF_DISCORD = ['token', 'application', 'intents', 'gateway', 'registration'];

function* skip(checks: readonly string[], why: string): Generator<Finding> {
	for (const check of checks) yield { check, verdict: 'skipped', line: why };
}

async function* askDiscord(rest: REST, config: Config, commands: readonly AnyCommand[]): AsyncGenerator<Finding> {
	let application: APIApplication;
	try {
		application = (await rest.get(Routes.currentApplication())) as APIApplication;
	} catch (error) {
		yield { check: 'token', ...refusal(error, config) };
		return yield* skip(OF_DISCORD.slice(1), 'Discord has to answer first');
	}
	yield { check: 'token', ...found('ok', 'Discord takes it') };
	yield { check: 'application', ...checkApplication(application) };
	yield { check: 'intents', ...checkIntents(application) };
	const checks = {
		gateway: async () =>
			checkGateway((await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult, config.shards, Date.now()),
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
): Promise<Found> {
	const scope = { application, guild };
	const held = await readRegistered(rest, scope);
	const everywhere = guild === undefined ? [] : await readRegistered(rest, { application });
	const doubles = everywhere.filter((one) => held.some(({ name, type }) => one.name === name && one.type === type));
	const where = guild === undefined ? 'everywhere' : `in the server ${guild}`;
	return checkRegistration(
		compare(bodiesFor(scope, commands), held),
		doubles.map(({ name }) => `/${name}`),
		where,
	);
}
