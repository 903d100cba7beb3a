import { registerAll, startBot } from './bot.ts';

// A bot as a process of its own, for the tests of `npm run sandbox`. FAIL_WITH lets it end instead.
const { DISCORD_API_URL = '', DISCORD_TOKEN = '', DISCORD_GUILD_ID, FAIL_WITH } = process.env;
if (FAIL_WITH) {
	console.error('something is missing');
	process.exit(Number(FAIL_WITH));
}
const bot = await startBot(DISCORD_API_URL, DISCORD_TOKEN);
await registerAll(bot);
console.log(`registered, guild "${DISCORD_GUILD_ID}"`);
process.once('SIGTERM', () => bot.client.destroy());
