import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { subscribe } from './dispatch.ts';
import type { Faults } from './faults.ts';
import { type Connection, goOn, leave, start } from './session.ts';
import type { Session, World } from './state.ts';

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

const frame = z.object({ op: z.number().int(), d: z.unknown().optional() });
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
			if (isRefused(faults)) {
				if (faults.refusal === undefined) socket.destroy();
				else socket.end(`HTTP/1.1 ${faults.refusal} Refused\r\nConnection: close\r\n\r\n`);
			} else server.handleUpgrade(request, socket, head, (ws) => server.emit('connection', ws, request));
		},
		close(code = 4000) {
			for (const { socket } of connections) socket.close(code);
		},
		cut() {
			for (const { socket } of connections) socket.terminate();
		},
		reconnect() {
			for (const { send } of connections) send(Op.Reconnect, null);
		},
		invalidate(resumable) {
			for (const connection of connections) {
				if (connection.session) leave(connection, connection.session, resumable);
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

const isRefused = ({ refuseConnections: refuse }: Faults) => (typeof refuse === 'function' ? refuse() : refuse);

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
		// A client that closes with 1000 or 1001 gives its session up.
		leave(connection, session, code !== 1000 && code !== 1001);
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
