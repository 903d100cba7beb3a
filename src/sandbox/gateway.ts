import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayIntentBits as Intent, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { subscribe } from './dispatch.ts';
import type { Faults } from './faults.ts';
import { guildCreate } from './guild.ts';
import { applicationFlags } from './identity-routes.ts';
import { shardOf, snowflake } from './snowflake.ts';
import type { Session, World } from './state.ts';

const privileged = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
const known = Object.values(Intent).reduce<number>((sum, bit) => (typeof bit === 'number' ? sum | bit : sum), 0);
const sendsAMinute = 120;

export type Gateway = {
	handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Closes every connection with a code (4000 unless told). */
	close(code?: number): void;
	/** Cuts every connection without a close frame. */
	cut(): void;
	/** Asks every client to come back and resume. */
	reconnect(): void;
	/** Declares every session invalid; not resumable ones are forgotten. */
	invalidate(resumable: boolean): void;
	end(): void;
};

type Connection = {
	world: World;
	faults: Faults;
	socket: WebSocket;
	session?: Session;
	/** Which connection a session speaks through. */
	holders: Map<Session, Connection>;
	send(op: Op, d: unknown, more?: object): void;
};

const frame = z.object({ op: z.number().int(), d: z.unknown().optional() });
const identify = z.object({
	token: z.string(),
	properties: z.looseObject({}),
	intents: z.number().int(),
	shard: z.tuple([z.number().int(), z.number().int()]).nullish(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });

/** The gateway v10: JSON over WebSocket, uncompressed. */
export function createGateway(world: World, faults: Faults, heartbeatInterval: number): Gateway {
	const server = new WebSocketServer({ noServer: true, maxPayload: 4096 * 16 });
	const holders = new Map<Session, Connection>();
	const connections = new Set<Connection>();
	server.on('connection', (socket) => {
		const send: Connection['send'] = (op, d, more) => {
			if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ op, d, s: null, t: null, ...more }));
		};
		const connection: Connection = { world, faults, socket, holders, send };
		connections.add(connection);
		socket.on('close', () => connections.delete(connection));
		accept(connection, heartbeatInterval);
	});
	const unsubscribe = subscribe(world, (session, t, d) => {
		const event = { s: ++session.seq, t, d };
		session.events.push(event);
		holders.get(session)?.send(Op.Dispatch, d, event);
	});
	return {
		handleUpgrade(request, socket, head) {
			if (faults.refuseConnections) socket.destroy();
			else server.handleUpgrade(request, socket, head, (ws) => server.emit('connection', ws, request));
		},
		close: (code = 4000) => connections.forEach(({ socket }) => socket.close(code)),
		cut: () => connections.forEach(({ socket }) => socket.terminate()),
		reconnect: () => connections.forEach(({ send }) => send(Op.Reconnect, null)),
		invalidate(resumable) {
			for (const connection of connections) {
				if (connection.session && !resumable) forget(connection, connection.session);
				connection.send(Op.InvalidSession, resumable);
			}
		},
		end() {
			unsubscribe();
			for (const { socket } of connections) socket.terminate();
			server.close();
		},
	};
}

function accept(connection: Connection, heartbeatInterval: number): void {
	const { socket, holders, send } = connection;
	let received = 0;
	let alive: NodeJS.Timeout;
	const beat = () => {
		clearTimeout(alive);
		alive = setTimeout(() => socket.close(4009, 'Session timed out.'), heartbeatInterval * 2);
	};
	const minute = setInterval(() => (received = 0), 60_000);
	beat();
	socket.on('error', () => socket.terminate());
	socket.on('close', (code) => {
		clearTimeout(alive);
		clearInterval(minute);
		const { session } = connection;
		if (!session || holders.get(session) !== connection) return;
		holders.delete(session);
		session.connected = false;
		// A client that closes with 1000 or 1001 gives its session up.
		if (code === 1000 || code === 1001) forget(connection, session);
		connection.world.events.emit('session', session, 'closed');
	});
	socket.on('message', (data, binary) => {
		if (++received > sendsAMinute) return socket.close(4008, 'You are being rate limited.');
		const payload = binary ? undefined : readFrame(String(data));
		if (!payload) return socket.close(4002, 'Error while decoding payload.');
		if (payload.op === Op.Heartbeat) beat();
		receive(connection, payload.op, payload.d);
	});
	send(Op.Hello, { heartbeat_interval: heartbeatInterval, _trace: ['sandbox'] });
}

