import {
	type AutocompleteInteraction,
	type ChatInputCommandInteraction,
	type Interaction,
	type RepliableInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import { readArgs } from './args.ts';
import type { Command, Context, Library } from './command.ts';
import { cut, LIMITS } from './limits.ts';
import { loggable } from './log.ts';
import { inTime } from './patience.ts';
import { press } from './press.ts';
import { NotVerbatimError } from './render.ts';
import { miss } from './reply.ts';
import { sayIn } from './say.ts';
import { send } from './send.ts';

/** Discord's codes for an interaction that is over (too late) or was answered already: nothing more can be said there. */
const OVER = new Set<unknown>([10062, 40060]);

/**
 * The one way from an interaction to its answer, and the one catch: the promise is fulfilled whatever happens.
 * @param library read anew for each interaction, so that the corpus can be swapped in one step
 */
export function makeDispatch(commands: readonly Command[], library: () => Library, log: Logger) {
	const registry = new Map(commands.map((command) => [command.body.name, command]));
	const buttons = new Map(commands.flatMap((command) => Object.entries(command.buttons ?? {})));

	async function answer(interaction: Interaction): Promise<void> {
		const context = { ...library(), say: sayIn(interaction.locale) };
		if (interaction.isAutocomplete()) await complete(interaction, registry.get(interaction.commandName), context);
		else if (interaction.isChatInputCommand()) await run(interaction, registry.get(interaction.commandName), context);
		else if (interaction.isButton()) await press(interaction, buttons, context);
		else if (interaction.isRepliable()) await sayUnknown(interaction, context);
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
	if (!command) return sayUnknown(interaction, context);
	const args = readArgs(command.body, interaction.options.data);
	const hidden = interaction.options.getBoolean('hide') ?? false;
	await send(interaction, await inTime(interaction, command.run(args, context), hidden), context.say);
}

const sayUnknown = (interaction: RepliableInteraction, { say }: Context) =>
	send(interaction, miss(say.plain('unknownCommand'), say('unknownCommandText')), say);

async function complete(interaction: AutocompleteInteraction, command: Command | undefined, context: Context) {
	const { name, value } = interaction.options.getFocused(true);
	const choices = command?.complete?.(name, value, context) ?? [];
	await interaction.respond(
		choices.slice(0, LIMITS.choices).map((choice) => ({ ...choice, name: cut(choice.name, LIMITS.choice) })),
	);
}

const about = (interaction: Interaction) => ({
	interaction: interaction.id,
	command: interaction.isCommand() || interaction.isAutocomplete() ? interaction.commandName : undefined,
	button: interaction.isButton() ? interaction.customId.split(':')[0] : undefined,
});

/** Says that it failed, in a sentence that gives nothing away but the number under which the log has the cause. */
async function apologise(interaction: RepliableInteraction, error: unknown, log: Logger): Promise<void> {
	if (OVER.has((error as { code?: unknown }).code)) return;
	const say = sayIn(interaction.locale);
	const text = say(error instanceof NotVerbatimError ? 'notVerbatimText' : 'failedText', { id: interaction.id });
	try {
		await send(interaction, miss(say.plain('failed'), text), say);
	} catch (second) {
		log.error({ ...about(interaction), error: loggable(second, interaction.token) }, 'the apology failed too');
	}
}
