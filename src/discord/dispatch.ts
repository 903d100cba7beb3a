import {
	type AutocompleteInteraction,
	type ChatInputCommandInteraction,
	type Interaction,
	type MessageContextMenuCommandInteraction,
	type RepliableInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import { readArgs } from './args.ts';
import type { AnyCommand, Command, Context, Library, MessageCommand } from './command.ts';
import { cut, LIMITS } from './limits.ts';
import { loggable } from './log.ts';
import { inTime } from './patience.ts';
import { press } from './press.ts';
import { NotVerbatimError } from './render.ts';
import { miss } from './reply.ts';
import { type CommandIds, sayIn } from './say.ts';
import { send } from './send.ts';
import { sendWithThread } from './thread.ts';

/** Discord's codes for an interaction that is over (too late) or was answered already: nothing more can be said there. */
const OVER = new Set<unknown>([10062, 40060]);

/**
 * The one way from an interaction to its answer, and the one catch: the promise is fulfilled whatever happens.
 * @param library read anew for each interaction, so that the corpus can be swapped in one step
 */
export function makeDispatch(commands: readonly AnyCommand[], library: () => Library, ids: CommandIds, log: Logger) {
	const typed = commands.filter((command): command is Command => 'run' in command);
	const registry = new Map(typed.map((command) => [command.body.name, command]));
	const onMessages = new Map(commands.flatMap((one) => ('read' in one ? [[one.body.name, one] as const] : [])));
	const buttons = new Map(typed.flatMap((command) => Object.entries(command.buttons ?? {})));

	async function answer(interaction: Interaction): Promise<void> {
		const context = { ...library(), say: sayIn(interaction.locale, ids), chance: Math.random() };
		if (interaction.isAutocomplete()) await complete(interaction, registry.get(interaction.commandName), context);
		else if (interaction.isChatInputCommand())
			await run(interaction, registry.get(interaction.commandName), context, log);
		else if (interaction.isMessageContextMenuCommand())
			await read(interaction, onMessages.get(interaction.commandName), context);
		else if (interaction.isButton()) await press(interaction, buttons, context);
		else if (interaction.isRepliable()) await sayUnknown(interaction, context);
	}

	return async (interaction: Interaction): Promise<void> => {
		try {
			await answer(interaction);
		} catch (error) {
			log.error({ ...about(interaction), error: withoutTokens(error, interaction) }, 'interaction failed');
			await apologise(interaction, error, log);
		}
	};
}

async function run(
	interaction: ChatInputCommandInteraction,
	command: Command | undefined,
	context: Context,
	log: Logger,
) {
	if (!command) return sayUnknown(interaction, context);
	const args = readArgs(command.body, interaction.options.data);
	const hidden = interaction.options.getBoolean('hide') ?? false;
	const reply = await inTime(interaction, command.run(args, context), hidden);
	await sendWithThread(interaction, reply, context.say, log);
}

async function read(
	interaction: MessageContextMenuCommandInteraction,
	command: MessageCommand | undefined,
	context: Context,
) {
	if (!command) return sayUnknown(interaction, context);
	await send(interaction, command.read(interaction.targetMessage.content, context), context.say);
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

const withoutTokens = (error: unknown, { token, client }: Interaction) => loggable(error, token, client.token ?? '');

/**
 * Says that it failed, in a sentence that gives nothing away but the number under which the log has the cause. What is
 * typed gets no sentence, but no choices at once instead of a wait for them.
 */
async function apologise(interaction: Interaction, error: unknown, log: Logger): Promise<void> {
	if (OVER.has((error as { code?: unknown } | null | undefined)?.code)) return;
	const say = sayIn(interaction.locale);
	const text = say(error instanceof NotVerbatimError ? 'notVerbatimText' : 'failedText', { id: interaction.id });
	try {
		if (interaction.isRepliable()) await send(interaction, miss(say.plain('failed'), text), say);
		else if (interaction.isAutocomplete() && !interaction.responded) await interaction.respond([]);
	} catch (second) {
		log.error({ ...about(interaction), error: withoutTokens(second, interaction) }, 'the apology failed too');
	}
}
