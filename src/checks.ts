import {
	type APIApplication,
	ApplicationFlags,
	ApplicationIntegrationType,
	GatewayIntentBits,
	RateLimitError,
} from 'discord.js';
import { type Config, ConfigError, readConfig } from './config.ts';
import { INTENTS } from './discord/client.ts';
import { type GatewayInformation, NotDiscord, startsNeeded } from './discord/information.ts';
import { loggable } from './discord/log.ts';
import { type Difference, linesOf, sayDoubles } from './discord/registration.ts';
import { loadCorpus } from './paper/corpus.ts';

/** One line; `note`: worth knowing, nothing is wrong; `skipped`: something before it has to be mended. */
export type Check = { verdict: 'ok' | 'note' | 'wrong' | 'skipped'; line: string };

const check = (verdict: Check['verdict'], line: string): Check => ({ verdict, line });

/** As `engines` of package.json has it. */
export const OLDEST_NODE = '20.19.0';

export function checkNode(version: string): Check {
	const older = version.localeCompare(OLDEST_NODE, 'en', { numeric: true }) < 0;
	return older
		? check('wrong', `${version} is too old: install ${OLDEST_NODE} or later, https://nodejs.org`)
		: check('ok', version);
}

/** One line a problem; the settings where there is none. */
export function checkSettings(env: Readonly<Record<string, string | undefined>>): { all: Check[]; config?: Config } {
	try {
		return { all: [check('ok', 'complete')], config: readConfig(env) };
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		return { all: error.problems.map((line) => check('wrong', `${line} (.env.example lists them all)`)) };
	}
}

export function checkCorpus({ corpusDir, defaultPaper }: Pick<Config, 'corpusDir' | 'defaultPaper'>): Check {
	try {
		const { papers, main } = loadCorpus(corpusDir, defaultPaper);
		const passages = [...papers.values()].reduce((sum, paper) => sum + paper.passages.length, 0);
		return check('ok', `${papers.size} papers with ${passages} passages; the main one is ${main.id}`);
	} catch (error) {
		return check('wrong', `${oneLine(error)}; mend it, or make it anew with npm run import`);
	}
}

export function checkApplication({ name, id, ...application }: APIApplication): Check {
	if (application.interactions_endpoint_url) {
		return check(
			'wrong',
			`${name} has an Interactions Endpoint URL, so Discord sends commands there and not to the bot: clear it in the developer portal, page “General Information”`,
		);
	}
	const installable = application.integration_types_config;
	if (installable && !(ApplicationIntegrationType.GuildInstall in installable)) {
		return check(
			'wrong',
			`${name} cannot be installed in servers: tick Guild Install in the developer portal, page “Installation”`,
		);
	}
	return check('ok', `${name} (${id}); install it with ${installLink(id)}`);
}

const installLink = (id: string) =>
	`https://discord.com/oauth2/authorize?client_id=${id}&scope=bot+applications.commands`;

/** Intents that have to be switched on, and the flags that say that they are. */
const PRIVILEGED = {
	'Presence Intent': [
		GatewayIntentBits.GuildPresences,
		ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited,
	],
	'Server Members Intent': [
		GatewayIntentBits.GuildMembers,
		ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
	],
	'Message Content Intent': [
		GatewayIntentBits.MessageContent,
		ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
	],
} as const;

export function checkIntents({ flags = 0 }: { flags?: number }, asked: readonly number[] = INTENTS): Check {
	const all = Object.entries(PRIVILEGED);
	const missing = all.filter(([, [intent, on]]) => asked.includes(intent) && !(flags & on)).map(([name]) => name);
	const idle = all.filter(([, [intent, on]]) => !asked.includes(intent) && flags & on).map(([name]) => name);
	if (missing.length > 0) {
		return check('wrong', `${missing.join(', ')} is off: switch it on in the developer portal, page “Bot”`);
	}
	if (idle.length === 0) return check('ok', 'none that needs approval, as it should be');
	return check(
		'note',
		`${idle.join(', ')} is on, which the bot does not need: switch it off in the developer portal, page “Bot”`,
	);
}

export function checkGateway(gateway: GatewayInformation, shards: Config['shards'], now: number): Check {
	const { remaining, total, reset_after } = gateway.session_start_limit;
	const needed = startsNeeded(shards, gateway.shards);
	if (remaining < needed) {
		const again = new Date(now + reset_after).toISOString();
		return check(
			'wrong',
			`the ${total} starts of today are used up: stop what restarts the bot, and wait until ${again}`,
		);
	}
	if (shards !== 'auto' && shards.count < gateway.shards) {
		return check(
			'note',
			`Discord recommends ${gateway.shards} shards, SHARDS says ${shards.count}: raise it, or leave it out`,
		);
	}
	return check('ok', `${remaining} of ${total} starts left today, ${gateway.shards} shards recommended`);
}

/** @param doubles names that are registered in the other scope as well */
export function checkRegistration(
	difference: Difference | undefined,
	doubles: readonly string[],
	where: string,
): Check {
	if (difference) {
		const lines = linesOf(difference).join(', ');
		return check('note', `differs ${where} (${lines}): npm start or npm run register writes it`);
	}
	if (doubles.length > 0) return check('note', sayDoubles(doubles, where));
	return check('ok', `as it should be ${where}`);
}

type Asking = Pick<Config, 'token' | 'apiUrl' | 'guildId'>;

/** What to do where Discord does not give what it is asked for. */
export function refusal(error: unknown, { token, apiUrl, guildId }: Asking, application?: string): Check {
	const { status, code, name } = (error ?? {}) as { status?: unknown; code?: unknown; name?: unknown };
	if (status === 401) {
		return check(
			'wrong',
			'Discord refuses DISCORD_TOKEN: reset it in the developer portal, page “Bot”, and set the new one',
		);
	}
	if (guildId !== undefined && application !== undefined && (status === 403 || status === 404)) {
		return check('wrong', `the bot is not in the server ${guildId}: install it with ${installLink(application)}`);
	}
	const problem = oneLine(error, token);
	if (error instanceof NotDiscord) return check('wrong', `${apiUrl}: ${problem}`);
	if (error instanceof RateLimitError)
		return check('wrong', `Discord asks to slow down: try again in ${Math.ceil(error.retryAfter / 1000)} s`);
	if (name === 'AbortError') return check('wrong', `${apiUrl} takes too long to answer: https://discordstatus.com`);
	if (status !== undefined)
		return check('wrong', `Discord answers with ${status} (${problem}): https://discordstatus.com`);
	return check(
		'wrong',
		`${apiUrl} cannot be reached (${code ?? problem}): is this machine online, is DISCORD_API_URL right?`,
	);
}

const oneLine = (error: unknown, ...secrets: string[]) =>
	String(loggable(error, ...secrets).message)
		.replaceAll(/\s+/g, ' ')
		.trim();
