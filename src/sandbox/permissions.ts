import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { ApiError } from './errors.ts';
import type { Channel, World } from './state.ts';
import { usualPermissions } from './world.ts';

/** Where the bot is not, what it may do is what the person who called it may do, through that call only. */
export function permissionsIn(channel: Channel): bigint {
	return channel.kind === 'private' ? usualPermissions : channel.botPermissions;
}

/** What a person may do there. */
export function memberPermissionsIn(channel: Channel): bigint {
	return channel.kind === 'elsewhere' ? channel.botPermissions : usualPermissions;
}

/** In a server that does not have it, the bot says for all to see only what its person may say through such an app. */
export const mustHide = (channel: Channel) => channel.kind === 'elsewhere' && !may(channel, Permission.UseExternalApps);

export function may(channel: Channel, permission: bigint): boolean {
	const held = channel.botPermissions;
	return Boolean(held & Permission.Administrator) || (held & permission) === permission;
}

/** A channel as the bot reaches it by its id: never one that it is not in (50001), never without what it needs there (50013). */
export function reach(world: World, id: string, ...needed: bigint[]): Channel {
	const channel = world.channels.get(id);
	if (!channel) throw new ApiError('unknownChannel');
	if (channel.kind === 'private' || channel.kind === 'elsewhere') throw new ApiError('missingAccess');
	if (channel.kind === 'dm') return channel;
	if (!may(channel, Permission.ViewChannel)) throw new ApiError('missingAccess');
	if (needed.some((permission) => !may(channel, permission))) throw new ApiError('missingPermissions');
	return channel;
}
