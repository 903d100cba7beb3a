import { type ButtonInteraction, DiscordAPIError, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import type { Pressed } from './command.ts';
import { type Copy, copyOf, download, isMarked, marked } from './copy.ts';
import { loggable } from './log.ts';
import { inTime } from './patience.ts';
import { miss, type Reply, SHARED } from './reply.ts';
import type { Key, Say } from './say.ts';
import { followUp, send } from './send.ts';
import { NoAnswer } from './unanswered.ts';

/** `unknown`: Discord did not say whether it took the message. */
type Outcome = 'posted' | 'forbidden' | 'refused' | 'unknown';

/** How long a press is remembered once it has posted, in milliseconds; later the mark on the button tells. */
const DOUBLE = 60_000;

/** By message: what came of a press that is under way, or that posted a moment ago. */
const presses = new Map<string, Promise<Outcome>>();

/**
 * Posts for all to see what the pressed message shows, once, and marks the button; where that fails nothing is marked,
 * and it can be pressed again.
 * @returns what was sent; undefined where there is nothing to share, and nothing was sent
 */
export async function share(
	interaction: ButtonInteraction,
	{ corpus, say }: Pressed,
	log: Logger,
): Promise<Reply | undefined> {
	const { message, customId } = interaction;
	const before = presses.get(message.id)?.catch((): Outcome => 'refused');
	if (before) return tell(interaction, await inTime(interaction, before, true), say);
	if (isMarked(message) || customId.startsWith(`${SHARED}:`)) return tell(interaction, 'posted', say);
	const copy = copyOf(message, corpus.papers.values());
	if (!copy) return undefined;
	if (!mayPost(interaction)) return tell(interaction, 'forbidden', say);
	const press = post(interaction, copy, say, log);
	presses.set(message.id, press);
	let outcome: Outcome | undefined;
	try {
		outcome = await press;
	} finally {
		if (outcome === 'posted') setTimeout(() => presses.delete(message.id), DOUBLE).unref();
		else presses.delete(message.id);
	}
	if (outcome !== 'posted') return tell(interaction, outcome, say);
	await mark(interaction, say, log);
	return { hidden: false, cards: [] };
}

async function post(
	interaction: ButtonInteraction,
	{ embeds, components, files }: Copy,
	say: Say,
	log: Logger,
): Promise<Outcome> {
	await interaction.deferUpdate();
	const content = say.plain('sharedBy', { who: `<@${interaction.user.id}>` });
	let sent = false;
	try {
		const attached = await Promise.all(files.map(download));
		const body = { content, embeds, components, files: attached, allowedMentions: { parse: [] } };
		sent = true;
		const posted = await followUp(interaction, body);
		if (!posted?.flags.has(MessageFlags.Ephemeral)) return 'posted';
		// Discord hides what may not stand there; a second hidden copy is of no use.
		await interaction.deleteReply(posted);
		return 'forbidden';
	} catch (error) {
		log.warn({ interaction: interaction.id, error: loggable(error, interaction.token) }, 'it could not be shared');
		if (error instanceof DiscordAPIError) return error.status === 403 ? 'forbidden' : 'refused';
		return sent && !(error instanceof NoAnswer) ? 'unknown' : 'refused';
	}
}

/** It stands there, marked or not: without the mark there is nothing to apologise for. */
async function mark(interaction: ButtonInteraction, say: Say, log: Logger): Promise<void> {
	try {
		await interaction.editReply({ components: marked(interaction.message, say.plain('shared')) });
	} catch (error) {
		log.warn({ interaction: interaction.id, error: loggable(error, interaction.token) }, 'it could not be marked');
	}
}

const TOLD: Readonly<Record<Outcome, readonly [title: Key, text: Key]>> = {
	posted: ['sharedAlready', 'sharedAlreadyText'],
	forbidden: ['cannotShare', 'cannotShareText'],
	refused: ['notShared', 'notSharedText'],
	unknown: ['perhapsShared', 'perhapsSharedText'],
};

function tell(interaction: ButtonInteraction, outcome: Outcome, say: Say): Promise<Reply | undefined> {
	const [title, text] = TOLD[outcome];
	return send(interaction, miss(say.plain(title), say(text)), say);
}

/** In a server that does not have the app, what it says is hidden where whoever has installed it may not use it openly. */
function mayPost(interaction: ButtonInteraction): boolean {
	const foreign = interaction.inGuild() && interaction.authorizingIntegrationOwners.guildId === null;
	return !foreign || interaction.memberPermissions.has(PermissionFlagsBits.UseExternalApps);
}
