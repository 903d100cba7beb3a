import type { APIApplicationCommand, APIMessage, APIUser } from 'discord-api-types/v10';
import type { Modal } from '../message-body.ts';

/** What the page and the local Discord tell each other over their WebSocket. */

export type ChannelView = {
	id: string;
	kind: 'server' | 'thread' | 'dm' | 'private' | 'elsewhere';
	name: string;
	parentId?: string;
};

/** A message as the member sees it; `onlyYou` where nobody else does. */
export type MessageView = APIMessage & { onlyYou?: true };

/** An interaction that has no first response yet; `message` and `customId` where a component of a message was used. */
export type Pending = { id: string; channel: string; name?: string; message?: string; customId?: string };

export type Commands = Record<string, APIApplicationCommand[]>;
export type Choice = { name: string; value: string | number };

export type World = {
	kind: 'world';
	server: string;
	bot: APIUser;
	me: APIUser;
	/** Those whom the page can act as. */
	members: APIUser[];
	/** Everybody, for mentions. */
	people: APIUser[];
	channels: ChannelView[];
	/** The commands offered in each channel. */
	commands: Commands;
	messages: MessageView[];
	pending: Pending[];
};

export type ServerEvent =
	| World
	| { kind: 'channel'; channel: ChannelView }
	| { kind: 'commands'; commands: Commands }
	| { kind: 'message'; message: MessageView }
	| { kind: 'gone'; channel: string; message: string }
	| { kind: 'pending'; pending: Pending }
	| { kind: 'settled'; id: string; failed: boolean; modal?: Modal }
	| { kind: 'answer'; id: number; error?: string; choices?: Choice[] };

/** One option of a command, as it stands in its field. */
export type Value = { name: string; raw: string };
export type Typed = { channel: string; command: string; path: string[]; values: Value[] };

export type Action =
	| ({ do: 'type' } & Typed)
	/** The last of the values is being typed. */
	| ({ do: 'complete' } & Typed)
	| { do: 'post'; channel: string; text: string; replyTo?: string }
	| { do: 'press'; channel: string; message: string; customId: string }
	| { do: 'select'; channel: string; message: string; customId: string; values: string[] }
	| { do: 'use'; channel: string; message: string; name: string }
	| { do: 'submit'; interaction: string; values: Record<string, string> }
	| { do: 'dismiss'; channel: string; message: string };

export type PageRequest = { id: number; action: Action };
