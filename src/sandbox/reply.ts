import { MessageFlags, InteractionResponseType as Response } from 'discord-api-types/v10';
import type { Modal } from './message-body.ts';
import { type Interaction, isThinking, type Message, type World } from './state.ts';

const outcomes: Partial<Record<Response, Outcome>> = {
	[Response.ChannelMessageWithSource]: 'replied',
	[Response.DeferredChannelMessageWithSource]: 'replied',
	[Response.UpdateMessage]: 'updated',
	[Response.DeferredMessageUpdate]: 'updated',
	[Response.ApplicationCommandAutocompleteResult]: 'completed',
	[Response.Modal]: 'modal',
};

/** `thinking`: the reply was deferred and has not come yet. */
export type Outcome = 'replied' | 'updated' | 'completed' | 'modal' | 'thinking' | 'did not respond';

/** What became of an interaction; it stays current as the bot edits and follows up. */
export type Reply = {
	readonly outcome: Outcome;
	/** Type of the first response (4: message, 5: deferred, 6: deferred update, 7: update, 8: choices, 9: modal). */
	readonly response: Response | undefined;
	/** The reply; after an update, the updated message. */
	readonly message: Message | undefined;
	readonly ephemeral: boolean;
	readonly followUps: readonly Message[];
	readonly choices: { name: string; value: string | number }[] | undefined;
	readonly modal: Modal | undefined;
	/** Milliseconds until the first response. */
	readonly acknowledged: number | undefined;
	readonly interaction: Interaction;
	/** Waits until there are that many follow-ups; rejects after `within` ms (3000). */
	followedUp(count?: number, within?: number): Promise<readonly Message[]>;
	/** Waits until `test` holds of this reply; rejects after `within` ms (3000). */
	until(test: (reply: Reply) => boolean, within?: number): Promise<Reply>;
};

/** Waits for the first response and, where that is a deferral, for what fills it. */
export async function awaitReply(world: World, interaction: Interaction): Promise<Reply> {
	const reply = replyOf(world, interaction);
	await untilResponse(world, interaction, () => interaction.dead || interaction.response !== undefined);
	if (isThinking(interaction)) {
		await untilResponse(world, interaction, () => !isThinking(interaction), world.thinkingTimeout).catch(
			() => undefined,
		);
	}
	return reply;
}

function replyOf(world: World, interaction: Interaction): Reply {
	return {
		get outcome() {
			if (interaction.response === undefined) return 'did not respond';
			return isThinking(interaction) ? 'thinking' : (outcomes[interaction.response] ?? 'replied');
		},
		get response() {
			return interaction.response;
		},
		get message() {
			return interaction.original;
		},
		get ephemeral() {
			return Boolean((interaction.original?.flags ?? 0) & MessageFlags.Ephemeral);
		},
		get followUps() {
			return interaction.followUps;
		},
		get choices() {
			return interaction.choices;
		},
		get modal() {
			return interaction.modal;
		},
		get acknowledged() {
			return interaction.acknowledged;
		},
		interaction,
		async followedUp(count = 1, within = 3000) {
			await untilResponse(world, interaction, () => interaction.followUps.length >= count, within);
			return interaction.followUps;
		},
		async until(test, within = 3000) {
			await untilResponse(world, interaction, () => test(this), within);
			return this;
		},
	};
}

function untilResponse(world: World, interaction: Interaction, test: () => boolean, within?: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const end = (settle: () => void) => {
			clearTimeout(timer);
			world.events.off('response', listen);
			settle();
		};
		const listen = (other: Interaction) => {
			if (other === interaction && test()) end(resolve);
		};
		const timer =
			within === undefined
				? undefined
				: setTimeout(
						() => end(() => reject(new Error(`Interaction ${interaction.id}: not within ${within} ms`))),
						within,
					);
		timer?.unref();
		world.events.on('response', listen);
		listen(interaction);
	});
}
