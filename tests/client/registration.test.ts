import { GatewayIntentBits } from 'discord-api-types/v10';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { commands } from '../../commands/index.ts';
import { startBot } from '../../src/discord/bot.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { libraryOf } from '../running.ts';

let discord: Sandbox;
const library = libraryOf();
const log: string[] = [];
const asked: number[] = [];
const logger = pino({ level: 'info' }, { write: (line: string) => log.push(line) });
const start = (guildId?: string) =>
	startBot({ token: discord.token, apiUrl: discord.url, guildId }, commands, () => library, logger);
const writes = () => discord.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/commands'));

beforeAll(async () => {
	discord = await startSandbox();
	discord.world.events.on('session', ({ intents }) => asked.push(intents));
});
afterAll(() => discord.close());

test('the first start writes all commands at once, the second nothing', async () => {
	await (await start()).stop();
	expect(writes().map(({ method }) => method)).toEqual(['PUT']);
	expect(
		discord
			.registered()
			.map(({ name }) => name)
			.sort(),
	).toEqual(commands.map(({ body }) => body.name).sort());
	await (await start()).stop();
	expect(writes()).toHaveLength(1);
});

test('a command that Discord holds otherwise is written', async () => {
	const [held] = discord.world.commands.get('') ?? [];
	if (held) held.description = 'Something else';
	await (await start()).stop();
	expect(writes()).toHaveLength(2);
	expect(log.some((line) => line.includes('"changed"'))).toBe(true);
});

test('for one server, they stand there and not everywhere', async () => {
	const before = writes().length;
	await (await start(discord.world.guild.id)).stop();
	await (await start(discord.world.guild.id)).stop();
	expect(
		writes()
			.slice(before)
			.map(({ path }) => path),
	).toEqual([expect.stringContaining(`/guilds/${discord.world.guild.id}/commands`)]);
});

test('a registration that is refused is one line in the log, and the bot answers', async () => {
	log.length = 0;
	discord.world.commands.clear();
	discord.world.commands.set('', []);
	await (await start()).stop();
	const [held] = discord.world.commands.get('') ?? [];
	if (held) held.description = 'Something else';
	discord.faults.rest = ({ method, path }) =>
		method === 'PUT' && path.includes('/commands')
			? Response.json(
					{ code: 30034, message: 'Max number of daily application command creates has been reached' },
					{ status: 400 },
				)
			: undefined;
	log.length = 0;
	const bot = await start();
	discord.faults.rest = undefined;
	expect(log.filter((line) => line.includes('refused the registration'))).toHaveLength(1);
	expect(log.join('')).toContain('Max number of daily application command creates');
	expect((await discord.member({ name: 'alice' }).type('/limitations')).outcome).toBe('replied');
	await bot.stop();
});

test('Discord out of reach for the registration: it is made once it is back, and meanwhile commands are answered', async () => {
	await (await start()).stop();
	const [held] = discord.world.commands.get('') ?? [];
	if (held) held.description = 'Something else';
	log.length = 0;
	const before = writes().length;
	discord.faults.rest = ({ path }) =>
		path.includes('/commands') ? new Response('<html>Bad gateway</html>', { status: 502 }) : undefined;
	const starting = start();
	await vi.waitUntil(() => log.some((line) => line.includes('out of reach')), { timeout: 5000 });
	expect((await discord.member({ name: 'alice' }).type('/limitations')).outcome).toBe('replied');
	discord.faults.rest = undefined;
	const bot = await starting;
	expect(writes().length).toBe(before + 1);
	expect(log.filter((line) => JSON.parse(line).level >= 40)).toHaveLength(1);
	await bot.stop();
});

test('only intents that need no approval are asked for', () => {
	expect(new Set(asked)).toEqual(
		new Set([GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages]),
	);
});
