import { createHash } from 'node:crypto';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { type CommandBody, commandSchema } from './command-body.ts';
import { fill, keyOf } from './command-defaults.ts';
import { ApiError, checkForm, fieldError } from './errors.ts';
import type { World } from './state.ts';

const chatCommands = 100;
const menuCommands = 15;

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