function readFrame(text: string): z.output<typeof frame> | undefined {
	try {
		return frame.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

function receive(connection: Connection, op: number, d: unknown): void {
	const { socket, session, faults, send } = connection;
	switch (op) {
		case Op.Heartbeat:
			if (!faults.silentHeartbeats) send(Op.HeartbeatAck, null);
			return;
		case Op.Identify:
			if (session) return socket.close(4005, 'Already authenticated.');
			return start(connection, d);
		case Op.Resume:
			if (session) return socket.close(4005, 'Already authenticated.');
			return goOn(connection, d);
		case Op.PresenceUpdate:
		case Op.VoiceStateUpdate:
		case Op.RequestGuildMembers:
		case Op.RequestSoundboardSounds:
			if (!session) socket.close(4003, 'Not authenticated.');
			return;
		default:
			socket.close(4001, 'Unknown opcode.');
	}
}

/** IDENTIFY. */
function start(connection: Connection, d: unknown): void {
	const { world, socket, holders, send } = connection;
	const given = identify.safeParse(d).data;
	if (!given) return socket.close(4002, 'Error while decoding payload.');
	const { token, intents, shard } = given;
	const [id, count] = shard ?? [0, 1];
	if (token.replace(/^Bot /, '') !== world.token) return socket.close(4004, 'Authentication failed.');
	if (count < 1 || id < 0 || id >= count) return socket.close(4010, 'Invalid shard.');
	if (intents < 0 || intents & ~known) return socket.close(4013, 'Invalid intent(s).');
	if (intents & privileged & ~world.privilegedIntents) return socket.close(4014, 'Disallowed intent(s).');
	world.identifies++;
	const session: Session = {
		id: snowflake(),
		intents,
		shard: [id, count],
		seq: 0,
		events: [],
		connected: true,
		resumes: 0,
	};
	connection.session = session;
	holders.set(session, connection);
	world.sessions.push(session);
	const say = (t: string, data: unknown) => {
		const event = { s: ++session.seq, t, d: data };
		session.events.push(event);
		send(Op.Dispatch, data, event);
	};
	say('READY', readyOf(world, session));
	if (intents & Intent.Guilds && inShard(world, session)) say('GUILD_CREATE', guildCreate(world));
	world.events.emit('session', session, 'ready');
}

function inShard({ guild }: World, { shard: [id, count] }: Session): boolean {
	return shardOf(guild.id, count) === id;
}

function readyOf(world: World, session: Session): Record<string, unknown> {
	return {
		v: 10,
		user: { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
		user_settings: {},
		guilds: inShard(world, session) ? [{ id: world.guild.id, unavailable: true }] : [],
		session_id: session.id,
		session_type: 'normal',
		resume_gateway_url: `${world.origin.replace('http', 'ws')}/gateway`,
		shard: session.shard,
		application: { id: world.bot.id, flags: applicationFlags(world.privilegedIntents) },
		relationships: [],
		private_channels: [],
		presences: [],
		guild_join_requests: [],
		geo_ordered_rtc_regions: [],
		_trace: ['sandbox'],
	};
}

/** RESUME: what was missed comes again, or the session is declared invalid. */
function goOn(connection: Connection, d: unknown): void {
	const { world, socket, holders, send } = connection;
	const given = resume.safeParse(d).data;
	if (!given) return socket.close(4002, 'Error while decoding payload.');
	if (given.token.replace(/^Bot /, '') !== world.token) return socket.close(4004, 'Authentication failed.');
	const session = world.sessions.find(({ id }) => id === given.session_id);
	if (!session) return send(Op.InvalidSession, false);
	if (given.seq > session.seq) return socket.close(4007, 'Invalid seq.');
	holders.get(session)?.socket.close(4000, 'Resumed elsewhere.');
	connection.session = session;
	holders.set(session, connection);
	session.connected = true;
	session.resumes++;
	for (const event of session.events.filter(({ s }) => s > given.seq)) send(Op.Dispatch, event.d, event);
	const event = { s: ++session.seq, t: 'RESUMED', d: { _trace: ['sandbox'] } };
	session.events.push(event);
	send(Op.Dispatch, event.d, event);
	world.events.emit('session', session, 'resumed');
}

function forget(connection: Connection, session: Session): void {
	const { world, holders } = connection;
	world.sessions = world.sessions.filter((other) => other !== session);
	holders.delete(session);
	session.connected = false;
	delete connection.session;
}
