import { ApiError } from './errors.ts';
import { channelToApi, guildToApi, memberToApi } from './guild.ts';
import type { Route } from './rest.ts';
import type { World } from './state.ts';
import { createChannel } from './world.ts';

/** Who the bot is, where the gateway is, and the server it is in. */
export function addIdentityRoutes(route: Route, world: World): void {
	const gateway = () => `${world.origin.replace('http', 'ws')}/gateway`;
	route('GET', '/gateway', () => [200, { url: gateway() }], 'open');
	route('GET', '/gateway/bot', () => {
		const limit = { total: 1000, remaining: 1000 - world.identifies, reset_after: 86_400_000, max_concurrency: 1 };
		return [200, { url: gateway(), shards: 1, session_start_limit: limit }];
	});
	route('GET', '/users/@me', () => [200, { ...world.bot, mfa_enabled: true, verified: true, email: null, flags: 0 }]);
	route('GET', '/applications/@me', () => [200, applicationToApi(world)]);
	route('GET', '/oauth2/applications/@me', () => [200, applicationToApi(world)]);
	route('GET', '/users/@me/guilds', () => [200, [guildToApi(world)]]);
	route('POST', '/users/@me/channels', ({ record }) => [200, channelToApi(world, openDm(world, record.body))]);
	route('GET', '/users/{user_id}', ({ params }) => [200, userOf(world, params.user_id)]);
	addGuildRoutes(route, world);
}

function addGuildRoutes(route: Route, world: World): void {
	const inGuild = (id: string | undefined) => {
		if (id !== world.guild.id) throw new ApiError('unknownGuild');
	};
	route('GET', '/guilds/{guild_id}', ({ params }) => {
		inGuild(params.guild_id);
		return [200, guildToApi(world)];
	});
	route('GET', '/guilds/{guild_id}/channels', ({ params }) => {
		inGuild(params.guild_id);
		const channels = [...world.channels.values()].filter(({ kind }) => kind === 'server');
		return [200, channels.map((channel) => channelToApi(world, channel))];
	});
	route('GET', '/guilds/{guild_id}/roles', ({ params }) => {
		inGuild(params.guild_id);
		return [200, world.guild.roles];
	});
	route('GET', '/guilds/{guild_id}/members/{user_id}', ({ params }) => {
		inGuild(params.guild_id);
		const id = params.user_id === '@me' ? world.bot.id : params.user_id;
		return [200, memberToApi(userOf(world, id))];
	});
}

function userOf(world: World, id = '') {
	const user = world.users.get(id);
	if (!user) throw new ApiError('unknownUser');
	return user;
}

function openDm(world: World, body: unknown) {
	const user = userOf(world, String((body as { recipient_id?: unknown } | undefined)?.recipient_id));
	return dmWith(world, user.id);
}

/** The one conversation of a person with the bot. */
export function dmWith(world: World, userId: string) {
	const open = [...world.channels.values()].find(
		({ kind, recipients }) => kind === 'dm' && recipients.some(({ id }) => id === userId),
	);
	return open ?? createChannel(world, { kind: 'dm', name: '', recipients: [userOf(world, userId), world.bot] });
}

function applicationToApi({ bot, privilegedIntents }: World): Record<string, unknown> {
	return {
		id: bot.id,
		name: bot.username,
		icon: null,
		description: '',
		summary: '',
		bot_public: true,
		bot_require_code_grant: false,
		verify_key: '0'.repeat(64),
		flags: applicationFlags(privilegedIntents),
		hook: true,
		bot,
		team: null,
		integration_types_config: { 0: {}, 1: {} },
		approximate_guild_count: 1,
		redirect_uris: [],
		interactions_endpoint_url: null,
	};
}

/** The "limited" flag of each privileged intent that is switched on. */
export function applicationFlags(intents: number): number {
	const flags = [
		[1 << 8, 1 << 13],
		[1 << 1, 1 << 15],
		[1 << 15, 1 << 19],
	] as const;
	return flags.reduce((sum, [intent, flag]) => sum | (intents & intent ? flag : 0), 1 << 23);
}
