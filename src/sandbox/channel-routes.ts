import {
	type APIMessage,
	GatewayIntentBits as Intent,
	MessageType,
	PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { ApiError, checkForm, fieldError } from './errors.ts';
import { channelToApi } from './guild.ts';
import { thread } from './message-body.ts';
import { createMessage, deleteMessage, editMessage, toApi } from './messages.ts';
import { may, reach } from './permissions.ts';
import type { Route } from './rest.ts';
import type { Channel, Message, RequestRecord, World } from './state.ts';
import { visibleTo } from './visible.ts';
import { createChannel } from './world.ts';

/** Channels, their messages and threads, as the bot reaches them with its token. */
export function addChannelRoutes(route: Route, world: World): void {
	const view = (message: Message) => visibleTo(world, world.privilegedIntents & Intent.MessageContent, message);
	route('GET', '/channels/{channel_id}', ({ params }) => [
		200,
		channelToApi(world, reach(world, params.channel_id ?? '')),
	]);
	route('POST', '/channels/{channel_id}/typing', ({ params }) => {
		reach(world, params.channel_id ?? '', Permission.SendMessages);
		return [204];
	});
	const list = '/channels/{channel_id}/messages';
	route('GET', list, ({ params, record }) => {
		const channel = reach(world, params.channel_id ?? '', Permission.ReadMessageHistory);
		const seen = [...channel.messages.values()].filter(({ onlyFor }) => !onlyFor).reverse();
		return [200, seen.slice(0, Number(record.query.limit ?? 50)).map(view)];
	});
	route('POST', list, ({ params, record }) => [200, toApi(send(world, params.channel_id ?? '', record))]);
	const one = `${list}/{message_id}`;
	route('GET', one, ({ params }) => {
		const channel = reach(world, params.channel_id ?? '', Permission.ReadMessageHistory);
		return [200, view(messageIn(channel, params.message_id))];
	});
	route('PATCH', one, ({ params, record }) => {
		const message = messageIn(reach(world, params.channel_id ?? ''), params.message_id);
		if (message.author.id !== world.bot.id) throw new ApiError('notTheAuthor');
		return [200, toApi(editMessage(world, message, record.body, record.files))];
	});
	route('DELETE', one, ({ params }) => {
		const channel = reach(world, params.channel_id ?? '');
		const message = messageIn(channel, params.message_id);
		if (message.author.id !== world.bot.id && !may(channel, Permission.ManageMessages))
			throw new ApiError('missingPermissions');
		deleteMessage(world, message);
		return [204];
	});
	route('POST', `${one}/threads`, ({ params, record }) => {
		return [201, channelToApi(world, openThread(world, params.channel_id ?? '', record, params.message_id))];
	});
	route('POST', '/channels/{channel_id}/threads', ({ params, record }) => {
		return [201, channelToApi(world, openThread(world, params.channel_id ?? '', record))];
	});
}

/** A message that the bot can see by its id; hidden replies are not among them. */
function messageIn(channel: Channel, id = ''): Message {
	const message = channel.messages.get(id);
	if (!message || message.onlyFor) throw new ApiError('unknownMessage');
	return message;
}

function send(world: World, channelId: string, { body, files }: RequestRecord): Message {
	const channel = reach(world, channelId);
	const { embeds, message_reference } = (body ?? {}) as {
		embeds?: unknown[];
		message_reference?: Record<string, unknown>;
	};
	if (channel.kind !== 'dm') {
		const needed = [channel.kind === 'thread' ? Permission.SendMessagesInThreads : Permission.SendMessages];
		if (embeds?.length) needed.push(Permission.EmbedLinks);
		if (files.length > 0) needed.push(Permission.AttachFiles);
		reach(world, channelId, ...needed);
		if (message_reference && !may(channel, Permission.ReadMessageHistory)) throw new ApiError('noHistory');
	}
	const extra = message_reference ? replyTo(channel, message_reference) : {};
	return createMessage(world, { channel, author: world.bot, body, files, extra });
}

function replyTo(channel: Channel, reference: Record<string, unknown>): Partial<APIMessage> {
	const target = channel.messages.get(String(reference.message_id));
	if (!target || target.onlyFor) {
		if (reference.fail_if_not_exists === false) return {};
		throw fieldError(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
	}
	return {
		type: MessageType.Reply,
		message_reference: {
			type: 0,
			message_id: target.id,
			channel_id: channel.id,
			...(channel.guildId && { guild_id: channel.guildId }),
		},
		referenced_message: toApi(target),
	};
}

function openThread(world: World, channelId: string, { body }: RequestRecord, messageId?: string): Channel {
	const parent = reach(world, channelId);
	if (parent.kind !== 'server') throw new ApiError('wrongChannelType');
	const message = messageId === undefined ? undefined : messageIn(parent, messageId);
	const { name, type } = checkForm(thread, body);
	const hidden = !message && type !== 10 && type !== 11;
	reach(world, channelId, hidden ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads);
	if (message?.thread) throw new ApiError('threadExists');
	const made = createChannel(world, {
		...(message && { id: message.id }),
		kind: 'thread',
		name,
		guildId: world.guild.id,
		parentId: parent.id,
		ownerId: world.bot.id,
		botPermissions: parent.botPermissions,
	});
	world.events.emit('channel', made);
	if (message) {
		message.flags = (message.flags ?? 0) | 32;
		message.thread = channelToApi(world, made) as never;
		world.events.emit('message', message, 'update', parent);
	}
	return made;
}
