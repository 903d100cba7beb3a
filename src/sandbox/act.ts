import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { componentsOf, findComponent } from './components-of.ts';
import { type NewInteraction, sendInteraction } from './interact.ts';
import { type Line, LineError, readLine, titleOf } from './line.ts';
import { toApi } from './messages.ts';
import { commandData, commandsIn, ownersIn, type Person } from './offer.ts';
import { awaitReply, type Reply } from './reply.ts';
import type { Channel, Message, World } from './state.ts';
import { valuesOf, valuesWhileTyping } from './values.ts';

/** Who acts, and in which world. */
export type Actor = Person & { world: World };
export type Choice = { name: string; value: string | number };

// Each is async, so that a LineError comes as a rejection like every other end.

/** A line as typed, or with its options filled in one by one. */
export async function typeLine(actor: Actor, line: string | Line, channel: Channel): Promise<Reply> {
	const { world, locale } = actor;
	const read = readFor(actor, line, channel);
	const data = commandData(read.command, valuesOf(world, read, locale));
	const owners = ownersIn(actor, channel, read.command);
	return send(actor, { channel, type: InteractionType.ApplicationCommand, data, owners });
}

export async function completeOption(actor: Actor, line: string | Line, channel: Channel): Promise<Choice[]> {
	const { world, locale } = actor;
	const read = readFor(actor, line, channel);
	const option = read.fields.at(-1)?.option;
	if (!option) throw new LineError(`${titleOf(read)}: no option is being typed`);
	if ('choices' in option && option.choices) return option.choices.map(({ name, value }) => ({ name, value }));
	if (!('autocomplete' in option) || !option.autocomplete) return [];
	const data = commandData(read.command, valuesWhileTyping(world, read, locale));
	const owners = ownersIn(actor, channel, read.command);
	const type = InteractionType.ApplicationCommandAutocomplete;
	const { choices } = await send(actor, { channel, type, data, owners });
	if (!choices) throw new LineError('Loading options failed');
	return choices;
}

/** Presses a button, or chooses `values` from a menu. */
export async function useComponent(
	actor: Actor,
	message: Message | undefined,
	name: string,
	values?: string[],
): Promise<Reply> {
	const shown = seen(actor, message);
	const { type, custom_id, id } = findComponent(shown, name, values ? 'menu' : 'button');
	return sendComponent(actor, shown, { component_type: type, custom_id, id, ...(values && { values }) });
}

export async function forgePress(actor: Actor, message: Message, custom_id: string): Promise<Reply> {
	return sendComponent(actor, seen(actor, message), { component_type: 2, custom_id, id: 1 });
}

export async function useOn(actor: Actor, message: Message, name: string): Promise<Reply> {
	const target = seen(actor, message);
	const channel = channelOf(actor.world, target);
	const offered = commandsIn(actor.world, actor.installed, channel);
	const commands = offered.filter(({ type }) => type === ApplicationCommandType.Message);
	const command = commands.find((one) => one.name === name);
	if (!command) {
		const names = commands.map((one) => one.name).join(', ') || 'none';
		throw new LineError(`There is no message command "${name}". There are: ${names}`);
	}
	const resolved = { messages: { [target.id]: toApi(target) } };
	const data = { ...commandData(command, { resolved }), target_id: target.id };
	const owners = ownersIn(actor, channel, command);
	return send(actor, { channel, type: InteractionType.ApplicationCommand, data, owners });
}

export async function submitForm(actor: Actor, reply: Reply, values: Record<string, string>): Promise<Reply> {
	const { modal, interaction } = reply;
	if (!modal) throw new LineError('There is no form to submit');
	const components = componentsOf(modal.components).map(({ custom_id = '', id }) => ({
		type: 1,
		components: [{ type: 4, id, custom_id, value: values[custom_id] ?? '' }],
	}));
	const data = { custom_id: modal.custom_id, components };
	return send(actor, { channel: interaction.channel, type: InteractionType.ModalSubmit, data });
}

function readFor({ world, locale, installed }: Actor, line: string | Line, channel: Channel): Line {
	return typeof line === 'string' ? readLine(line, commandsIn(world, installed, channel), locale) : line;
}

function sendComponent(actor: Actor, message: Message, data: object): Promise<Reply> {
	const owners = message.interaction_metadata?.authorizing_integration_owners as Record<string, string> | undefined;
	return send(actor, {
		channel: channelOf(actor.world, message),
		type: InteractionType.MessageComponent,
		data,
		message: toApi(message),
		...(owners && { owners }),
	});
}

function send({ world, user, locale }: Actor, made: Omit<NewInteraction, 'user' | 'locale'>): Promise<Reply> {
	return awaitReply(world, sendInteraction(world, { user, locale, ...made }));
}

function seen({ user }: Actor, message: Message | undefined): Message {
	if (!message) throw new LineError('There is no message to press a button on');
	if (message.deleted) throw new LineError('The message has been deleted');
	if (message.onlyFor && message.onlyFor !== user.id) throw new LineError('Only somebody else can see this message');
	return message;
}

function channelOf(world: World, { channel_id }: Message): Channel {
	const channel = world.channels.get(channel_id);
	if (!channel) throw new LineError('The channel is gone');
	return channel;
}
