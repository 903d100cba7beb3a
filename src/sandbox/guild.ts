import type { APIUser } from 'discord-api-types/v10';
import type { Channel, World } from './state.ts';

/** A channel as the API gives it. */
export function channelToApi(world: World, channel: Channel): Record<string, unknown> {
	const { id, kind, name, guildId, recipients } = channel;
	const common = { id, last_message_id: [...channel.messages.keys()].at(-1) ?? null, flags: 0 };
	if (kind === 'dm') return { ...common, type: 1, recipients: recipients.filter((user) => user.id !== world.bot.id) };
	if (kind === 'private') return { ...common, type: 3, name, icon: null, owner_id: recipients[0]?.id, recipients };
	if (kind === 'thread') return { ...common, ...threadToApi(channel) };
	const overwrites = { permission_overwrites: [], parent_id: null, position: 0 };
	return {
		...common,
		type: 0,
		name,
		guild_id: guildId,
		topic: null,
		nsfw: false,
		rate_limit_per_user: 0,
		...overwrites,
	};
}

function threadToApi({ name, guildId, parentId, ownerId, createdAt, messages }: Channel): Record<string, unknown> {
	const times = { archive_timestamp: createdAt, create_timestamp: createdAt };
	return {
		type: 11,
		name,
		guild_id: guildId,
		parent_id: parentId,
		owner_id: ownerId,
		message_count: messages.size,
		member_count: 1,
		total_message_sent: messages.size,
		rate_limit_per_user: 0,
		thread_metadata: { archived: false, auto_archive_duration: 1440, locked: false, ...times },
	};
}

export function memberToApi(user: APIUser, withUser = true): Record<string, unknown> {
	const looks = { nick: null, avatar: null, banner: null, premium_since: null, communication_disabled_until: null };
	const joined = { joined_at: '2024-01-01T00:00:00.000000+00:00', deaf: false, mute: false, pending: false, flags: 0 };
	return { ...(withUser && { user }), roles: [], ...looks, ...joined };
}

/** The server as REST gives it. */
export function guildToApi({ guild }: World): Record<string, unknown> {
	return {
		id: guild.id,
		name: guild.name,
		icon: null,
		splash: null,
		discovery_splash: null,
		description: null,
		owner_id: guild.ownerId,
		preferred_locale: guild.locale,
		features: [],
		roles: guild.roles,
		emojis: [],
		stickers: [],
		afk_channel_id: null,
		afk_timeout: 300,
		system_channel_id: null,
		system_channel_flags: 0,
		rules_channel_id: null,
		public_updates_channel_id: null,
		verification_level: 0,
		default_message_notifications: 0,
		explicit_content_filter: 0,
		mfa_level: 0,
		nsfw_level: 0,
		premium_tier: 0,
		premium_subscription_count: 0,
		premium_progress_bar_enabled: false,
		vanity_url_code: null,
		banner: null,
	};
}

/** What GUILD_CREATE adds to it. */
export function guildCreate(world: World): Record<string, unknown> {
	const inside = [...world.channels.values()].filter(({ guildId }) => guildId === world.guild.id);
	const users = [...world.users.values()];
	return {
		...guildToApi(world),
		joined_at: '2024-01-01T00:00:00.000000+00:00',
		large: false,
		unavailable: false,
		member_count: users.length,
		members: [memberToApi(world.bot)],
		channels: inside.filter(({ kind }) => kind === 'server').map((channel) => channelToApi(world, channel)),
		threads: inside.filter(({ kind }) => kind === 'thread').map((channel) => channelToApi(world, channel)),
		voice_states: [],
		presences: [],
		stage_instances: [],
		guild_scheduled_events: [],
		soundboard_sounds: [],
	};
}
