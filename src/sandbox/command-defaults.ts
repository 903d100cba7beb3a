import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { CommandBody } from './command-body.ts';
import { ApiError } from './errors.ts';
import type { OptionBody } from './option-body.ts';
import { snowflake } from './snowflake.ts';
import type { World } from './state.ts';

const dailyCreates = 200;

/** A command's name is its own among those of its kind. */
export function keyOf({ name, type }: { name: string; type?: number | null | undefined }): string {
	return `${type ?? 1} ${name}`;
}

/** A command as Discord keeps it; the earlier one itself where nothing changed. */
export function fill(
	world: World,
	scope: string,
	body: CommandBody,
	earlier?: APIApplicationCommand,
): APIApplicationCommand {
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
