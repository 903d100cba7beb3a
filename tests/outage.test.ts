import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { killPrograms, MAIN, type Program, startProgram } from './program.ts';

/** As the local Discord has them. */
const token = `MTA.sandbox.${'0'.repeat(32)}`;

const OUT_OF_REACH = 'Discord is out of reach; trying again';
const LOST = 'gateway lost; connecting again';

let discord: Sandbox | undefined;
afterEach(async () => {
	await killPrograms();
	await discord?.close();
	discord = undefined;
});

const warnings = ({ log }: Program) => log().filter(({ level }) => Number(level) >= 40);

/** A port at which nothing listens: of those that the system gives to nobody unasked, so that no other test has it next. */
async function freePort(): Promise<number> {
	const server = createServer().listen(randomInt(10_000, 30_000), '127.0.0.1');
	try {
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		server.close();
		await once(server, 'close');
		return port;
	} catch {
		return freePort();
	}
}

const healthOf = async (port: number) => (await fetch(`http://127.0.0.1:${port}/healthz`)).status;

async function expectAnswer(from: Sandbox) {
	expect((await from.member({ name: 'alice' }).type('/limitations')).outcome).toBe('replied');
}

describe('Discord is away when the bot starts', () => {
	test('nothing listens: it waits, says so in one line, is not healthy, and starts once Discord is back', async () => {
		const port = await freePort();
		const away = { token, url: `http://127.0.0.1:${port}/api` } as Sandbox;
		const bot = startProgram(away, MAIN, { HEALTH_PORT: '0' });
		const { port: health } = await bot.logged('health served');
		expect(await bot.logged(OUT_OF_REACH)).toMatchObject({ error: { code: 'ECONNREFUSED' } });
		expect(await healthOf(Number(health))).toBe(503);
		discord = await startSandbox({ port, token });
		await bot.ready;
		await expectAnswer(discord);
		expect(await healthOf(Number(health))).toBe(200);
		expect(warnings(bot).map(({ msg }) => msg)).toEqual([OUT_OF_REACH]);
	});

	test.each([
		['an HTML page with 502', () => new Response('<html>Bad gateway</html>', { status: 502 }), { status: 502 }],
		['JSON cut in half', () => new Response('{"url":"ws', { headers: { 'content-type': 'application/json' } }), {}],
		['a connection that is reset', () => 'reset' as const, {}],
	])('its API answers with %s: the same', async (_what, fault, error) => {
		discord = await startSandbox();
		let asked = 0;
		discord.faults.rest = ({ path }) => {
			if (path.endsWith('/gateway/bot')) asked += 1;
			return fault();
		};
		const bot = startProgram(discord, MAIN);
		expect(await bot.logged(OUT_OF_REACH)).toMatchObject({ error });
		const before = asked;
		await vi.waitUntil(() => asked > before, { timeout: 10_000 });
		discord.faults.rest = undefined;
		await bot.ready;
		await expectAnswer(discord);
		expect(warnings(bot).map(({ msg }) => msg)).toEqual([OUT_OF_REACH]);
	});

	test.each([undefined, 503])('its gateway takes no connection (status %s): the same', async (refusal) => {
		discord = await startSandbox();
		let refused = 0;
		const { faults } = discord;
		if (refusal !== undefined) faults.refusal = refusal;
		faults.refuseConnections = () => {
			refused += 1;
			return true;
		};
		const bot = startProgram(discord, MAIN);
		await bot.logged(LOST);
		await vi.waitUntil(() => refused > 3, { timeout: 10_000 });
		faults.refuseConnections = false;
		await bot.ready;
		await expectAnswer(discord);
		expect(warnings(bot).map(({ msg }) => msg)).toEqual([LOST]);
		expect(discord.sessions).toHaveLength(1);
	});
});

describe('told to stop while it waits', () => {
	test('for the API', async () => {
		const bot = startProgram({ token: token, url: `http://127.0.0.1:${await freePort()}/api` } as Sandbox, MAIN);
		await bot.logged(OUT_OF_REACH);
		bot.child.kill('SIGTERM');
		await expect(bot.ended).resolves.toMatchObject({ status: 0, err: '' });
	});

	test('for the gateway', async () => {
		discord = await startSandbox();
		discord.faults.refuseConnections = true;
		const bot = startProgram(discord, MAIN);
		await bot.logged(LOST);
		bot.child.kill('SIGTERM');
		await expect(bot.ended).resolves.toMatchObject({ status: 0, err: '' });
	});
});

test('the gateway is closed for good at the start: it does not wait for what no time mends', async () => {
	discord = await startSandbox();
	discord.faults.identify = 4014;
	const bot = startProgram(discord, MAIN);
	const { status, err } = await bot.ended;
	expect(status).toBe(78);
	expect(err.trim().split('\n')).toEqual([expect.stringContaining('4014 (DisallowedIntents)')]);
	expect(warnings(bot)).toEqual([]);
});

test('it is gone for a while and comes back: API and gateway, one line', async () => {
	const port = await freePort();
	const first = await startSandbox({ port });
	const bot = startProgram(first, MAIN);
	await bot.ready;
	await first.close();
	await bot.logged(LOST);
	discord = await startSandbox({ port, token: first.token });
	await bot.logged('gateway back');
	// The new one knows of no commands: they are registered when a bot starts.
	expect(warnings(bot).map(({ msg }) => msg)).toEqual([LOST]);
	expect(discord.sessions).toHaveLength(1);
});
