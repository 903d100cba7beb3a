import { ApiError } from './errors.ts';
import { postAnswer } from './interactions.ts';
import { deleteMessage, editMessage } from './messages.ts';
import { type Interaction, isThinking, type Message, type SentFile, type World } from './state.ts';

const followUpsWithoutServer = 5;

/** The interaction behind a webhook token, once it has its first response and as long as the token lives. */
export function behindToken(world: World, applicationId: string, token: string): Interaction {
	const interaction = world.tokens.get(token);
	if (applicationId !== world.bot.id) throw new ApiError('unknownWebhook');
	if (!interaction) throw new ApiError('invalidWebhookToken');
	if (interaction.response === undefined) throw new ApiError('unknownWebhook');
	if (Date.now() - interaction.createdAt > world.tokenLifetime) throw new ApiError('invalidWebhookToken');
	return interaction;
}

/** A follow-up; the first one after a deferral fills the deferred reply, which stays as visible as it was. */
export function followUp(world: World, interaction: Interaction, body: unknown, files: readonly SentFile[]): Message {
	if (isThinking(interaction) && interaction.original) {
		const message = editMessage(world, interaction.original, body ?? {}, files);
		world.events.emit('response', interaction);
		return message;
	}
	const owners = interaction.payload.authorizing_integration_owners;
	if (!('0' in owners) && interaction.followUps.length >= followUpsWithoutServer)
		throw new ApiError('tooManyFollowUps');
	const message = postAnswer(world, interaction, body, files);
	interaction.followUps.push(message);
	world.events.emit('response', interaction);
	return message;
}

/** `@original` or one of the follow-ups; a webhook reaches no other message. */
export function ownMessage(interaction: Interaction, id: string): Message {
	const { original, followUps } = interaction;
	const found = id === '@original' ? original : [original, ...followUps].find((message) => message?.id === id);
	if (!found || found.deleted) throw new ApiError('unknownMessage');
	return found;
}

export function editOwn(
	world: World,
	interaction: Interaction,
	id: string,
	body: unknown,
	files: readonly SentFile[],
): Message {
	const message = editMessage(world, ownMessage(interaction, id), body, files);
	world.events.emit('response', interaction);
	return message;
}

export function deleteOwn(world: World, interaction: Interaction, id: string): void {
	deleteMessage(world, ownMessage(interaction, id));
	world.events.emit('response', interaction);
}
