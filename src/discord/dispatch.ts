import {
	type AutocompleteInteraction,
	type ButtonInteraction,
	type ChatInputCommandInteraction,
	type Interaction,
	MessageFlags,
	type RepliableInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import { readArgs } from './args.ts';
import type { Command, Context, Press } from './command.ts';
import { cut, LIMITS } from './limits.ts';
import { loggable } from './log.ts';
import { NotVerbatimError } from './render.ts';
import { miss, type Reply } from './reply.ts';
import { change, send } from './send.ts';
import { readTurn, TURN } from './turn.ts';

const UNKNOWN_COMMAND = miss(
	'I do not know this command',
	'It may be from an older version of me. `/help` says what I can do now.',
);
const STALE_BUTTON = miss(
	'This button no longer works',
	'What it belonged to has changed, or the paper is no longer here. Type the command again; `/help` lists them all.',
);
const NO_SUCH_PAGE = miss('There is no such page', 'What is served has changed since. Type the command again.');

/** Discord's codes for an interaction that is over (too late) or was answered already: nothing more can be said there. */
const OVER = new Set<unknown>([10062, 40060]);

/**
 * The one way from an interaction to its answer, and the one catch: the promise is fulfilled whatever happens.
 * @param context read anew for each interaction, so that the corpus can be swapped in one step
 */
export function makeDispatch(commands: readonly Command[], context: () => Context, log: Logger) {
	const registry = new Map(commands.map((command) => [command.body.name, command]));
	const buttons = new Map(commands.flatMap((command) => Object.entries(command.buttons ?? {})));

	async function answer(interaction: Interaction): Promise<void> {
		if (interaction.isAutocomplete()) await complete(interaction, registry.get(interaction.commandName), context());
		else if (interaction.isChatInputCommand()) await run(interaction, registry.get(interaction.commandName), context());
		else if (interaction.isButton()) await press(interaction, buttons, context());
		else if (interaction.isRepliable()) await send(interaction, UNKNOWN_COMMAND);
	}

	return async (interaction: Interaction): Promise<void> => {
		try {
			await answer(interaction);
		} catch (error) {
			log.error({ ...about(interaction), error: loggable(error, interaction.token) }, 'interaction failed');
			if (interaction.isRepliable()) await apologise(interaction, error, log);
		}
	};
}

async function run(interaction: ChatInputCommandInteraction, command: Command | undefined, context: Context) {
	if (!command) return send(interaction, UNKNOWN_COMMAND);
	const args = readArgs(command.body, interaction.options.data);
	if (command.slow?.(args)) {
		await interaction.deferReply(interaction.options.getBoolean('hide') ? { flags: MessageFlags.Ephemeral } : {});
	}
	await send(interaction, await command.run(args, context));
}

async function complete(interaction: AutocompleteInteraction, command: Command | undefined, context: Context) {
	const { name, value } = interaction.options.getFocused(true);
	const choices = command?.complete?.(name, value, context) ?? [];
	await interaction.respond(
		choices.slice(0, LIMITS.choices).map((choice) => ({ ...choice, name: cut(choice.name, LIMITS.choice) })),
	);
}

async function press(interaction: ButtonInteraction, buttons: ReadonlyMap<string, Press>, context: Context) {
	const turn = interaction.customId.startsWith(`${TURN}:`)
		? readTurn(interaction.customId, idsBeside(interaction))
		: undefined;
	const id = turn?.again ?? interaction.customId;
	const colon = id.indexOf(':');
	const reply = colon < 0 ? undefined : await buttons.get(id.slice(0, colon))?.(id.slice(colon + 1), context);
	if (!reply) return send(interaction, STALE_BUTTON);
	if (!turn) return send(interaction, { ...reply, hidden: true });
	const own = interaction.message.interactionMetadata?.user.id === interaction.user.id;
	const sent = own
		? await change(interaction, reply, turn.page)
		: await send(interaction, { ...reply, hidden: true }, turn.page);
	if (!sent) await send(interaction, NO_SUCH_PAGE);
}

/** The custom_ids of the row in which the pressed button stands. */
function idsBeside(interaction: ButtonInteraction): string[] {
	for (const row of interaction.message.components) {
		const ids = 'components' in row ? row.components.map((one) => ('customId' in one ? (one.customId ?? '') : '')) : [];
		if (ids.includes(interaction.customId)) return ids;
	}
	return [];
}

const about = (interaction: Interaction) => ({
	interaction: interaction.id,
	command: interaction.isCommand() || interaction.isAutocomplete() ? interaction.commandName : undefined,
	button: interaction.isButton() ? interaction.customId.split(':')[0] : undefined,
});

/** Says that it failed, in a sentence that gives nothing away but the number under which the log has the cause. */
async function apologise(interaction: RepliableInteraction, error: unknown, log: Logger): Promise<void> {
	if (OVER.has((error as { code?: unknown }).code)) return;
	const reason =
		error instanceof NotVerbatimError
			? 'I could not show this passage word for word, so I do not show it.'
			: 'Something went wrong on my side.';
	const reply: Reply = miss(
		'That did not work',
		`${reason} Whoever runs me finds the cause in the log under \`${interaction.id}\`.`,
	);
	try {
		await send(interaction, reply);
	} catch (second) {
		log.error({ ...about(interaction), error: loggable(second, interaction.token) }, 'the apology failed too');
	}
}
