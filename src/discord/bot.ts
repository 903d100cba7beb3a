import { Client, Events, GatewayIntentBits } from 'discord.js';
import type { Logger } from 'pino';
import type { Command, Library } from './command.ts';
import { makeDispatch } from './dispatch.ts';
import { loggable } from './log.ts';
import { register } from './registration.ts';

export type BotSettings = { token: string; apiUrl: string; guildId?: string | undefined };

export type Bot = {
	client: Client;
	/** Answers what is in hand, then leaves the gateway. */
	stop(): Promise<void>;
};

/** How long a stop waits for the interactions in hand, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Logs in, registers the commands where they differ, and answers. Fulfilled once the bot is ready.
 * @param library what is served, read anew for each interaction
 * @throws what discord.js throws where the token is refused or the API is out of reach
 */
export async function startBot(
	{ token, apiUrl, guildId }: BotSettings,
	commands: readonly Command[],
	library: () => Library,
	log: Logger,
): Promise<Bot> {
	const client = new Client({
		intents: [GatewayIntentBits.Guilds],
		allowedMentions: { parse: [] },
		rest: { api: apiUrl },
	});
	const dispatch = makeDispatch(commands, library, log);
	const inHand = new Set<Promise<void>>();
	let stopping = false;
	client.on(Events.InteractionCreate, (interaction) => {
		if (stopping) return;
		const answered = dispatch(interaction).finally(() => inHand.delete(answered));
		inHand.add(answered);
	});
	client.on(Events.Error, (error) => log.error({ error: loggable(error, token) }, 'gateway error'));
	client.on(Events.ShardDisconnect, ({ code }) => log.warn({ code }, 'gateway closed'));
	const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
	try {
		await client.login(token);
		const { application, user } = await ready;
		await registerOrSay(client, { application: application.id, guild: guildId }, commands, log);
		log.info({ user: user.tag, commands: commands.length }, 'ready');
	} catch (error) {
		await client.destroy();
		throw error;
	}
	return {
		client,
		async stop() {
			stopping = true;
			const patience = AbortSignal.timeout(PATIENCE);
			const timeout = new Promise((resolve) => patience.addEventListener('abort', resolve, { once: true }));
			await Promise.race([Promise.all(inHand), timeout]);
			await client.destroy();
		},
	};
}

/** A registration that Discord refuses is no reason not to answer with the commands that it has. */
async function registerOrSay(
	client: Client,
	scope: Parameters<typeof register>[1],
	commands: readonly Command[],
	log: Logger,
) {
	try {
		const difference = await register(
			client.rest,
			scope,
			commands.map(({ body }) => body),
		);
		if (difference) log.info({ where: scope.guild ?? 'everywhere', ...difference }, 'commands registered');
	} catch (error) {
		log.error(
			{ where: scope.guild ?? 'everywhere', error: loggable(error) },
			'Discord refused the registration of the commands',
		);
	}
}
