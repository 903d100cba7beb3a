import { type ButtonInteraction, MessageFlags } from 'discord.js';
import type { Logger } from 'pino';
import type { Context, Press, Pressed } from './command.ts';
import { isMarked } from './copy.ts';
import { inTime } from './patience.ts';
import { miss, type Reply, SHARE, SHARED } from './reply.ts';
import { change, send } from './send.ts';
import { share } from './share.ts';
import { readTurn, TURN } from './turn.ts';

/** What a button does, by the name that starts its custom_id. */
export type Buttons = ReadonlyMap<string, Press>;

/** Names of buttons that are the edge's own. */
export const EDGE_BUTTONS: ReadonlySet<string> = new Set([TURN, SHARE, SHARED]);

/**
 * Answers the press of a button: a page turned, a reply shared, a message replaced, or a reply for the presser alone.
 * @returns what was sent
 */
export async function press(
	interaction: ButtonInteraction,
	buttons: Buttons,
	context: Context,
	log: Logger,
): Promise<Reply | undefined> {
	const { customId } = interaction;
	const pressed = { ...context, own: isOwn(interaction) };
	if (customId.startsWith(`${TURN}:`)) return turn(interaction, buttons, pressed);
	if (customId.startsWith(`${SHARE}:`) || customId.startsWith(`${SHARED}:`))
		return (await share(interaction, pressed, log)) ?? sayStale(interaction, context);
	const reply = await inTime(interaction, replyOf(customId, buttons, pressed), true);
	if (!reply) return sayStale(interaction, context);
	if (reply.replaces) return change(interaction, inPlace(interaction, reply), context.say, 0);
	return send(interaction, { ...reply, hidden: true }, context.say);
}

/** Who asked is who used the command, or wrote what the message replies to; where nobody is known, whoever presses. */
function isOwn({ message, user }: ButtonInteraction): boolean {
	const asked = message.interactionMetadata?.user ?? message.mentions.repliedUser;
	return asked === null || asked.id === user.id;
}

/** Who asked turns the page for all to see; anybody else gets the page for themselves. */
async function turn(interaction: ButtonInteraction, buttons: Buttons, pressed: Pressed): Promise<Reply | undefined> {
	const { say, own } = pressed;
	const read = readTurn(interaction.customId, idsBeside(interaction));
	const reply = read && (await replyOf(read.again, buttons, pressed));
	if (!read || !reply) return sayStale(interaction, pressed);
	// What was found once and is not now is no page to put in its place.
	const page = reply.pages ? read.page : -1;
	const sent = own
		? await change(interaction, inPlace(interaction, reply), say, page)
		: await send(interaction, { ...reply, hidden: true }, say, page);
	return sent ?? send(interaction, miss(say.plain('noSuchPage'), say('noSuchPageText')), say);
}

/** A reply for the place of the pressed message: hidden and shared as that is. */
const inPlace = ({ message }: ButtonInteraction, reply: Reply): Reply => ({
	...reply,
	hidden: message.flags.has(MessageFlags.Ephemeral),
	...(isMarked(message) && { share: 'done' }),
});

/** The reply that a custom_id stands for: a button's name, a colon, its state. */
async function replyOf(id: string, buttons: Buttons, pressed: Pressed): Promise<Reply | undefined> {
	const colon = id.indexOf(':');
	return colon < 0 ? undefined : buttons.get(id.slice(0, colon))?.(id.slice(colon + 1), pressed);
}

const sayStale = (interaction: ButtonInteraction, { say }: Context) =>
	send(interaction, miss(say.plain('staleButton'), say('staleButtonText')), say);

/** The custom_ids of the row in which the pressed button stands. */
function idsBeside(interaction: ButtonInteraction): string[] {
	for (const row of interaction.message.components) {
		const ids = 'components' in row ? row.components.map((one) => ('customId' in one ? (one.customId ?? '') : '')) : [];
		if (ids.includes(interaction.customId)) return ids;
	}
	return [];
}
