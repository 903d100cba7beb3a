import { isDeepStrictEqual } from 'node:util';
import {
	ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
	type REST,
	type RESTGetAPIApplicationCommandsResult,
	Routes,
} from 'discord.js';
import type { AnyCommand } from './command.ts';
import { NotDiscord } from './information.ts';
import { localise } from './localise.ts';

/** Where commands are registered: in one server (at once), or everywhere. */
export type Scope = { application: string; guild?: string | undefined };

/** A command as it is sent to Discord. */
export type RegisteredBody = ReturnType<typeof localise> & {
	contexts?: readonly number[];
	integration_types?: readonly number[];
};

export type Difference = { added: string[]; changed: string[]; removed: string[] };

export const whereOf = ({ guild }: Scope) => (guild === undefined ? 'everywhere' : `in the server ${guild}`);

type Named = { name: string; type?: ApplicationCommandType };

/** A command as people know it: by its name alone where it is none that is typed. */
const shown = ({ name, type = ApplicationCommandType.ChatInput }: Named) =>
	type === ApplicationCommandType.ChatInput ? `/${name}` : name;

/** A line for each command that differs. */
export const linesOf = ({ added, changed, removed }: Difference) => [
	...added.map((name) => `+ ${name}`),
	...changed.map((name) => `~ ${name}`),
	...removed.map((name) => `- ${name}`),
];

/** Those of a server's commands that stand everywhere as well, and so are shown twice there. */
export async function readDoubles(rest: REST, scope: Scope, commands: readonly Named[]): Promise<string[]> {
	if (scope.guild === undefined) return [];
	const everywhere = (await readRegistered(rest, { application: scope.application })).map(shown);
	return commands.map(shown).filter((name) => everywhere.includes(name));
}

export const sayDoubles = (names: readonly string[], where: string) =>
	`${names.join(', ')} shown twice ${where}: without DISCORD_GUILD_ID, npm run register -- --clear removes those that stand everywhere`;

const route = ({ application, guild }: Scope) =>
	guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);

/**
 * The bodies for a scope. Everywhere: in servers, in direct messages with the bot and in others, installed to a server
 * or by a person. These two fields belong to global commands only.
 */
export function bodiesFor(scope: Scope, commands: readonly AnyCommand[]): RegisteredBody[] {
	const everywhere = {
		contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
		integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
	};
	return commands.map(({ body }) => ({ ...localise(body), ...(scope.guild === undefined ? everywhere : {}) }));
}

/** What Discord holds in a scope, with its localisations. @throws NotDiscord */
export async function readRegistered(rest: REST, scope: Scope): Promise<RESTGetAPIApplicationCommandsResult> {
	const query = new URLSearchParams({ with_localizations: 'true' });
	const held = await rest.get(route(scope), { query });
	if (!Array.isArray(held)) throw new NotDiscord();
	return held as RESTGetAPIApplicationCommandsResult;
}

/** One bulk PUT: what is not in it is removed. */
export async function write(
	rest: REST,
	scope: Scope,
	bodies: readonly RegisteredBody[],
): Promise<RESTGetAPIApplicationCommandsResult> {
	return (await rest.put(route(scope), { body: bodies })) as RESTGetAPIApplicationCommandsResult;
}

/** Registers only where it differs. @returns what differed, if anything was written, and what Discord holds now */
export async function register(rest: REST, scope: Scope, commands: readonly AnyCommand[]) {
	const ours = bodiesFor(scope, commands);
	const held = await readRegistered(rest, scope);
	const difference = compare(ours, held);
	return { difference, held: difference ? await write(rest, scope, ours) : held };
}

/** The names by which two lists of commands differ, whatever their order and the defaults that Discord fills in. */
export function compare(ours: readonly object[], theirs: readonly object[]): Difference | undefined {
	const [mine, held] = [byName(ours), byName(theirs)];
	const same = (name: string) =>
		isDeepStrictEqual(mine.get(name), asStated(held.get(name) ?? {}, mine.get(name) ?? {}));
	const difference = {
		added: [...mine.keys()].filter((name) => !held.has(name)),
		changed: [...mine.keys()].filter((name) => held.has(name) && !same(name)),
		removed: [...held.keys()].filter((name) => !mine.has(name)),
	};
	return Object.values(difference).some((names) => names.length > 0) ? difference : undefined;
}

type Json = Record<string, unknown>;

function byName(commands: readonly object[]): Map<string, Json> {
	return new Map(
		commands.map((command) => {
			const { name, ...rest } = canonical({ type: ApplicationCommandType.ChatInput, ...command });
			return [shown({ ...rest, name: String(name) }), rest];
		}),
	);
}

/** Where a command works is filled in by Discord where we do not say it, as for the commands of one server. */
function asStated({ contexts, integration_types, ...held }: Json, mine: Json): Json {
	if ('contexts' in mine) held.contexts = contexts;
	if ('integration_types' in mine) held.integration_types = integration_types;
	return held;
}

/** What Discord adds to a command of its own accord, and what it does so with fields that say nothing. */
const THEIRS = new Set([
	'id',
	'application_id',
	'guild_id',
	'version',
	'dm_permission',
	'name_localized',
	'description_localized',
]);
const UNORDERED = new Set(['contexts', 'integration_types', 'channel_types']);

/** A command without what says nothing: nulls, false, empty lists and objects, Discord's own fields. */
function canonical(value: object): Json {
	const kept: Json = {};
	for (const [key, field] of Object.entries(value)) {
		if (THEIRS.has(key)) continue;
		const plain = UNORDERED.has(key) && Array.isArray(field) ? [...field].sort() : field;
		const inner = Array.isArray(plain) ? plain.map((one) => (isObject(one) ? canonical(one) : one)) : plain;
		const said = isObject(inner) ? canonical(inner) : inner;
		if (!saysNothing(said)) kept[key] = said;
	}
	return kept;
}

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const saysNothing = (value: unknown) =>
	value === null ||
	value === undefined ||
	value === false ||
	value === '' ||
	(typeof value === 'object' && Object.keys(value).length === 0);
