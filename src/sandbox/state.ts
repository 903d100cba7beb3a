import type { EventEmitter } from 'node:events';
import {
	type APIApplicationCommand,
	type APIInteraction,
	type APIMessage,
	type APIRole,
	type APIUser,
	InteractionResponseType,
	type InteractionType,
} from 'discord-api-types/v10';
import type { Modal } from './message-body.ts';

export type SentFile = { name: string; contentType: string; bytes: Uint8Array };

/** Whom a message notifies when it is sent. */
export type Pings = { everyone: boolean; users: string[]; roles: string[] };

/** A message as Discord's API gives it, with what only this Discord knows. It is edited in place. */
export type Message = APIMessage & {
	pings: Pings;
	/** The files sent with it, in the order of `attachments`. */
	files: SentFile[];
	/** The only person who sees it; absent for a message that the whole channel sees. */
	onlyFor?: string;
	deleted: boolean;
};

/**
 * Where people talk. `server`: a channel of the server the bot is in, `thread`: one of its threads, `dm`: with the bot,
 * `private`: a conversation of people without the bot, who have installed it for themselves, `elsewhere`: a channel
 * of a server that it is not in, likewise.
 */
export type Channel = {
	id: string;
	kind: 'server' | 'thread' | 'dm' | 'private' | 'elsewhere';
	name: string;
	guildId?: string;
	parentId?: string;
	ownerId?: string;
	createdAt: string;
	/** Who is in it, for `dm` and `private`. */
	recipients: APIUser[];
	/** What the bot may do here; `elsewhere`, what people may. */
	botPermissions: bigint;
	messages: Map<string, Message>;
};

/** One interaction and what became of it. */
export type Interaction = {
	id: string;
	token: string;
	type: InteractionType;
	payload: APIInteraction;
	channel: Channel;
	user: APIUser;
	createdAt: number;
	/** Nobody waits for a first response any more. */
	dead: boolean;
	/** Milliseconds until the accepted first response. */
	acknowledged?: number;
	response?: InteractionResponseType;
	/** The first response, or the message whose component was pressed once the press is answered. */
	original?: Message;
	followUps: Message[];
	choices?: { name: string; value: string | number }[];
	modal?: Modal;
};

/** One REST request as it came in and was answered. */
export type RequestRecord = {
	method: string;
	/** Without the query; holds tokens. */
	path: string;
	/** As Discord's description writes it (`/channels/{channel_id}/messages`); absent for an unknown address. */
	route?: string;
	query: Record<string, string>;
	contentType?: string;
	/** The JSON body, of a multipart request its `payload_json`. */
	body?: unknown;
	files: SentFile[];
	status?: number;
	response?: unknown;
};

export type Session = {
	id: string;
	intents: number;
	shard: [id: number, count: number];
	seq: number;
	/** Every event since IDENTIFY, for RESUME. */
	events: { s: number; t: string; d: unknown }[];
	connected: boolean;
	resumes: number;
};

/** What happens in the sandbox, for the gateway, the members, and whoever shows it. */
type Events = {
	message: [message: Message, change: 'create' | 'update' | 'delete', channel: Channel];
	/** A channel of the server, or a thread in it, was made. */
	channel: [channel: Channel];
	interaction: [interaction: Interaction];
	/** The interaction was answered, followed up, its answer edited, or given up. */
	response: [interaction: Interaction];
	commands: [];
	session: [session: Session, change: 'ready' | 'resumed' | 'closed'];
	request: [request: RequestRecord];
};

export type World = {
	token: string;
	/** `http://127.0.0.1:PORT`, known once the server listens. */
	origin: string;
	bot: APIUser;
	/** Privileged intents that are switched on in the developer portal. */
	privilegedIntents: number;
	ackTimeout: number;
	tokenLifetime: number;
	/** Milliseconds that a member looks at "thinking…". */
	thinkingTimeout: number;
	/** A server that the bot is not in. */
	otherGuildId: string;
	guild: { id: string; name: string; locale: string; ownerId: string; roles: APIRole[] };
	users: Map<string, APIUser>;
	channels: Map<string, Channel>;
	interactions: Map<string, Interaction>;
	/** The same by their tokens. */
	tokens: Map<string, Interaction>;
	/** By guild id, the global ones under `''`, each in the order in which Discord returns them. */
	commands: Map<string, APIApplicationCommand[]>;
	commandCreates: number;
	/** Sessions started today, of 1,000. */
	identifies: number;
	requests: RequestRecord[];
	sessions: Session[];
	events: EventEmitter<Events>;
};

/** Only these wait to be filled by an edit or a follow-up; one that was deleted waits no more. */
export function isThinking({ response, original }: Interaction): boolean {
	const deferred = response === InteractionResponseType.DeferredChannelMessageWithSource;
	return deferred && !original?.deleted && Boolean((original?.flags ?? 0) & 128);
}
