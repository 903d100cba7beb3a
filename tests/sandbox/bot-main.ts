import { registerAll, startBot } from './bot.ts';

// A bot as a process of its own, for the tests of `npm run sandbox`. FAIL_WITH lets it end instead.
const { DISCORD_API_URL = '', DISCORD_TOKEN = '', FAIL_WITH } = process.env;
/** What a bot in operation has, and one that is tried out must not. */
const { DISCORD_GUILD_ID, HEALTH_PORT, HEALTH_HOST, SHARDS } = process.env;
// discord.js would read it as JSON where no shards are asked for.
delete process.env.SHARDS;
if (FAIL_WITH) {
	console.error('something is missing');
	process.exit(Number(FAIL_WITH));
}
const bot = await startBot(DISCORD_API_URL, DISCORD_TOKEN);
await registerAll(bot);
console.log(`registered, settings "${[DISCORD_GUILD_ID, HEALTH_PORT, HEALTH_HOST, SHARDS].join('')}"`);
process.once('SIGTERM', () => bot.client.destroy());
