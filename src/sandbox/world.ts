import { EventEmitter } from 'node:events';
import { type APIRole, type APIUser, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { snowflake } from './snowflake.ts';
import type { Channel, World } from './state.ts';

export type WorldOptions = {
	token?: string;
	/** Name of the bot's user. */
	name?: string;
	/** Milliseconds for the first response. */
	ackTimeout?: number;
	/** Milliseconds that an interaction's token lives. */
	tokenLifetime?: number;
	/** Milliseconds that a member waits for a deferred reply to be filled. */
	thinkingTimeout?: number;
	/** Bits of GatewayIntentBits that count as switched on in the developer portal. */
	privilegedIntents?: number;
	guildLocale?: string;
};

/** What @everyone may do in a new server. */
export const usualPermissions: bigint =
	Permission.ViewChannel |
	Permission.SendMessages |
	Permission.SendMessagesInThreads |
	Permission.CreatePublicThreads |
	Permission.EmbedLinks |
	Permission.AttachFiles |
	Permission.ReadMessageHistory |
	Permission.AddReactions |
	Permission.UseApplicationCommands |
	Permission.UseExternalEmojis |
	Permission.UseExternalApps;

export function createUser(name: string, bot = false): APIUser {
	const look = { avatar: null, banner: null, accent_color: null, global_name: bot ? null : name, public_flags: 0 };
	return { id: snowflake(), username: name, discriminator: bot ? '0001' : '0', ...look, ...(bot && { bot }) };
}

export function createWorld(options: WorldOptions = {}): World {
	const bot = createUser(options.name ?? 'Bot', true);
	const ownerId = snowflake();
	const guild = {
		id: snowflake(),
		name: 'Sandbox',
		locale: options.guildLocale ?? 'en-US',
		ownerId,
		roles: [] as APIRole[],
	};
	guild.roles.push(everyoneRole(guild.id));
	const random = crypto.randomUUID().replaceAll('-', '');
	const world: World = {
		token: options.token ?? `${Buffer.from(bot.id).toString('base64url')}.sandbox.${random}`,
		origin: '',
		bot,
		privilegedIntents: options.privilegedIntents ?? 0,
		ackTimeout: options.ackTimeout ?? 3000,
		tokenLifetime: options.tokenLifetime ?? 15 * 60_000,
		thinkingTimeout: options.thinkingTimeout ?? 15_000,
		otherGuildId: snowflake(),
		guild,
		users: new Map([[bot.id, bot]]),
		channels: new Map(),
		interactions: new Map(),
		tokens: new Map(),
		commands: new Map([['', []]]),
		commandCreates: 0,
		identifies: 0,
		requests: [],
		sessions: [],
		events: new EventEmitter(),
	};
	world.events.setMaxListeners(0);
	createChannel(world, { kind: 'server', name: 'general', guildId: guild.id });
	return world;
}

type NewChannel = Pick<Channel, 'kind' | 'name'> & Partial<Channel>;

export function createChannel(world: World, channel: NewChannel): Channel {
	const full: Channel = {
		id: snowflake(),
		createdAt: new Date().toISOString(),
		recipients: [],
		botPermissions: usualPermissions,
		messages: new Map(),
		...channel,
	};
	world.channels.set(full.id, full);
	return full;
}

function everyoneRole(id: string): APIRole {
	const looks = { color: 0, colors: { primary_color: 0, secondary_color: null, tertiary_color: null } };
	const fixed = { hoist: false, position: 0, managed: false, mentionable: false, flags: 0 };
	return { id, name: '@everyone', permissions: String(usualPermissions), ...looks, ...fixed } as APIRole;
}
