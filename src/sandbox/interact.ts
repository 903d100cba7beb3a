import { randomBytes } from 'node:crypto';
import type { APIInteraction, APIUser, InteractionType } from 'discord-api-types/v10';
import { channelToApi, memberToApi } from './guild.ts';
import { memberPermissionsIn, permissionsIn } from './permissions.ts';
import { snowflake } from './snowflake.ts';
import type { Channel, Interaction, World } from './state.ts';

const contexts = { server: 0, thread: 0, elsewhere: 0, dm: 1, private: 2 } as const;

/** Server (0), direct message with the bot (1), or a private conversation (2). */
export function contextOf({ kind }: Channel): 0 | 1 | 2 {
	return contexts[kind];
}

/** Who let the bot answer here: the server that installed it (`0`), the person who did (`1`). */
export function ownersOf({ kind, guildId }: Channel, user: APIUser): Record<string, string> {
	if (kind === 'private' || kind === 'elsewhere') return { 1: user.id };
	return { 0: guildId ?? '0' };
}

export type NewInteraction = {
	type: InteractionType;
	user: APIUser;
	channel: Channel;
	locale: string;
	data?: unknown;
	message?: unknown;
	owners?: Record<string, string>;
	/** Replaces fields of the payload, for what Discord's own client would never send. */
	raw?: Record<string, unknown>;
};

/** Sends an interaction to the bot and starts the clock of its first response. */
export function sendInteraction(world: World, made: NewInteraction): Interaction {
	const { type, user, channel } = made;
	const id = snowflake();
	const token = Buffer.from(`interaction:${id}:${randomBytes(48).toString('base64url')}`).toString('base64url');
	const interaction: Interaction = {
		id,
		token,
		type,
		payload: { ...payloadOf(world, made), id, token, ...made.raw } as unknown as APIInteraction,
		channel,
		user,
		createdAt: Date.now(),
		dead: false,
		followUps: [],
	};
	world.interactions.set(id, interaction);
	world.tokens.set(token, interaction);
	const timer = setTimeout(() => {
		if (interaction.response !== undefined) return;
		interaction.dead = true;
		world.events.emit('response', interaction);
	}, world.ackTimeout);
	timer.unref();
	world.events.emit('interaction', interaction);
	return interaction;
}

function payloadOf(world: World, { type, user, channel, locale, data, message, owners }: NewInteraction) {
	const { guildId } = channel;
	const guild = { id: guildId, locale: world.guild.locale, features: [] };
	const member = { ...memberToApi(user), permissions: String(memberPermissionsIn(channel)) };
	return {
		version: 1,
		application_id: world.bot.id,
		type,
		...(data !== undefined && { data }),
		...(message !== undefined && { message }),
		channel_id: channel.id,
		channel: channelToApi(world, channel),
		...(guildId ? { guild_id: guildId, guild, guild_locale: world.guild.locale, member } : { user }),
		locale,
		app_permissions: String(permissionsIn(channel)),
		context: contextOf(channel),
		authorizing_integration_owners: owners ?? ownersOf(channel, user),
		entitlements: [],
		entitlement_sku_ids: [],
		attachment_size_limit: 10_485_760,
	};
}
