import { ChannelType, type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import { loggable } from './log.ts';
import type { Reply } from './reply.ts';
import type { Say } from './say.ts';
import { followUp, payload, send } from './send.ts';

/** What stands in a thread is a message of the bot's own, which a reply to an interaction is not. */
const NEEDED =
	PermissionFlagsBits.CreatePublicThreads | PermissionFlagsBits.SendMessagesInThreads | PermissionFlagsBits.EmbedLinks;

/**
 * Sends a reply and opens its thread under it; where that is not possible, all of it is one message.
 * @returns what was sent
 */
export async function sendWithThread(
	interaction: ChatInputCommandInteraction,
	reply: Reply,
	say: Say,
	log: Logger,
): Promise<Reply | undefined> {
	const { thread, ...above } = reply;
	if (!thread || !mayOpen(interaction, reply)) return send(interaction, reply, say);
	await send(interaction, above, say);
	const below = payload({ hidden: false, cards: thread.cards }, say, 0) ?? {};
	try {
		const sent = await interaction.fetchReply();
		const opened = await sent.startThread({ name: thread.name });
		await opened.send({ ...below, nonce: interaction.id, enforceNonce: true });
	} catch (error) {
		log.warn({ interaction: interaction.id, error: loggable(error, interaction.token) }, 'no thread could be opened');
		await followUp(interaction, below);
	}
	return reply;
}

/** Under a message that all see, in a channel of a server that has the bot and lets it. */
function mayOpen(interaction: ChatInputCommandInteraction, { hidden }: Reply): boolean {
	const type = interaction.channel?.type;
	const here = type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;
	const installed = interaction.authorizingIntegrationOwners.guildId !== null;
	return !hidden && here && installed && interaction.appPermissions.has(NEEDED);
}
