import {
	commandsOf,
	createCommand,
	deleteCommand,
	editCommand,
	findCommand,
	overwriteCommands,
	shown,
} from './commands.ts';
import { ApiError } from './errors.ts';
import type { Call, Route } from './rest.ts';
import type { World } from './state.ts';

/** Application commands, global and of the server. */
export function addCommandRoutes(route: Route, world: World): void {
	const scopeOf = ({ application_id, guild_id }: Record<string, string>): string => {
		if (application_id !== world.bot.id) throw new ApiError('unauthorizedApplication');
		if (guild_id !== undefined && guild_id !== world.guild.id) throw new ApiError('missingAccess');
		return guild_id ?? '';
	};
	const localized = ({ record }: Call) => record.query.with_localizations === 'true';
	for (const base of ['/applications/{application_id}', '/applications/{application_id}/guilds/{guild_id}']) {
		const list = `${base}/commands`;
		const one = `${base}/commands/{command_id}`;
		route('GET', list, (call) => {
			const commands = commandsOf(world, scopeOf(call.params));
			return [200, commands.map((command) => shown(command, localized(call), call.header('x-discord-locale')))];
		});
		route('PUT', list, ({ params, record }) => [200, overwriteCommands(world, scopeOf(params), record.body)]);
		route('POST', list, ({ params, record }) => {
			const { command, created } = createCommand(world, scopeOf(params), record.body);
			return [created ? 201 : 200, command];
		});
		route('GET', one, ({ params }) => [200, findCommand(world, scopeOf(params), params.command_id ?? '')]);
		route('PATCH', one, ({ params, record }) => {
			return [200, editCommand(world, scopeOf(params), params.command_id ?? '', record.body)];
		});
		route('DELETE', one, ({ params }) => {
			deleteCommand(world, scopeOf(params), params.command_id ?? '');
			return [204];
		});
	}
}
