import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import { registered } from './commands.ts';
import { contextOf, ownersOf } from './interact.ts';
import type { Channel, World } from './state.ts';

/** Somebody who types; `installed` people have added the bot to their own account. */
export type Person = { user: APIUser; locale: string; installed: boolean };

/** The commands that are offered to a person in a channel. */
export function commandsIn(world: World, installed: boolean, channel: Channel): APIApplicationCommand[] {
	const context = contextOf(channel);
	const inServer = channel.kind !== 'private' && channel.kind !== 'elsewhere';
	return registered(world).filter(({ contexts, integration_types, guild_id }) => {
		if (guild_id) return guild_id === channel.guildId;
		const types: number[] = integration_types ?? [0];
		const fits = (inServer && types.includes(0)) || (installed && types.includes(1));
		return fits && (contexts == null || contexts.includes(context));
	});
}

/** Who let this command answer here. */
export function ownersIn({ user, installed }: Person, channel: Channel, { integration_types }: APIApplicationCommand) {
	const types: number[] = integration_types ?? [0];
	const owners = ownersOf(channel, user);
	if (!types.includes(0)) delete owners[0];
	return installed && types.includes(1) ? { ...owners, 1: user.id } : owners;
}

/** What an interaction says of its command. */
export function commandData(command: APIApplicationCommand, more: { options?: unknown[]; resolved?: object } = {}) {
	const { id, name, type, guild_id } = command;
	const { options = [], resolved = {} } = more;
	return {
		id,
		name,
		type,
		...(guild_id && { guild_id }),
		...(options.length > 0 && { options }),
		...(Object.keys(resolved).length > 0 && { resolved }),
	};
}
