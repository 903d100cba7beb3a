import {
	type APIApplicationCommand,
	type APIUser,
	ApplicationCommandType,
	InteractionType,
} from 'discord-api-types/v10';
import { registered } from './commands.ts';
import { componentsOf, findComponent } from './components-of.ts';
import { dmWith } from './identity-routes.ts';
import { contextOf, ownersOf, sendInteraction } from './interact.ts';
import { LineError, readLine, titleOf } from './line.ts';
import { createMessage, toApi } from './messages.ts';
import { awaitReply, type Reply } from './reply.ts';
import { type Channel, type Message, type World } from './state.ts';
import { valuesOf, valuesWhileTyping } from './values.ts';

export type Choice = { name: string; value: string | number };
export type In = { in?: Channel };

/** A person in the server, and all that a person can do to a bot. */
export type Member = {
	readonly user: APIUser;
	readonly locale: string;
	/** This person's conversation with the bot. */
	readonly dm: Channel;
	/** Types a slash command: `/ask question: what did they find? hide: True`. */
	type(line: string, where?: In): Promise<Reply>;
	/** The choices shown while the last option of a line is typed. */
	complete(line: string, where?: In): Promise<Choice[]>;
	/** Presses a button, by its label or custom_id. */
	press(message: Message | undefined, button: string): Promise<Reply>;
	/** Chooses from a select menu, by its placeholder or custom_id. */
	select(message: Message | undefined, menu: string, values: string[]): Promise<Reply>;
	/** Presses a button that the message does not have: a stale or forged custom_id. */
	forge(message: Message, customId: string): Promise<Reply>;
	/** Uses a message command (Apps > name) on a message. */
	useOn(message: Message, name: string): Promise<Reply>;
	/** Fills in and submits the modal of a reply; values by custom_id. */
	submit(reply: Reply, values: Record<string, string>): Promise<Reply>;
	/** Posts a message; `@name` of a person or the bot becomes a mention. */
	post(text: string, where?: In & { replyTo?: Message }): Message;
	/** Posts a message and waits for the bot's message in return; undefined if none comes within `within` ms (1000). */
	say(text: string, where?: In & { replyTo?: Message; within?: number }): Promise<Message | undefined>;
};

type Person = { user: APIUser; locale: string; installed: boolean };

export function createMember(world: World, person: Person, home: Channel): Member {
	const { user, locale } = person;
	const send = (
		channel: Channel,
		type: InteractionType,
		data: unknown,
		more: { message?: unknown; owners?: Record<string, string> } = {},
	) => awaitReply(world, sendInteraction(world, { type, user, channel, locale, data, ...more }));
	const component = (message: Message, data: object) => {
		const owners = message.interaction_metadata?.authorizing_integration_owners as Record<string, string> | undefined;
		return send(channelOf(world, message, user), InteractionType.MessageComponent, data, {
			message: toApi(message),
			...(owners && { owners }),
		});
	};
	return {
		user,
		locale,
		dm: dmWith(world, user.id),
		type(line, { in: channel = home } = {}) {
			return attempt(() => {
				const read = readLine(line, commandsIn(world, person, channel), locale);
				const data = dataOf(read.command, valuesOf(world, read, locale));
				return send(channel, InteractionType.ApplicationCommand, data, {
					owners: ownersIn(person, channel, read.command),
				});
			});
		},
		async complete(line, { in: channel = home } = {}) {
			const read = readLine(line, commandsIn(world, person, channel), locale);
			const option = read.fields.at(-1)?.option;
			if (!option) throw new LineError(`${titleOf(read)}: no option is being typed`);
			if ('choices' in option && option.choices) return option.choices.map(({ name, value }) => ({ name, value }));
			if (!('autocomplete' in option) || !option.autocomplete) return [];
			const data = dataOf(read.command, valuesWhileTyping(world, read, locale));
			const owners = ownersIn(person, channel, read.command);
			const reply = await send(channel, InteractionType.ApplicationCommandAutocomplete, data, { owners });
			if (!reply.choices) throw new LineError('Loading options failed');
			return reply.choices;
		},
		press: (message, button) =>
			attempt(() => {
				const found = findComponent(seen(message, user), button, 'button');
				return component(seen(message, user), { component_type: found.type, custom_id: found.custom_id, id: found.id });
			}),
		select: (message, menu, values) =>
			attempt(() => {
				const found = findComponent(seen(message, user), menu, 'menu');
				return component(seen(message, user), {
					component_type: found.type,
					custom_id: found.custom_id,
					id: found.id,
					values,
				});
			}),
		forge: (message, custom_id) =>
			attempt(() => component(seen(message, user), { component_type: 2, custom_id, id: 1 })),
		useOn(message, name) {
			return attempt(() => {
				const channel = channelOf(world, message, user);
				const commands = commandsIn(world, person, channel).filter(
					({ type }) => type === ApplicationCommandType.Message,
				);
				const command = commands.find((one) => one.name === name);
				if (!command)
					throw new LineError(
						`There is no message command "${name}". There are: ${commands.map((one) => one.name).join(', ') || 'none'}`,
					);
				const target = seen(message, user);
				const data = {
					...dataOf(command, {}),
					target_id: target.id,
					resolved: { messages: { [target.id]: toApi(target) } },
				};
				return send(channel, InteractionType.ApplicationCommand, data, { owners: ownersIn(person, channel, command) });
			});
		},
		submit(reply, values) {
			return attempt(() => {
				const { modal, interaction } = reply;
				if (!modal) throw new LineError('There is no form to submit');
				const components = componentsOf(modal.components).map(({ custom_id, id }) => ({
					type: 1,
					components: [{ type: 4, id, custom_id, value: values[custom_id ?? ''] ?? '' }],
				}));
				return send(interaction.channel, InteractionType.ModalSubmit, { custom_id: modal.custom_id, components });
			});
		},
		post: (text, { in: channel = home, replyTo } = {}) => post(world, user, channel, text, replyTo),
		say(text, { in: channel = home, replyTo, within = 1000 } = {}) {
			return new Promise((resolve) => {
				let asked: Message | undefined;
				const done = (message?: Message) => {
					clearTimeout(timer);
					world.events.off('message', listen);
					resolve(message);
				};
				const listen = (message: Message, change: string) => {
					const here = change === 'create' && message.channel_id === channel.id && message.author.id === world.bot.id;
					const target = message.message_reference?.message_id;
					if (here && asked && (target === undefined || target === asked.id)) done(message);
				};
				const timer = setTimeout(done, within).unref();
				world.events.on('message', listen);
				asked = post(world, user, channel, text, replyTo);
			});
		},
	};
}

