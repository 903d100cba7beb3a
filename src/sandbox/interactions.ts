import {
	type APIMessage,
	type APIUser,
	InteractionType,
	MessageFlags,
	MessageType,
	InteractionResponseType as Response,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { ApiError, checkForm, fieldError } from './errors.ts';
import { autocompleteResult } from './limits.ts';
import { deferral, modal } from './message-body.ts';
import { createMessage, editMessage, toApi } from './messages.ts';
import { mustHide } from './permissions.ts';
import type { Interaction, Message, SentFile, World } from './state.ts';

const allowed: Record<number, readonly Response[]> = {
	[InteractionType.ApplicationCommand]: [4, 5, 9],
	[InteractionType.MessageComponent]: [4, 5, 6, 7, 9],
	[InteractionType.ApplicationCommandAutocomplete]: [8],
	[InteractionType.ModalSubmit]: [4, 5, 6, 7],
};

const callback = z.object({ type: z.number().int(), data: z.unknown().optional() });

/** The first response. Refused when it is late (10062), the second one (40060), or beyond Discord's limits (50035). */
export function respond(
	world: World,
	id: string,
	token: string,
	body: unknown,
	files: readonly SentFile[],
): Interaction {
	const interaction = world.interactions.get(id);
	if (!interaction || interaction.token !== token || interaction.dead) throw new ApiError('unknownInteraction');
	if (interaction.response !== undefined) throw new ApiError('alreadyAcknowledged');
	const { type, data } = checkForm(callback, body);
	const types = allowed[interaction.type] ?? [];
	if (!types.includes(type)) {
		throw fieldError(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${types.join(', ')}}.`);
	}
	carryOut(world, interaction, type, data, files);
	interaction.response = type;
	interaction.acknowledged = Date.now() - interaction.createdAt;
	world.events.emit('response', interaction);
	return interaction;
}

function carryOut(
	world: World,
	interaction: Interaction,
	type: Response,
	data: unknown,
	files: readonly SentFile[],
): void {
	const pressed = 'message' in interaction.payload ? pressedMessage(world, interaction) : undefined;
	switch (type) {
		case Response.ChannelMessageWithSource:
			interaction.original = inData(() => postAnswer(world, interaction, data, files));
			return;
		case Response.DeferredChannelMessageWithSource: {
			const { flags } = inData(() => checkForm(deferral, data)) ?? {};
			interaction.original = postAnswer(world, interaction, { flags: (flags ?? 0) & MessageFlags.Ephemeral }, [], true);
			return;
		}
		case Response.DeferredMessageUpdate:
		case Response.UpdateMessage: {
			if (!pressed) throw fieldError(['type'], 'BASE_TYPE_CHOICES', 'There is no message to update.');
			interaction.original = pressed;
			if (type === Response.UpdateMessage) inData(() => editMessage(world, pressed, data, files));
			return;
		}
		case Response.ApplicationCommandAutocompleteResult:
			interaction.choices = inData(() => checkForm(autocompleteResult, data)).choices;
			return;
		case Response.Modal:
			interaction.modal = inData(() => checkForm(modal, data));
			return;
		default:
			throw fieldError(['type'], 'BASE_TYPE_CHOICES', 'Not supported here.');
	}
}

/** Errors in a callback's data stand under `data`. */
function inData<T>(run: () => T): T {
	try {
		return run();
	} catch (error) {
		if (error instanceof ApiError && error.body.errors) error.body.errors = { data: error.body.errors };
		throw error;
	}
}

function pressedMessage(world: World, { payload }: Interaction): Message | undefined {
	if (!('message' in payload) || !payload.message) return undefined;
	return world.channels.get(payload.message.channel_id)?.messages.get(payload.message.id);
}

/** Posts as the bot in answer to an interaction; `thinking` is a deferral's placeholder. */
export function postAnswer(
	world: World,
	interaction: Interaction,
	body: unknown,
	files: readonly SentFile[],
	thinking = false,
): Message {
	const asked = (body as { flags?: unknown } | null)?.flags;
	const hidden =
		mustHide(interaction.channel) || (typeof asked === 'number' && Boolean(asked & MessageFlags.Ephemeral));
	const base = (hidden ? MessageFlags.Ephemeral : 0) | (thinking ? MessageFlags.Loading : 0);
	return createMessage(world, {
		channel: interaction.channel,
		author: world.bot,
		body,
		files,
		flags: base,
		...(hidden && { onlyFor: interaction.user.id }),
		extra: { ...origin(interaction, world.bot), application_id: world.bot.id, webhook_id: world.bot.id },
	});
}

function origin({ id, type, payload, user, original }: Interaction, bot: APIUser): Partial<APIMessage> {
	const owners = payload.authorizing_integration_owners;
	const metadata = { id, type, user, authorizing_integration_owners: owners };
	if (original) {
		const { id: message_id, channel_id } = original;
		return {
			interaction_metadata: { ...metadata, original_response_message_id: message_id },
			message_reference: { type: 0, message_id, channel_id },
			type: MessageType.Reply,
		} as unknown as Partial<APIMessage>;
	}
	if (type === InteractionType.ApplicationCommand) {
		const name = 'name' in payload.data! ? payload.data.name : bot.username;
		const kind = 'target_id' in payload.data! ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
		const target = 'target_id' in payload.data! && { target_message_id: payload.data.target_id };
		return {
			type: kind,
			interaction: { id, type, name, user },
			interaction_metadata: { ...metadata, ...target },
		} as never;
	}
	const pressed = 'message' in payload ? payload.message?.id : undefined;
	return { interaction_metadata: { ...metadata, interacted_message_id: pressed } } as never;
}

/** What a callback with `with_response=true` returns. */
export function callbackResult({ id, type, response, original, channel }: Interaction) {
	const flags = original?.flags ?? 0;
	return {
		interaction: {
			id,
			type,
			...(original && {
				response_message_id: original.id,
				response_message_loading: Boolean(flags & MessageFlags.Loading),
				response_message_ephemeral: Boolean(flags & MessageFlags.Ephemeral),
			}),
			channel_id: channel.id,
			guild_id: channel.guildId,
		},
		resource: { type: response, ...(original && { message: toApi(original) }) },
	};
}
