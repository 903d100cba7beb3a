import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { registered } from './commands.ts';
import type { Faults } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { isFromHere } from './guard.ts';
import { type NewInteraction, sendInteraction } from './interact.ts';
import { createMember, type Member } from './member.ts';
import { awaitReply, type Reply } from './reply.ts';
import type { Env } from './request.ts';
import { createApp } from './rest.ts';
import type { Channel, RequestRecord, World } from './state.ts';
import { createChannel, createUser, createWorld, type WorldOptions } from './world.ts';

export type SandboxOptions = WorldOptions & {
	/** 0, the default, takes a free one. */
	port?: number;
	/** Milliseconds between heartbeats. */
	heartbeatInterval?: number;
};

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** A local Discord: one server with a channel, and whoever is asked in. */
export type Sandbox = {
	/** What `rest.api` takes: `http://127.0.0.1:PORT/api`. */
	readonly url: string;
	readonly token: string;
	readonly world: World;
	/** The HTTP application, for whatever else is to be served beside the API. */
	readonly app: Hono<Env>;
	/** Other WebSockets beside the gateway, by their path. */
	readonly upgrades: Map<string, Upgrade>;
	readonly gateway: Gateway;
	readonly faults: Faults;
	/** The server's channel. */
	readonly channel: Channel;
	readonly requests: readonly RequestRecord[];
	readonly sessions: World['sessions'];
	/** Resolves once a client has identified and was sent READY. */
	ready(): Promise<void>;
	/** All that is registered, global and in the server. */
	registered(): APIApplicationCommand[];
	/** Resolves once commands are registered. */
	commandsRegistered(): Promise<APIApplicationCommand[]>;
	/** A person joins the server; `installed` ones have added the bot to their own account. */
	member(about: { name: string; locale?: string; installed?: boolean }): Member;
	/** Another channel of the server, one of a server without the bot, or a conversation of people without it. */
	addChannel(about: { name: string; kind?: 'server' | 'elsewhere' | 'private'; people?: Member[] }): Channel;
	/** Sends any interaction, as forged as you like: `raw` replaces fields of the payload. */
	interact(made: Partial<NewInteraction> & Pick<NewInteraction, 'type'>): Promise<Reply>;
	/** Forgets requests, interactions and messages so far; for long runs. */
	forget(): void;
	close(): Promise<void>;
};

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const world = createWorld(options);
	const faults: Faults = {};
	const app = createApp(world, faults);
	const gateway = createGateway(world, faults, options.heartbeatInterval ?? 41_250);
	const server = createServer(getRequestListener(app.fetch));
	const upgrades = new Map<string, Upgrade>();
	const upgraded = new Set<Duplex>();
	server.on('upgrade', (request, socket, head) => {
		upgraded.add(socket.once('close', () => upgraded.delete(socket)));
		if (!isFromHere(request.headers, world.origin)) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		const path = request.url?.split('?')[0] ?? '';
		if (path.startsWith('/gateway')) return gateway.handleUpgrade(request, socket, head);
		const upgrade = upgrades.get(path);
		if (upgrade) upgrade(request, socket, head);
		else socket.destroy();
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		...inside(world),
		url: `${world.origin}/api`,
		token: world.token,
		world,
		app,
		upgrades,
		gateway,
		faults,
		get sessions() {
			return world.sessions;
		},
		close() {
			gateway.end();
			for (const socket of upgraded) socket.destroy();
			server.closeAllConnections();
			return new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

type Inside = Omit<
	Sandbox,
	'url' | 'token' | 'world' | 'app' | 'upgrades' | 'gateway' | 'faults' | 'close' | 'sessions'
>;

function inside(world: World): Inside {
	const [channel] = world.channels.values();
	if (!channel) throw new Error('The server has no channel');
	const first = (test: () => boolean, event: 'session' | 'commands') =>
		new Promise<void>((resolve) => {
			if (test()) return resolve();
			const listen = () => {
				if (!test()) return;
				world.events.off(event, listen);
				resolve();
			};
			world.events.on(event, listen);
		});
	let somebody: Member | undefined;
	const member: Sandbox['member'] = ({ name, locale = 'en-US', installed = false }) => {
		const user = createUser(name);
		world.users.set(user.id, user);
		return createMember(world, { user, locale, installed }, channel);
	};
	return {
		channel,
		requests: world.requests,
		ready: () => first(() => world.sessions.some(({ connected }) => connected), 'session'),
		registered: () => registered(world),
		async commandsRegistered() {
			await first(() => registered(world).length > 0, 'commands');
			return registered(world);
		},
		member,
		addChannel({ name, kind = 'server', people = [] }) {
			const guildId = kind === 'server' ? world.guild.id : world.otherGuildId;
			const recipients = people.map(({ user }) => user);
			const made = createChannel(world, { kind, name, recipients, ...(kind !== 'private' && { guildId }) });
			world.events.emit('channel', made);
			return made;
		},
		interact(made) {
			somebody ??= member({ name: 'somebody' });
			const { user, locale } = somebody;
			return awaitReply(world, sendInteraction(world, { user, channel, locale, ...made }));
		},
		forget() {
			world.requests.length = 0;
			world.interactions.clear();
			world.tokens.clear();
			for (const { messages } of world.channels.values()) messages.clear();
			for (const session of world.sessions) session.events.length = 0;
		},
	};
}
