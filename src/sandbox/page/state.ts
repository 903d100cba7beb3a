import type { Modal } from '../message-body.ts';
import type { Composer } from './composer-state.ts';
import type { ChannelView, MessageView, Pending, ServerEvent, World } from './protocol.ts';

type Menu = { message: string; x: number; y: number; apps: boolean };
export type Form = { interaction: string; modal: Modal };
/** A command that nobody answered, shown where its reply would have stood. */
export type Failure = Pending;

export type State = {
	world?: World;
	online: boolean;
	/** The channel that is shown. */
	channel?: string;
	failures: Failure[];
	/** Messages below which a button or menu failed. */
	broken: Set<string>;
	unread: Set<string>;
	composer: Composer;
	menu?: Menu | undefined;
	form?: Form | undefined;
	/** On a narrow screen, whether the list of channels is shown. */
	drawer: boolean;
};

/** The state with what the local Discord told taken in. */
export function take(state: State, event: ServerEvent): void {
	if (event.kind === 'world') {
		state.world = event;
		if (!event.channels.some(({ id }) => id === state.channel)) delete state.channel;
		state.channel ??= event.channels[0]?.id ?? '';
		return;
	}
	const { world } = state;
	if (!world) return;
	if (event.kind === 'commands') world.commands = event.commands;
	else if (event.kind === 'channel') world.channels = [...without(world.channels, event.channel.id), event.channel];
	else if (event.kind === 'message') takeMessage(state, world, event.message);
	else if (event.kind === 'gone') world.messages = without(world.messages, event.message);
	else if (event.kind === 'pending') {
		world.pending = [...world.pending, event.pending];
		if (event.pending.message) state.broken.delete(event.pending.message);
	} else if (event.kind === 'settled') settle(state, world, event);
}

/** A message takes the place of the command that it answers at once: that the command is settled is told after it. */
function takeMessage(state: State, world: World, message: MessageView): void {
	const answered = message.interaction_metadata?.id;
	if (answered) world.pending = without(world.pending, answered);
	const at = world.messages.findIndex(({ id }) => id === message.id);
	if (at >= 0) world.messages = world.messages.with(at, message);
	else {
		world.messages = [...world.messages, message];
		if (message.channel_id !== state.channel) state.unread.add(message.channel_id);
	}
}

function settle(state: State, world: World, event: Extract<ServerEvent, { kind: 'settled' }>): void {
	const pending = world.pending.find(({ id }) => id === event.id);
	world.pending = without(world.pending, event.id);
	if (event.failed && pending?.message) state.broken.add(pending.message);
	else if (event.failed && pending) state.failures = [...state.failures, pending];
	if (event.modal && pending) state.form = { interaction: event.id, modal: event.modal };
}

function without<T extends { id: string }>(all: readonly T[], id: string): T[] {
	return all.filter((one) => one.id !== id);
}

export function channelOf({ world, channel }: State): ChannelView | undefined {
	return world?.channels.find(({ id }) => id === channel);
}

/** What a channel is called in a sentence. */
export function titleOf(world: World, { kind, name }: ChannelView): string {
	return kind === 'dm' ? world.bot.username : name;
}
