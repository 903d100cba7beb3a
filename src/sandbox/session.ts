import { GatewayIntentBits as Intent, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Faults } from './faults.ts';
import { guildCreate } from './guild.ts';
import { applicationFlags } from './identity-routes.ts';
import { shardOf, snowflake } from './snowflake.ts';
import type { Session, World } from './state.ts';

const privileged = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
const known = Object.values(Intent).reduce<number>((sum, bit) => (typeof bit === 'number' ? sum | bit : sum), 0);
/** One client's connection, before and after it has a session. */
export type Connection = {
	world: World;
	faults: Faults;
	socket: WebSocket;
	session?: Session;
	/** Which connection a session speaks through. */
	holders: Map<Session, Connection>;
	send(op: Op, d: unknown, more?: object): void;
};

const identify = z.object({
	token: z.string(),
	properties: z.looseObject({}),
	intents: z.number().int(),
	shard: z.tuple([z.number().int(), z.number().int()]).nullish(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });

/** IDENTIFY. */
export function start(connection: Connection, d: unknown): void {
	const { world, faults, socket, holders, send } = connection;
	const given = identify.safeParse(d).data;
	if (!given) return socket.close(4002, 'Error while decoding payload.');
	if (faults.identify !== undefined) return socket.close(faults.identify);
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
export function goOn(connection: Connection, d: unknown): void {
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

/** The connection has no session any more; one that is not resumable is forgotten. */
export function leave(connection: Connection, session: Session, resumable: boolean): void {
	const { world, holders } = connection;
	if (!resumable) world.sessions = world.sessions.filter((other) => other !== session);
	holders.delete(session);
	session.connected = false;
	delete connection.session;
}
