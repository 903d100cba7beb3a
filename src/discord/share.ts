import { type ButtonInteraction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { Pressed } from './command.ts';
import { miss, type Reply, SHARE } from './reply.ts';
import { payload, send } from './send.ts';

/** What it becomes once it was pressed. */
export const SHARED = 'shared';

export const isShared = (customId: string) => customId.startsWith(`${SHARED}:`);

/** How long two presses in quick succession are known as such, in milliseconds; later the button itself tells. */
const DOUBLE = 60_000;

/** Messages whose button was pressed a moment ago. */
const pressed = new Set<string>();

/** Posts the reply for all to see, once, and marks the button. @returns what was sent */
export async function share(
	interaction: ButtonInteraction,
	reply: Reply,
	{ say }: Pressed,
): Promise<Reply | undefined> {
	const { id } = interaction.message;
	if (pressed.has(id)) return sayShared(interaction, say);
	if (!mayPost(interaction)) return send(interaction, miss(say.plain('cannotShare'), say('cannotShareText')), say);
	pressed.add(id);
	setTimeout(() => pressed.delete(id), DOUBLE).unref();
	const body = payload({ ...reply, hidden: false }, say, 0);
	await interaction.update({ components: marked(interaction, say.plain('shared')) });
	const content = say.plain('sharedBy', { who: `<@${interaction.user.id}>` });
	const posted = await interaction.followUp({ ...body, content });
	if (posted.flags.has(MessageFlags.Ephemeral)) {
		await interaction.followUp({ content: say('cannotShareText'), flags: MessageFlags.Ephemeral });
	}
	return reply;
}

export const sayShared = (interaction: ButtonInteraction, say: Pressed['say']) =>
	send(interaction, miss(say.plain('sharedAlready'), say('sharedAlreadyText')), say);

/** Installed by a person only, the app may be kept from posting in a server that does not have it. */
function mayPost(interaction: ButtonInteraction): boolean {
	const foreign = interaction.inGuild() && interaction.authorizingIntegrationOwners.guildId === null;
	return !foreign || interaction.appPermissions.has(PermissionFlagsBits.UseExternalApps);
}

/** The rows of buttons with Share as pressed. */
function marked({ message, customId }: ButtonInteraction, label: string) {
	return message.components.map((row) => {
		const json = row.toJSON();
		if (!('components' in json)) return json;
		const components = json.components.map((one) =>
			'custom_id' in one && one.custom_id === customId
				? { ...one, label, custom_id: customId.replace(SHARE, SHARED) }
				: one,
		);
		return { ...json, components };
	});
}
