import type { APIAttachment, APIEmbed, APIMessage } from 'discord-api-types/v10';
import { fieldError } from './errors.ts';
import { type EmbedBody, limits } from './limits.ts';
import type { MessageBody } from './message-body.ts';
import { snowflake } from './snowflake.ts';
import type { Message, SentFile, World } from './state.ts';

/** Discord drops what is null or empty, names the kind, and gives times its own form. */
export function toEmbed(body: EmbedBody): APIEmbed {
	const kept = Object.entries(body).filter(([, value]) => value != null && value !== '');
	const embed = { type: 'rich', ...Object.fromEntries(kept) } as APIEmbed;
	if (embed.timestamp) embed.timestamp = new Date(embed.timestamp).toISOString().replace('Z', '000+00:00');
	if (embed.fields) embed.fields = embed.fields.map((field) => ({ ...field, inline: field.inline ?? false }));
	return embed;
}

/** Discord numbers the components of a message that have no id of their own. */
export function numbered(components: NonNullable<MessageBody['components']>): NonNullable<APIMessage['components']> {
	let next = 1;
	const number = (component: Record<string, unknown>): Record<string, unknown> => {
		const kept = Object.fromEntries(Object.entries(component).filter(([, value]) => value != null));
		const one: Record<string, unknown> = { ...kept, id: kept.id ?? next++ };
		if (Array.isArray(one.components)) one.components = one.components.map(number);
		return one;
	};
	return components.map((component) => number(component)) as unknown as NonNullable<APIMessage['components']>;
}

/** New files join those kept; an `attachments` list says which earlier ones stay, and describes new ones by their index. */
export function attach(world: World, message: Message, given: MessageBody, files: readonly SentFile[]): void {
	const listed = given.attachments;
	if (listed !== undefined) {
		const kept = message.attachments.flatMap((attachment, at) => {
			const file = message.files[at];
			return file && listed?.some(({ id }) => id === attachment.id) ? [{ attachment, file }] : [];
		});
		message.attachments = kept.map(({ attachment }) => attachment);
		message.files = kept.map(({ file }) => file);
	}
	for (const [index, file] of files.entries()) {
		const about = listed?.find(({ id }) => id === String(index));
		const named = { ...file, name: about?.filename ?? file.name };
		message.attachments = [...message.attachments, toAttachment(world, message, named, about?.description)];
		message.files = [...message.files, named];
	}
	if (message.attachments.length > limits.attachments) {
		throw fieldError(['attachments'], 'BASE_TYPE_MAX_LENGTH', `Must be ${limits.attachments} or fewer in length.`);
	}
}

function toAttachment(world: World, message: Message, file: SentFile, description?: string | null): APIAttachment {
	const id = snowflake();
	const url = `${world.origin}/attachments/${message.channel_id}/${id}/${encodeURIComponent(file.name)}`;
	return {
		id,
		filename: file.name,
		size: file.bytes.byteLength,
		url,
		proxy_url: url,
		content_type: file.contentType,
		...(description && { description }),
		...(message.onlyFor && { ephemeral: true }),
	};
}
