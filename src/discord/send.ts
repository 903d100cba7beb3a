import {
	type ButtonInteraction,
	type InteractionReplyOptions,
	type Message,
	MessageFlags,
	RESTJSONErrorCodes,
	type RepliableInteraction,
} from 'discord.js';
import { render } from './render.ts';
import type { Reply } from './reply.ts';
import type { Say } from './say.ts';
import { Taken } from './unanswered.ts';

/**
 * Sends a page of a reply as the one answer to an interaction. What was deferred for all to see and turns out to be
 * hidden is taken back, as the first response fixes who sees it.
 * @returns the reply; undefined where it has no such page, and nothing was sent
 */
export async function send(
	interaction: RepliableInteraction,
	reply: Reply,
	say: Say,
	page = 0,
): Promise<Reply | undefined> {
	const body = payload(reply, say, page);
	if (!body) return undefined;
	const hidden = reply.hidden ? { flags: MessageFlags.Ephemeral as const } : {};
	// Behind a press that was only acknowledged stands the pressed message, which is not to be filled or taken back.
	const waiting = interaction.deferred && !interaction.replied && interaction.ephemeral !== null;
	if (!interaction.deferred && !interaction.replied) await interaction.reply({ ...body, ...hidden });
	else if (waiting && (!reply.hidden || interaction.ephemeral)) await interaction.editReply(body);
	else {
		if (waiting) await takeBack(interaction);
		await followUp(interaction, { ...body, ...hidden });
	}
	return reply;
}

/** Sends a further message. @returns undefined where it stands there and what Discord said of it was cut off */
export async function followUp(
	interaction: RepliableInteraction,
	body: InteractionReplyOptions,
): Promise<Message | undefined> {
	return interaction.followUp(body).catch((error) => {
		if (error instanceof Taken) return undefined;
		throw error;
	});
}

/** What is gone already is taken back: by an attempt whose answer was lost, or by the one before an apology. */
async function takeBack(interaction: RepliableInteraction): Promise<void> {
	await interaction.deleteReply().catch((error) => {
		if (error.code !== RESTJSONErrorCodes.UnknownMessage) throw error;
	});
}

/** Puts a page of a reply in the place of the message that the pressed button stands under. */
export async function change(
	interaction: ButtonInteraction,
	reply: Reply,
	say: Say,
	page: number,
): Promise<Reply | undefined> {
	const body = payload(reply, say, page);
	if (body) await interaction.update(body);
	return body && reply;
}

export function payload(reply: Reply, say: Say, page: number) {
	const message = render(reply, say, page);
	return (
		message && {
			embeds: message.embeds,
			components: message.components,
			files: message.files.map(({ name, text }) => ({ name, attachment: Buffer.from(text, 'utf8') })),
			// Nobody is pinged, whatever the text holds.
			allowedMentions: { parse: [] },
		}
	);
}
