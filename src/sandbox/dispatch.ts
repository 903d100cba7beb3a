import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { channelToApi, memberToApi } from './guild.ts';
import { shardOf } from './snowflake.ts';
import type { Channel, Interaction, Message, Session, World } from './state.ts';
import { visibleTo } from './visible.ts';

type Send = (session: Session, event: string, data: unknown) => void;

const messageEvents = { create: 'MESSAGE_CREATE', update: 'MESSAGE_UPDATE', delete: 'MESSAGE_DELETE' } as const;

/** Tells each session, connected or to be resumed, what its shard and its intents let it know. */
export function subscribe(world: World, send: Send): () => void {
	const audience = (guildId: string | undefined, intent: number) =>
		world.sessions.filter(
			({ intents, shard: [id, count] }) =>
				shardOf(guildId, count) === id && (intent === 0 || Boolean(intents & intent)),
		);
	const listeners = {
		interaction: ({ channel, payload }: Interaction) => {
			for (const session of audience(channel.guildId, 0)) send(session, 'INTERACTION_CREATE', payload);
		},
		message: (message: Message, change: keyof typeof messageEvents, channel: Channel) => {
			// Hidden replies, and conversations without the bot, are never told.
			if (message.onlyFor || channel.kind === 'private' || channel.kind === 'elsewhere') return;
			const intent = channel.kind === 'dm' ? Intent.DirectMessages : Intent.GuildMessages;
			for (const session of audience(channel.guildId, intent)) {
				send(session, messageEvents[change], messageEvent(world, session, message, change, channel));
			}
		},
		channel: (channel: Channel) => {
			if (channel.kind !== 'server' && channel.kind !== 'thread') return;
			const [event, more] =
				channel.kind === 'thread' ? ['THREAD_CREATE', { newly_created: true }] : ['CHANNEL_CREATE', {}];
			const data = { ...channelToApi(world, channel), ...more };
			for (const session of audience(channel.guildId, Intent.Guilds)) send(session, event, data);
		},
	};
	world.events.on('interaction', listeners.interaction);
	world.events.on('message', listeners.message);
	world.events.on('channel', listeners.channel);
	return () => {
		world.events.off('interaction', listeners.interaction);
		world.events.off('message', listeners.message);
		world.events.off('channel', listeners.channel);
	};
}

function messageEvent(world: World, session: Session, message: Message, change: string, channel: Channel) {
	const where = { channel_id: channel.id, ...(channel.guildId && { guild_id: channel.guildId }) };
	if (change === 'delete') return { id: message.id, ...where };
	const kind = channel.kind === 'dm' ? 1 : channel.kind === 'thread' ? 11 : 0;
	return {
		...visibleTo(world, session.intents & Intent.MessageContent, message),
		...where,
		channel_type: kind,
		...(channel.guildId && { member: memberToApi(message.author, false) }),
	};
}