/** A refusal of the client comes as a rejection, like any other end of an attempt. */
async function attempt(run: () => Promise<Reply>): Promise<Reply> {
	return run();
}

function dataOf(command: APIApplicationCommand, more: { options?: unknown[]; resolved?: object }) {
	const { id, name, type, guild_id } = command;
	const { options = [], resolved = {} } = more;
	return {
		id,
		name,
		type,
		...(guild_id && { guild_id }),
		...(options.length > 0 && { options }),
		...(Object.keys(resolved).length > 0 && { resolved }),
	};
}

/** The commands that are offered to a person in a channel. */
export function commandsIn(
	world: World,
	{ installed }: Pick<Person, 'installed'>,
	channel: Channel,
): APIApplicationCommand[] {
	const context = contextOf(channel);
	const inServer = channel.kind !== 'private' && channel.kind !== 'elsewhere';
	return registered(world).filter(({ contexts, integration_types, guild_id }) => {
		const types: number[] = integration_types ?? [0];
		if (guild_id) return guild_id === channel.guildId;
		const fits = (inServer && types.includes(0)) || (installed && types.includes(1));
		return fits && (contexts == null || contexts.includes(context));
	});
}

function ownersIn({ user, installed }: Person, channel: Channel, { integration_types }: APIApplicationCommand) {
	const types: number[] = integration_types ?? [0];
	const owners = ownersOf(channel, user);
	if (!types.includes(0)) delete owners[0];
	return installed && types.includes(1) ? { ...owners, 1: user.id } : owners;
}

function seen(message: Message | undefined, user: APIUser): Message {
	if (!message) throw new LineError('There is no message to press a button on');
	if (message.deleted) throw new LineError('The message has been deleted');
	if (message.onlyFor && message.onlyFor !== user.id) throw new LineError('Only somebody else can see this message');
	return message;
}

function channelOf(world: World, message: Message, user: APIUser): Channel {
	const channel = world.channels.get(seen(message, user).channel_id);
	if (!channel) throw new LineError('The channel is gone');
	return channel;
}

function post(world: World, author: APIUser, channel: Channel, text: string, replyTo?: Message): Message {
	const users = [...world.users.values()];
	const content = text.replaceAll(/(?<!<)@([\p{L}\p{N}_.-]+)/gu, (whole, name: string) => {
		const user = users.find(({ username }) => username.toLowerCase() === name.toLowerCase());
		return user ? `<@${user.id}>` : /^bot$/i.test(name) ? `<@${world.bot.id}>` : whole;
	});
	const extra = replyTo && {
		type: 19,
		referenced_message: toApi(replyTo),
		message_reference: { type: 0, message_id: replyTo.id, channel_id: channel.id },
	};
	return createMessage(world, { channel, author, body: { content }, ...(extra && { extra: extra as never }) });
}
