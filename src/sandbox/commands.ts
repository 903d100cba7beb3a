import { createHash } from 'node:crypto';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { type CommandBody, commandSchema, type OptionBody } from './command-body.ts';
import { ApiError, checkForm, fieldError } from './errors.ts';
import { snowflake } from './snowflake.ts';
import type { World } from './state.ts';

const chatCommands = 100;
const menuCommands = 15;
const dailyCreates = 200;

/** `scope` is a guild id, or `''` for the global commands. */
export function commandsOf(world: World, scope: string): APIApplicationCommand[] {
	return world.commands.get(scope) ?? [];
}

/** Everything registered, global and in the server. */
export function registered(world: World): APIApplicationCommand[] {
	return [...world.commands.values()].flat();
}

/** The bulk overwrite: what is not in the list is gone, what was there by name and type keeps its id. */
export function overwriteCommands(world: World, scope: string, body: unknown): APIApplicationCommand[] {
	if (!Array.isArray(body)) throw fieldError([], 'BASE_TYPE_INVALID', 'Only iterables may be used in a ListType');
	const bodies = body.map((one, at) => checkAt(one, at));
	const names = new Set<string>();
	for (const [at, one] of bodies.entries()) {
		const key = keyOf(one);
		if (names.has(key)) {
			throw fieldError([at, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
		}
		names.add(key);
	}
	const earlier = commandsOf(world, scope);
	return keep(
		world,
		scope,
		bodies.map((one) =>
			fill(
				world,
				scope,
				one,
				earlier.find((old) => keyOf(old) === keyOf(one)),
			),
		),
	);
}

/** A create; one of the same name and type is overwritten, as Discord does. */
export function createCommand(world: World, scope: string, body: unknown) {
	const checked = checkForm(commandSchema(body), body ?? {});
	const earlier = commandsOf(world, scope).find((old) => keyOf(old) === keyOf(checked));
	const made = fill(world, scope, checked, earlier);
	keep(world, scope, [...commandsOf(world, scope).filter((old) => old !== earlier), made]);
	return { command: made, created: !earlier };
}

export function editCommand(world: World, scope: string, id: string, body: unknown): APIApplicationCommand {
	const earlier = findCommand(world, scope, id);
	const merged = { ...earlier, ...(body as object | null) };
	const made = fill(world, scope, checkForm(commandSchema(merged), merged), earlier);
	keep(
		world,
		scope,
		commandsOf(world, scope).map((old) => (old === earlier ? made : old)),
	);
	return made;
}

export function deleteCommand(world: World, scope: string, id: string): void {
	const earlier = findCommand(world, scope, id);
	keep(
		world,
		scope,
		commandsOf(world, scope).filter((old) => old !== earlier),
	);
}

export function findCommand(world: World, scope: string, id: string): APIApplicationCommand {
	const found = commandsOf(world, scope).find((command) => command.id === id);
	if (!found) throw new ApiError('unknownCommand');
	return found;
}

/** A command as GET shows it: without `withLocalizations` the dictionaries are left out, and the caller's locale stands beside. */
export function shown(
	command: APIApplicationCommand,
	withLocalizations: boolean,
	locale?: string,
): APIApplicationCommand {
	return withLocalizations ? command : (strip(command, locale) as APIApplicationCommand);
}

function strip(value: unknown, locale: string | undefined): unknown {
	if (Array.isArray(value)) return value.map((one) => strip(one, locale));
	if (typeof value !== 'object' || value === null) return value;
	const result: Record<string, unknown> = {};
	for (const [key, inner] of Object.entries(value)) {
		if (!key.endsWith('_localizations')) result[key] = strip(inner, locale);
		else if (locale && inner?.[locale]) result[key.replace('_localizations', '_localized')] = inner[locale];
	}
	return result;
}

function checkAt(body: unknown, at: number): CommandBody {
	try {
		return checkForm(commandSchema(body), body);
	} catch (error) {
		if (error instanceof ApiError && error.body.errors) error.body.errors = { [at]: error.body.errors };
		throw error;
	}
}

function keyOf({ name, type }: { name: string; type?: number | null | undefined }): string {
	return `${type ?? 1} ${name}`;
}

function fill(world: World, scope: string, body: CommandBody, earlier?: APIApplicationCommand): APIApplicationCommand {
	if (!earlier && ++world.commandCreates > dailyCreates) throw new ApiError('tooManyCreates');
	const made = {
		id: earlier?.id ?? snowflake(),
		application_id: world.bot.id,
		version: snowflake(),
		default_member_permissions: body.default_member_permissions,
		type: body.type ?? 1,
		name: body.name,
		name_localizations: sorted(body.name_localizations),
		description: body.description ?? '',
		description_localizations: sorted(body.description_localizations),
		...(body.options?.length && { options: body.options.map(fillOption) }),
		...whereOf(scope, body),
		nsfw: body.nsfw ?? false,
	};
	const same = earlier && JSON.stringify({ ...made, version: earlier.version }) === JSON.stringify(earlier);
	return same ? earlier : (made as unknown as APIApplicationCommand);
}

/** Only global commands have contexts and integration types; a server's commands have neither, whatever was sent. */
function whereOf(scope: string, { contexts, integration_types, dm_permission }: CommandBody) {
	if (scope !== '') return { guild_id: scope, contexts: null, integration_types: [0] };
	return {
		dm_permission: contexts ? contexts.includes(1) : (dm_permission ?? true),
		contexts: contexts ? [...new Set(contexts)].sort() : null,
		integration_types: [...new Set(integration_types ?? [0])].sort(),
	};
}

function fillOption(option: OptionBody): Record<string, unknown> {
	const { type, name, description, required, autocomplete, choices, options, ...rest } = option;
	const { name_localizations, description_localizations, ...bounds } = rest;
	return {
		type,
		name,
		name_localizations: sorted(name_localizations),
		description,
		description_localizations: sorted(description_localizations),
		...(required && { required }),
		...(autocomplete && { autocomplete }),
		...(choices?.length && {
			choices: choices.map((one) => ({ ...one, name_localizations: sorted(one.name_localizations) })),
		}),
		...(options?.length && { options: options.map(fillOption) }),
		...Object.fromEntries(Object.entries(bounds).filter(([, value]) => value != null)),
	};
}

function sorted(entries: Record<string, string | null | undefined> | null | undefined): Record<string, string> | null {
	const kept = Object.entries(entries ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	return kept.length > 0 ? Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))) : null;
}

/** Keeps a scope's commands in an order that has nothing to do with the one they were sent in. */
function keep(world: World, scope: string, commands: APIApplicationCommand[]): APIApplicationCommand[] {
	const chat = commands.filter(({ type }) => type === 1).length;
	if (chat > chatCommands || commands.length - chat > 2 * menuCommands) throw new ApiError('tooManyCommands');
	const rank = (command: APIApplicationCommand) => createHash('sha256').update(keyOf(command)).digest('hex');
	const ordered = commands.map((command) => ({ command, at: rank(command) })).sort((a, b) => (a.at < b.at ? -1 : 1));
	world.commands.set(
		scope,
		ordered.map(({ command }) => command),
	);
	world.events.emit('commands');
	return commandsOf(world, scope);
}
