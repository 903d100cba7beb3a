import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type Bot, type BotSettings, startBot } from '../../src/discord/bot.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { libraryOf } from '../running.ts';

const library = libraryOf();
const silent = pino({ level: 'silent' });

let discord: Sandbox;
let bots: Bot[];
afterEach(async () => {
	await Promise.all(bots.map((bot) => bot.stop()));
	await discord.close();
});

async function start(...processes: (BotSettings['shards'] | undefined)[]) {
	discord = await startSandbox();
	const { url: apiUrl, token } = discord;
	bots = [];
	for (const shards of processes) {
		bots.push(await startBot({ token, apiUrl, shards: shards ?? 'auto' }, commands, () => library, silent));
	}
	return discord.sessions.map(({ shard }) => shard);
}

test('several processes share the shards: each interaction and each direct message is answered once', async () => {
	expect(await start({ ids: [0, 2], count: 3 }, { ids: [1], count: 3 })).toEqual([
		[0, 3],
		[2, 3],
		[1, 3],
	]);
	const alice = discord.member({ name: 'alice' });
	const reply = await alice.type('/findings');
	expect(reply).toMatchObject({ outcome: 'replied', followUps: [] });
	const callbacks = discord.requests.filter(({ path }) => path.endsWith('/callback'));
	expect(callbacks.map(({ status }) => status)).toEqual([204]);
	await alice.say('/limitations', { in: alice.dm, within: 10_000 });
	const messages = [...alice.dm.messages.values()].filter(({ author }) => author.bot);
	expect(messages).toHaveLength(1);
});

test('auto: as many as Discord recommends', async () => {
	discord = await startSandbox();
	discord.faults.rest = ({ path, method }) =>
		method === 'GET' && path.endsWith('/gateway/bot')
			? Response.json({
					url: `${discord.world.origin.replace('http', 'ws')}/gateway`,
					shards: 2,
					session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 2 },
				})
			: undefined;
	const settings = { token: discord.token, apiUrl: discord.url };
	bots = [await startBot(settings, commands, () => library, silent)];
	expect(discord.sessions.map(({ shard }) => shard)).toEqual([
		[0, 2],
		[1, 2],
	]);
});
