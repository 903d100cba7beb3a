import { GatewayIntentBits as Intent, Status } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Bot, registerAll, startBot } from './bot.ts';

let discord: Sandbox;
const bots: Bot[] = [];
const sockets: WebSocket[] = [];

const start = async (options: SandboxOptions = {}) => {
	await discord?.close();
	discord = await startSandbox({ ackTimeout: 2000, ...options });
};
beforeEach(() => start());
afterEach(async () => {
	for (const { client } of bots.splice(0)) await client.destroy();
	for (const socket of sockets.splice(0)) socket.terminate();
	await discord.close();
});

async function login(more = {}): Promise<Bot> {
	const bot = await startBot(discord.url, discord.token, more);
	bots.push(bot);
	return bot;
}

type Frame = { op: number; d: any; s: number | null; t: string | null };
type Raw = {
	send(op: number, d: unknown): void;
	next(test?: (frame: Frame) => boolean): Promise<Frame>;
	closed: Promise<number>;
	socket: WebSocket;
};

/** A connection without a client behind it. */
function connect(): Raw {
	const socket = new WebSocket(discord.url.replace('http', 'ws').replace('/api', '/gateway?v=10&encoding=json'));
	sockets.push(socket);
	const frames: Frame[] = [];
	const waiting: (() => void)[] = [];
	socket.on('message', (data) => {
		frames.push(JSON.parse(String(data)));
		for (const wake of waiting.splice(0)) wake();
	});
	const closed = new Promise<number>((resolve) => socket.on('close', resolve));
	socket.on('error', () => undefined);
	return {
		socket,
		closed,
		send: (op, d) => socket.send(typeof d === 'string' && op < 0 ? d : JSON.stringify({ op, d })),
		async next(test = () => true) {
			for (;;) {
				const at = frames.findIndex(test);
				if (at >= 0) return frames.splice(at, 1)[0]!;
				await new Promise<void>((resolve) => waiting.push(resolve));
			}
		},
	};
}

const identity = (more: object = {}) => ({
	token: discord.token,
	properties: { os: 'linux' },
	intents: Intent.Guilds,
	...more,
});

async function identified(more: object = {}): Promise<Raw & { sessionId: string }> {
	const raw = connect();
	await raw.next(({ op }) => op === 10);
	raw.send(2, identity(more));
	const ready = await raw.next(({ t }) => t === 'READY');
	return { ...raw, sessionId: ready.d.session_id };
}

test('hello, identify, ready, the server, heartbeats', async () => {
	const raw = connect();
	expect(await raw.next()).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
	raw.send(2, identity());
	expect(await raw.next()).toMatchObject({
		op: 0,
		t: 'READY',
		s: 1,
		d: {
			v: 10,
			user: { id: discord.world.bot.id },
			guilds: [{ unavailable: true }],
			shard: [0, 1],
			application: { id: discord.world.bot.id },
		},
	});
	expect(await raw.next()).toMatchObject({ op: 0, t: 'GUILD_CREATE', s: 2, d: { channels: [{ name: 'general' }] } });
	raw.send(1, 2);
	expect(await raw.next()).toMatchObject({ op: 11 });
	expect(discord.sessions).toMatchObject([{ intents: Intent.Guilds, shard: [0, 1], connected: true }]);
});

test('without the Guilds intent no server is told, and interactions come all the same', async () => {
	const raw = await identified({ intents: 0 });
	void discord.interact({ type: 2, data: { id: '1', name: 'x', type: 1 } });
	expect((await raw.next()).t).toBe('INTERACTION_CREATE');
});

const refusals: [string, () => object, number][] = [
	['a wrong token', () => identity({ token: 'x' }), 4004],
	['a shard that is not', () => identity({ shard: [2, 2] }), 4010],
	['intents that are not', () => identity({ intents: 2 ** 30 }), 4013],
	['a privileged intent', () => identity({ intents: Intent.MessageContent }), 4014],
	['no intents', () => identity({ intents: undefined }), 4002],
];
test.each(refusals)('identify with %s', async (_, body, code) => {
	const raw = connect();
	await raw.next();
	raw.send(2, body());
	expect(await raw.closed).toBe(code);
	expect(discord.sessions).toEqual([]);
});

test('what does not belong closes the connection', async () => {
	const bad: [number, unknown, number][] = [
		[-1, 'not json', 4002],
		[99, null, 4001],
		[3, {}, 4003],
		[6, { token: 'x', session_id: 'x', seq: 0 }, 4004],
	];
	for (const [op, d, code] of bad) {
		const raw = connect();
		await raw.next();
		raw.send(op, d);
		expect(await raw.closed).toBe(code);
	}
	const twice = await identified();
	twice.send(2, identity());
	expect(await twice.closed).toBe(4005);
	const flood = await identified();
	for (let at = 0; at < 121; at++) flood.send(1, null);
	expect(await flood.closed).toBe(4008);
});

