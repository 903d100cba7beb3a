import type { ButtonInteraction } from 'discord.js';
import type { Context, Press } from './command.ts';
import { inTime } from './patience.ts';
import { miss, type Reply } from './reply.ts';
import { change, send } from './send.ts';
import { readTurn, TURN } from './turn.ts';

/** What a button does, by the name that starts its custom_id. */
export type Buttons = ReadonlyMap<string, Press>;

/** Answers the press of a button: a page turned, or a reply for the presser alone. */
export async function press(interaction: ButtonInteraction, buttons: Buttons, context: Context): Promise<void> {
	if (interaction.customId.startsWith(`${TURN}:`)) return turn(interaction, buttons, context);
	const reply = await inTime(interaction, replyOf(interaction.customId, buttons, context), true);
	await send(interaction, reply ? { ...reply, hidden: true } : stale(context), context.say);
}

/** Who asked turns the page for all to see; anybody else gets the page for themselves. */
async function turn(interaction: ButtonInteraction, buttons: Buttons, context: Context): Promise<void> {
	const { say } = context;
	const read = readTurn(interaction.customId, idsBeside(interaction));
	const reply = read && (await replyOf(read.again, buttons, context));
	if (!read || !reply) {
		await send(interaction, stale(context), say);
		return;
	}
	const own = interaction.message.interactionMetadata?.user.id === interaction.user.id;
	const sent = own
		? await change(interaction, reply, say, read.page)
		: await send(interaction, { ...reply, hidden: true }, say, read.page);
	if (!sent) await send(interaction, miss(say.plain('noSuchPage'), say('noSuchPageText')), say);
}

/** The reply that a custom_id stands for: a button's name, a colon, its state. */
async function replyOf(id: string, buttons: Buttons, context: Context): Promise<Reply | undefined> {
	const colon = id.indexOf(':');
	return colon < 0 ? undefined : buttons.get(id.slice(0, colon))?.(id.slice(colon + 1), context);
}

const stale = ({ say }: Context) => miss(say.plain('staleButton'), say('staleButtonText'));

/** The custom_ids of the row in which the pressed button stands. */
function idsBeside(interaction: ButtonInteraction): string[] {
	for (const row of interaction.message.components) {
		const ids = 'components' in row ? row.components.map((one) => ('customId' in one ? (one.customId ?? '') : '')) : [];
		if (ids.includes(interaction.customId)) return ids;
	}
	return [];
}
