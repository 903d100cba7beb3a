import { Client, Events, GatewayIntentBits } from 'discord.js';

/**
 * The least discord.js bot there is: it logs in, says so, and answers every command with one word. It asks for the same
 * intents, so that Discord sends it the same events.
 */
const client = new Client({
	intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
	rest: { api: process.env.DISCORD_API_URL ?? 'https://discord.com/api' },
});
client.once(Events.ClientReady, () => process.stdout.write('ready\n'));
client.on(Events.InteractionCreate, async (interaction) => {
	if (interaction.isRepliable()) await interaction.reply('pong');
});
process.once('SIGTERM', () => client.destroy());
await client.login(process.env.DISCORD_TOKEN ?? '');
