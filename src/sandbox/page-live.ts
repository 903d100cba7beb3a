import { type APIApplicationCommand, InteractionType } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { LineError } from './line.ts';
import type { Member } from './member.ts';
import { toApi } from './messages.ts';
import type { ChannelView, MessageView, Pending, ServerEvent } from './page/protocol.ts';
import { type Actor, act, isOpenTo, pageRequest } from './page-actions.ts';
import type { Reply } from './reply.ts';
import type { Channel, Interaction, Message, World } from './state.ts';

/** What all open pages share. */
export type Shared = { members: readonly Member[]; forms: Map<string, Reply>; dismissed: Set<string> };

/** Shows one page the world as the member sees it, keeps it up to date, and does what it asks. */
export function serveLive(world: World, shared: Shared, member: Member, socket: WebSocket): void {
	const send = (event: ServerEvent) => socket.send(JSON.stringify(event));
	const sees = (message: Message) =>
		(!message.onlyFor || message.onlyFor === member.user.id) && !shared.dismissed.has(message.id);
	const listen = watch(world, member, sees, send);
	for (const [event, listener] of listen) world.events.on(event, listener as never);
	socket.on('close', () => {
		for (const [event, listener] of listen) world.events.off(event, listener as never);
	});
	const dismiss = (message: Message) => {
		shared.dismissed.add(message.id);
		send({ kind: 'gone', channel: message.channel_id, message: message.id });
	};
	const actor: Actor = { world, member, forms: shared.forms, dismiss };
	socket.on('message', (data) => void answer(actor, String(data), send));
	send(snapshot(world, shared, member, sees));
}

async function answer(actor: Actor, data: string, send: (event: ServerEvent) => void): Promise<void> {
	const read = pageRequest.safeParse(parse(data));
	if (!read.success) return;
	const { id, action } = read.data;
	try {
		const choices = await act(actor, action);
		send({ kind: 'answer', id, ...(choices && { choices }) });
	} catch (error) {
		if (!(error instanceof LineError)) console.error(error);
		send({ kind: 'answer', id, error: error instanceof LineError ? error.message : 'Something went wrong here' });
	}
}

function parse(data: string): unknown {
	try {
		return JSON.parse(data);
	} catch {
		return undefined;
	}
}

type Sees = (message: Message) => boolean;

function snapshot(world: World, { members }: Shared, member: Member, sees: Sees): ServerEvent {
	const channels = [...world.channels.values()].filter((channel) => isOpenTo(member, channel));
	const waiting = [...world.interactions.values()].filter(
		(one) => one.user.id === member.user.id && one.response === undefined && !one.dead,
	);
	return {
		kind: 'world',
		server: world.guild.name,
		bot: world.bot,
		me: member.user,
		members: members.map(({ user }) => user),
		people: [...world.users.values()],
		channels: channels.map(viewChannel),
		commands: offers(world, member),
		messages: channels.flatMap(({ messages }) => [...messages.values()].filter(sees).map(viewMessage)),
		pending: waiting.filter(isShown).map(viewPending),
	};
}

type Listener = [event: string, listener: (...args: never[]) => void];

function watch(world: World, member: Member, sees: Sees, send: (event: ServerEvent) => void): Listener[] {
	const mine = (interaction: Interaction) => interaction.user.id === member.user.id && isShown(interaction);
	const message = (one: Message, change: string, channel: Channel) => {
		if (!sees(one) || !isOpenTo(member, channel)) return;
		if (change === 'delete') send({ kind: 'gone', channel: channel.id, message: one.id });
		else send({ kind: 'message', message: viewMessage(one) });
	};
	const commands = () => send({ kind: 'commands', commands: offers(world, member) });
	const channel = (one: Channel) => {
		if (!isOpenTo(member, one)) return;
		send({ kind: 'channel', channel: viewChannel(one) });
		commands();
	};
	const interaction = (one: Interaction) => {
		if (mine(one)) send({ kind: 'pending', pending: viewPending(one) });
	};
	const response = (one: Interaction) => {
		if (mine(one)) send({ kind: 'settled', id: one.id, failed: one.dead, ...(one.modal && { modal: one.modal }) });
	};
	return Object.entries({ message, commands, channel, interaction, response }) as unknown as Listener[];
}

function isShown({ type }: Interaction): boolean {
	return type !== InteractionType.ApplicationCommandAutocomplete;
}

function offers(world: World, member: Member): Record<string, APIApplicationCommand[]> {
	const channels = [...world.channels.values()].filter((channel) => isOpenTo(member, channel));
	return Object.fromEntries(channels.map((channel) => [channel.id, member.commands({ in: channel })]));
}

function viewChannel({ id, kind, name, parentId }: Channel): ChannelView {
	return { id, kind, name, ...(parentId && { parentId }) };
}

function viewMessage(message: Message): MessageView {
	return { ...toApi(message), ...(message.onlyFor && { onlyYou: true }) };
}

function viewPending({ id, channel, payload }: Interaction): Pending {
	const { data, message } = payload as { data?: { name?: string; custom_id?: string }; message?: { id: string } };
	return {
		id,
		channel: channel.id,
		...(data?.name && { name: data.name }),
		...(message && data?.custom_id && { message: message.id, customId: data.custom_id }),
	};
}
