import type {
	AutocompleteInteraction,
	ChatInputCommandInteraction,
	Interaction,
	MessageContextMenuCommandInteraction,
	RepliableInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import { readArgs } from './args.ts';
import type { AnyCommand, Command, Context, Library, MessageCommand } from './command.ts';
import { cut, LIMITS } from './limits.ts';
import { loggable } from './log.ts';
import { type Asked, isAnswered, isOver, type Observer, observed } from './observer.ts';
import { inTime } from './patience.ts';
import { EDGE_BUTTONS, press } from './press.ts';
import { NotVerbatimError } from './render.ts';
import { miss, type Reply } from './reply.ts';
import { isPassing } from './retry.ts';
import { type CommandIds, sayIn } from './say.ts';
import { makeSeen } from './seen.ts';
import { send } from './send.ts';
import { sendWithThread } from './thread.ts';

/**
 * The one way from an interaction to its answer, and the one catch: the promise is fulfilled whatever happens.
 * @param library read anew for each interaction, so that the corpus can be swapped in one step
 */
export function makeDispatch(
	commands: readonly AnyCommand[],
	library: () => Library,
	ids: CommandIds,
	log: Logger,
	observer: Observer,
) {
	const typed = commands.filter((command): command is Command => 'run' in command);
	const registry = new Map(typed.map((command) => [command.body.name, command]));
	const onMessages = new Map(commands.flatMap((one) => ('read' in one ? [[one.body.name, one] as const] : [])));
	const buttons = new Map(typed.flatMap((command) => Object.entries(command.buttons ?? {})));

	async function answer(interaction: Interaction): Promise<Reply | undefined> {
		const context = { ...library(), say: sayIn(interaction.locale, ids), chance: Math.random() };
		if (interaction.isAutocomplete()) return complete(interaction, registry.get(interaction.commandName), context);
		if (interaction.isChatInputCommand()) return run(interaction, registry.get(interaction.commandName), context, log);
		if (interaction.isMessageContextMenuCommand())
			return read(interaction, onMessages.get(interaction.commandName), context);
		if (interaction.isButton()) return press(interaction, buttons, context, log);
		return interaction.isRepliable() ? sayUnknown(interaction, context) : undefined;
	}

	/** Only names that are ours: whatever else may come in must not become a name. */
	function asked(interaction: Interaction): Asked {
		const named = (way: Asked['way'], name: string | undefined, ours: { has(name: string): boolean }): Asked => ({
			way,
			name: name !== undefined && ours.has(name) ? name : 'unknown',
		});
		if (interaction.isAutocomplete()) return named('autocomplete', interaction.commandName, registry);
		if (interaction.isMessageContextMenuCommand()) return named('message command', interaction.commandName, onMessages);
		if (interaction.isCommand()) return named('command', interaction.commandName, registry);
		const name = interaction.isButton() ? interaction.customId.split(':')[0] : undefined;
		return named('button', name, EDGE_BUTTONS.has(name ?? '') ? EDGE_BUTTONS : buttons);
	}

	const seen = makeSeen();
	return async (interaction: Interaction): Promise<void> => {
		if (seen(interaction.id)) return log.info(about(interaction), 'an interaction came twice');
		try {
			await observed(observer, asked(interaction), () => answer(interaction));
		} catch (error) {
			if (isAnswered(error)) return log.info(about(interaction), 'an interaction was answered already');
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
	return sendWithThread(interaction, reply, context.say, log);
}

async function read(
	interaction: MessageContextMenuCommandInteraction,
	command: MessageCommand | undefined,
	context: Context,
) {
	if (!command) return sayUnknown(interaction, context);
	const { content, messageSnapshots, url } = interaction.targetMessage;
	// Of a message that was forwarded the text stands in what was forwarded.
	const text = content || (messageSnapshots.first()?.content ?? '');
	return send(interaction, command.read({ text, url }, context), context.say);
}

const sayUnknown = (interaction: RepliableInteraction, { say }: Context) =>
	send(interaction, miss(say.plain('unknownCommand'), say('unknownCommandText')), say);

async function complete(
	interaction: AutocompleteInteraction,
	command: Command | undefined,
	context: Context,
): Promise<undefined> {
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
	// A first response that did not reach Discord in time is not reached by an apology either; a deferred one can be
	// filled for a quarter of an hour.
	const deferred = interaction.isRepliable() && interaction.deferred;
	if (isOver(error) || (isPassing(error) && !deferred)) return;
	const say = sayIn(interaction.locale);
	const text = say(error instanceof NotVerbatimError ? 'notVerbatimText' : 'failedText', { id: interaction.id });
	try {
		if (interaction.isRepliable()) await send(interaction, miss(say.plain('failed'), text), say);
		else if (interaction.isAutocomplete() && !interaction.responded) await interaction.respond([]);
	} catch (second) {
		log.error({ ...about(interaction), error: withoutTokens(second, interaction) }, 'the apology failed too');
	}
}