test('a privileged intent that is switched on brings what people write', async () => {
	await start({ privilegedIntents: Intent.MessageContent });
	const reading = await identified({ intents: Intent.GuildMessages | Intent.MessageContent });
	const blind = await identified({ intents: Intent.GuildMessages });
	const deaf = await identified({ intents: Intent.DirectMessages });
	const alice = discord.member({ name: 'alice' });
	alice.post('hello');
	alice.post('dear bot', { in: alice.dm });
	const message = ({ t }: Frame) => t === 'MESSAGE_CREATE';
	expect((await reading.next(message)).d).toMatchObject({
		content: 'hello',
		guild_id: discord.world.guild.id,
		member: {},
	});
	expect((await blind.next(message)).d.content).toBe('');
	expect((await deaf.next(message)).d).toMatchObject({ content: 'dear bot', channel_type: 1 });
});

test('each shard gets its own events', async () => {
	const shard = Number((BigInt(discord.world.guild.id) >> 22n) % 2n);
	const own = await identified({ shard: [shard, 2] });
	const other = await identified({ shard: [1 - shard, 2] });
	void discord.interact({ type: 2, data: { id: '1', name: 'here', type: 1 } });
	expect((await own.next(({ t }) => t === 'INTERACTION_CREATE')).d.data.name).toBe('here');
	const alice = discord.member({ name: 'alice' });
	void discord.interact({ type: 2, channel: alice.dm, data: { id: '1', name: 'alone', type: 1 } });
	const zero = shard === 0 ? own : other;
	expect((await zero.next(({ t }) => t === 'INTERACTION_CREATE')).d.data.name).toBe('alone');
});

test('a cut session resumes and gets what it missed', async () => {
	const raw = await identified();
	await raw.next(({ t }) => t === 'GUILD_CREATE');
	raw.socket.terminate();
	await raw.closed;
	await expect.poll(() => discord.sessions[0]?.connected).toBe(false);
	void discord.interact({ type: 2, data: { id: '1', name: 'missed', type: 1 } });
	const again = connect();
	await again.next();
	again.send(6, { token: discord.token, session_id: raw.sessionId, seq: 2 });
	expect(await again.next()).toMatchObject({ t: 'INTERACTION_CREATE', s: 3, d: { data: { name: 'missed' } } });
	expect(await again.next()).toMatchObject({ t: 'RESUMED', s: 4 });
	const ahead = connect();
	await ahead.next();
	ahead.send(6, { token: discord.token, session_id: raw.sessionId, seq: 99 });
	expect(await ahead.closed).toBe(4007);
	const unknown = connect();
	await unknown.next();
	unknown.send(6, { token: discord.token, session_id: 'x', seq: 0 });
	expect(await unknown.next()).toMatchObject({ op: 9, d: false });
});

test('a session that was closed properly is over', async () => {
	const raw = await identified();
	raw.socket.close(1000);
	await expect.poll(() => discord.sessions).toEqual([]);
});

test('a silent client is closed', async () => {
	await start({ heartbeatInterval: 50 });
	expect(await connect().closed).toBe(4009);
});

test('a stock client comes back after each kind of interruption and answers', async () => {
	const bot = await login();
	await registerAll(bot);
	const alice = discord.member({ name: 'alice' });
	const answers = async () => {
		await expect
			.poll(() => discord.sessions.some(({ connected }) => connected) && bot.client.ws.status, { timeout: 15_000 })
			.toBe(Status.Ready);
		await expect.poll(async () => (await alice.type('/echo text: back')).outcome, { timeout: 15_000 }).toBe('replied');
	};
	const first = discord.sessions[0]?.id;
	for (const interrupt of [
		() => discord.gateway.cut(),
		() => discord.gateway.close(4000),
		() => discord.gateway.reconnect(),
	]) {
		const resumes = discord.sessions[0]?.resumes ?? 0;
		interrupt();
		await expect.poll(() => discord.sessions[0]?.resumes, { timeout: 15_000 }).toBe(resumes + 1);
		await answers();
	}
	expect(discord.sessions).toMatchObject([{ id: first }]);
	discord.gateway.invalidate(false);
	await expect.poll(() => discord.sessions[0]?.id, { timeout: 15_000 }).not.toBe(first);
	await answers();
}, 60_000);

test('a wrong token is refused at the door', async () => {
	await expect(startBot(discord.url, 'wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
});

test('connections can be refused, and heartbeats left without answer', async () => {
	discord.faults.refuseConnections = true;
	expect(await connect().closed).toBe(1006);
	discord.faults.refuseConnections = false;
	discord.faults.silentHeartbeats = true;
	const raw = await identified();
	raw.send(1, null);
	raw.send(3, {});
	discord.gateway.reconnect();
	expect((await raw.next(({ op }) => op === 11 || op === 7)).op).toBe(7);
});
