import { type APIMessage, type APIUser, MessageFlags, MessageType } from 'discord-api-types/v10';
import { ApiError, checkForm } from './errors.ts';
import { pingsOf } from './mentions.ts';
import { type MessageBody, messageSchema } from './message-body.ts';
import { attach, numbered, toEmbed } from './message-parts.ts';
import { snowflake } from './snowflake.ts';
import type { Channel, Message, Pings, SentFile, World } from './state.ts';

/** A message as it goes over the wire. */
export function toApi({ pings, files, onlyFor, deleted, ...message }: Message): APIMessage {
	return message;
}

type New = {
	channel: Channel;
	author: APIUser;
	body: unknown;
	files?: readonly SentFile[];
	/** Flags beyond those that the body may set. */
	flags?: number;
	onlyFor?: string;
	extra?: Partial<APIMessage>;
};

const settable = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** Checks a body against Discord's limits, keeps the message and tells everybody who may see it. */
export function createMessage(
	world: World,
	{ channel, author, body, files = [], flags = 0, onlyFor, extra }: New,
): Message {
	const given = checkForm(messageSchema(body), body ?? {});
	const made = given.enforce_nonce ? sameNonce(channel, author, given.nonce) : undefined;
	if (made) return made;
	const repliedTo = extra?.referenced_message?.author.id;
	const message: Message = {
		...blank(channel, author),
		...extra,
		flags: flags | ((given.flags ?? 0) & settable),
		pings: { everyone: false, users: [], roles: [] },
		files: [],
		deleted: false,
		...(onlyFor && { onlyFor }),
		...(given.nonce != null && { nonce: given.nonce }),
	};
	message.pings = apply(world, message, given, files, repliedTo);
	if (isEmpty(message) && !((message.flags ?? 0) & MessageFlags.Loading)) throw new ApiError('emptyMessage');
	channel.messages.set(message.id, message);
	world.events.emit('message', message, 'create', channel);
	return message;
}

/** What this author has sent with this nonce; Discord looks back a few minutes. */
function sameNonce(channel: Channel, author: APIUser, nonce: string | number | null | undefined): Message | undefined {
	const own = [...channel.messages.values()].filter((message) => message.author.id === author.id);
	return own.find((message) => message.nonce !== undefined && message.nonce === nonce);
}

/** The same for an edit: only what is given changes. Filling a deferred reply notifies as a new message does. */
export function editMessage(world: World, message: Message, body: unknown, files: readonly SentFile[] = []): Message {
	const given = checkForm(messageSchema(body, message.flags), body ?? {});
	const filling = Boolean((message.flags ?? 0) & MessageFlags.Loading);
	const changed: Message = { ...message, files: [...message.files] };
	if (given.flags != null) changed.flags = ((message.flags ?? 0) & ~settable) | (given.flags & settable);
	const pings = apply(world, changed, given, files);
	if (isEmpty(changed)) throw new ApiError('emptyMessage');
	if (filling) {
		changed.flags = (changed.flags ?? 0) & ~MessageFlags.Loading;
		changed.pings = pings;
	} else changed.edited_timestamp = new Date().toISOString();
	Object.assign(message, changed);
	const channel = world.channels.get(message.channel_id);
	if (channel) world.events.emit('message', message, 'update', channel);
	return message;
}

export function deleteMessage(world: World, message: Message): void {
	message.deleted = true;
	const channel = world.channels.get(message.channel_id);
	channel?.messages.delete(message.id);
	if (channel) world.events.emit('message', message, 'delete', channel);
}

function blank(channel: Channel, author: APIUser): APIMessage {
	return {
		id: snowflake(),
		channel_id: channel.id,
		author,
		type: MessageType.Default,
		content: '',
		embeds: [],
		components: [],
		attachments: [],
		mentions: [],
		mention_roles: [],
		mention_everyone: false,
		timestamp: new Date().toISOString(),
		edited_timestamp: null,
		tts: false,
		pinned: false,
	};
}

/** @returns whom it would notify as a new message; only these count as mentioned, whatever its text says */
function apply(
	world: World,
	message: Message,
	given: MessageBody,
	files: readonly SentFile[],
	repliedTo?: string,
): Pings {
	if (given.content !== undefined) message.content = given.content ?? '';
	if (given.embeds !== undefined) message.embeds = (given.embeds ?? []).map(toEmbed);
	if (given.components !== undefined) message.components = numbered(given.components ?? []);
	attach(world, message, given, files);
	const pings = pingsOf(world, message.content, given.allowed_mentions, repliedTo);
	if (given.content !== undefined || repliedTo !== undefined) {
		message.mentions = pings.users.flatMap((id) => world.users.get(id) ?? []);
		message.mention_roles = pings.roles;
		message.mention_everyone = pings.everyone;
	}
	return pings;
}

function isEmpty({ content, embeds, components = [], attachments }: APIMessage): boolean {
	return content === '' && embeds.length + components.length + attachments.length === 0;
}
