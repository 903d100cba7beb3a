import { readFileSync } from 'node:fs';
import { InteractionType } from 'discord-api-types/v10';
import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { everythingAsked } from '../../src/discord/asked.ts';
import { defineCommand } from '../../src/discord/command.ts';
import { type Health, type reportOn, startHealth } from '../../src/discord/health.ts';
import type { Message } from '../../src/sandbox/state.ts';
import { type Running, running } from '../running.ts';
import { soon } from '../soon.ts';

const failing = defineCommand({ name: 'failing', description: 'Throws' }, () => {
	throw new Error('on purpose');
});

let health: Health;
let it: Running | undefined;
afterEach(async () => {
	await it?.close();
	it = undefined;
	await health.close();
});

async function start({ silence, heartbeatInterval }: { silence?: number; heartbeatInterval?: number } = {}) {
	health = await startHealth({ host: '127.0.0.1', port: 0, ...(silence !== undefined && { silence }) });
	it = await running({
		observer: health.observer,
		extra: [failing],
		...(heartbeatInterval !== undefined && { heartbeatInterval }),
	});
	return it;
}

const get = (path: string, options?: RequestInit) => fetch(`http://127.0.0.1:${health.port}${path}`, options);
const healthz = async () => {
	const response = await get('/healthz');
	return { status: response.status, report: (await response.json()) as ReturnType<typeof reportOn> };
};
const becomes = (status: number) => soon(async () => (await healthz()).status === status);

/** The samples of one metric, by their labels. */
async function samples(name: string): Promise<Record<string, number>> {
	const lines = (await (await get('/metrics')).text()).split('\n');
	const found = lines.flatMap((line) => new RegExp(`^${name}(\\{.*\\})? (\\S+)$`).exec(line) ?? []);
	const entries: [string, number][] = [];
	for (let i = 0; i < found.length; i += 3) entries.push([found[i + 1] ?? '', Number(found[i + 2])]);
	return Object.fromEntries(entries);
}

describe('/healthz', () => {
	test('red before the bot is there, green with it, red once it has gone', async () => {
		health = await startHealth({ host: '127.0.0.1', port: 0 });
		expect(await healthz()).toEqual({ status: 503, report: { ready: false, lastEvent: null, shards: [] } });
		it = await running({ observer: health.observer, heartbeatInterval: 200 });
		await soon(async () => typeof (await healthz()).report.shards[0]?.lastHeartbeat === 'number');
		const { status, report } = await healthz();
		expect(status).toBe(200);
		expect(report).toEqual({
			ready: true,
			lastEvent: expect.any(Number),
			shards: [{ id: 0, state: 'ready', lastHeartbeat: expect.any(Number), latency: expect.any(Number) }],
		});
		await it.bot.stop();
		expect((await healthz()).status).toBe(503);
	});

	test('red while the gateway cannot be reached, green again after; the log has one line for each', async () => {
		const { discord, log } = await start();
		expect((await healthz()).status).toBe(200);
		discord.faults.refuseConnections = true;
		discord.gateway.cut();
		await becomes(503);
		discord.faults.refuseConnections = false;
		await becomes(200);
		expect((await discord.member({ name: 'alice' }).type('/findings')).outcome).toBe('replied');
		expect(log.map(({ msg }) => msg).filter((msg) => /^gateway/.test(String(msg)))).toEqual([
			'gateway lost; connecting again',
			'gateway back',
		]);
	});

	test('red for a gateway that has gone silent while the client takes it for ready', async () => {
		// The first heartbeat comes after a random part of the interval: not within this test.
		await start({ silence: 300, heartbeatInterval: 3_600_000 });
		await becomes(503);
		expect((await healthz()).report.shards).toMatchObject([{ state: 'ready', lastHeartbeat: null }]);
	});

	test('heartbeats unanswered: the client comes back by itself, and it is green again', async () => {
		const { discord } = await start({ heartbeatInterval: 250 });
		discord.faults.silentHeartbeats = true;
		await becomes(503);
		discord.faults.silentHeartbeats = false;
		await becomes(200);
		expect(discord.sessions).toHaveLength(1);
	});
});

describe('/metrics', () => {
	test('what was asked, by command and outcome, and how the paper answers', async () => {
		const { discord } = await start();
		const alice = discord.member({ name: 'alice' });
		const { message } = await alice.type('/findings');
		await alice.press(message, 'Cite');
		await alice.type('/ask question: what should future research look at?');
		await alice.type('/ask question: zzzz');
		await alice.type('/search words: zzzz');
		await alice.complete('/findings paper: ');
		await alice.say('@bot hello');
		await alice.type('/failing');
		discord.faults.rest = ({ path }) =>
			path.endsWith('/callback')
				? Response.json({ code: 10062, message: 'Unknown interaction' }, { status: 404 })
				: undefined;
		const late = discord.requests.length;
		void alice.type('/limitations');
		await soon(() => discord.requests.slice(late).some(({ path }) => path.endsWith('/callback')));
		await soon(async () =>
			(await get('/metrics')).text().then((text) => /name="limitations",outcome="late"\} 1/.test(text)),
		);
		expect(await samples('verbatim_interactions_total')).toEqual({
			'{way="command",name="findings",outcome="answered"}': 1,
			'{way="button",name="cite",outcome="answered"}': 1,
			'{way="command",name="ask",outcome="answered"}': 1,
			'{way="command",name="ask",outcome="missed"}': 1,
			'{way="command",name="search",outcome="missed"}': 1,
			'{way="autocomplete",name="findings",outcome="answered"}': 1,
			'{way="chat",name="ask",outcome="answered"}': 1,
			'{way="command",name="failing",outcome="failed"}': 1,
			'{way="command",name="limitations",outcome="late"}': 1,
		});
		expect(await samples('verbatim_answers_total')).toEqual({
			'{answer="found"}': 1,
			'{answer="nothing"}': 1,
			'{answer="small_talk"}': 1,
		});
		expect((await samples('verbatim_answer_seconds_count'))['{way="command",name="ask"}']).toBe(2);
	});

	test('the first failure is an increase: failures of all that may be asked are counted from zero', async () => {
		const { discord } = await start();
		const asked = everythingAsked([...commands, failing]);
		await health.expect(asked);
		const failures = (all: Record<string, number>) =>
			Object.entries(all).filter(([key]) => /"(failed|late)"/.test(key));
		const before = failures(await samples('verbatim_interactions_total'));
		expect(before.map(([, value]) => value)).toEqual(asked.flatMap(() => [0, 0]));
		// So few that they cost nothing.
		expect(before.length).toBeLessThan(200);
		await discord.member({ name: 'alice' }).type('/failing');
		const failed = '{way="command",name="failing",outcome="failed"}';
		await soon(async () => (await samples('verbatim_interactions_total'))[failed] === 1);
		expect(failures(await samples('verbatim_interactions_total'))).toHaveLength(before.length);
	});

	test('no name, no text, no id of anybody; what is not ours is unknown', async () => {
		const { discord } = await start();
		const alice = discord.member({ name: 'alice-canary' });
		const { message } = await alice.type('/findings');
		for (let i = 0; i < 20; i += 1) {
			await alice.forge(message as Message, `canary-${i}:state`);
			await discord.interact({
				type: InteractionType.ApplicationCommand,
				data: { id: String(i), name: `canary-${i}`, type: 1 },
			});
		}
		await alice.type('/ask question: canary canary canary');
		await alice.say('@bot canary');
		// What is answered is counted a moment later.
		await soon(async () => Object.keys(await samples('verbatim_interactions_total')).length === 5);
		const text = await (await get('/metrics')).text();
		expect(text).not.toContain('canary');
		for (const id of [alice.user.id, discord.world.guild.id, discord.channel.id]) expect(text).not.toContain(id);
		expect(await samples('verbatim_interactions_total')).toMatchObject({
			'{way="button",name="unknown",outcome="missed"}': 20,
			'{way="command",name="unknown",outcome="missed"}': 20,
		});
	});

	test('each metric stands in docs/operations.md, and no other', async () => {
		await start();
		const text = await (await get('/metrics')).text();
		const names = [...text.matchAll(/^# TYPE (verbatim_\w+) /gm)].map(([, name]) => name);
		const docs = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
		expect([...docs.matchAll(/^\| `(verbatim_\w+)` \|/gm)].map(([, name]) => name).sort()).toEqual(names.sort());
	});

	test('the state of the gateway', async () => {
		const { discord } = await start({ heartbeatInterval: 200 });
		expect(await samples('verbatim_gateway_ready')).toEqual({ '': 1 });
		await soon(async () => ((await samples('verbatim_gateway_heartbeat_latency_seconds'))['{shard="0"}'] ?? -1) >= 0);
		const now = Date.now() / 1000;
		const heartbeat = await samples('verbatim_gateway_heartbeat_timestamp_seconds');
		expect(Math.abs((heartbeat['{shard="0"}'] ?? 0) - now)).toBeLessThan(60);
		discord.faults.refuseConnections = true;
		discord.gateway.cut();
		await becomes(503);
		expect(await samples('verbatim_gateway_ready')).toEqual({ '': 0 });
		expect(await samples('verbatim_gateway_shard_ready')).toEqual({ '{shard="0"}': 0 });
	});
});

describe('the server', () => {
	test('knows two addresses and two methods', async () => {
		health = await startHealth({ host: '127.0.0.1', port: 0 });
		expect((await get('/')).status).toBe(404);
		expect((await get('/healthz/')).status).toBe(404);
		expect((await get('/healthz?x=1')).status).toBe(503);
		const posted = await get('/metrics', { method: 'POST', body: 'x' });
		expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
		const head = await get('/metrics', { method: 'HEAD' });
		expect([head.status, await head.text()]).toEqual([200, '']);
		expect((await get('/metrics')).headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
	});

	test('a port that is taken is said as such', async () => {
		health = await startHealth({ host: '127.0.0.1', port: 0 });
		await expect(startHealth({ host: '127.0.0.1', port: health.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	});
});
