import { Client, Events, GatewayCloseCodes, GatewayIntentBits } from 'discord.js';
import type { Logger } from 'pino';
import type { Command, Library } from './command.ts';
import { makeDispatch } from './dispatch.ts';
import { loggable } from './log.ts';
import { register } from './registration.ts';

export type BotSettings = { token: string; apiUrl: string; guildId?: string | undefined };

export type Bot = {
	client: Client;
	/** Rejects with GatewayClosed once Discord has closed the gateway for good, as when the token is reset. */
	closed: Promise<never>;
	/** Answers what is in hand, then leaves the gateway. */
	stop(): Promise<void>;
};

/** Discord has closed the gateway and takes no other connection of this kind; 4004: it refuses the token. */
export class GatewayClosed extends Error {
	readonly code: number;
	constructor(code: number) {
		super(`Discord has closed the gateway for good, with code ${code} (${GatewayCloseCodes[code] ?? 'unknown'})`);
		this.code = code;
	}
}

/** How long a stop waits for the interactions in hand, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Logs in, registers the commands where they differ, and answers. Fulfilled once the bot is ready.
 * @param library what is served, read anew for each interaction
 * @throws GatewayClosed; what discord.js throws where the token is refused or the API is out of reach
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
	client.on(Events.Error, (error) => log.error({ error: loggable(error, token) }, 'bot error'));
	client.on(Events.ShardError, (error) => log.warn({ error: loggable(error, token) }, 'gateway error'));
	const closed = closing(client);
	const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
	try {
		const login = client.login(token).then(() => ready);
		const { application, user } = await Promise.race([login, closed]);
		await registerOrSay(client, { application: application.id, guild: guildId }, commands, log);
		log.info({ user: user.tag, commands: commands.length }, 'ready');
	} catch (error) {
		await client.destroy();
		throw error;
	}
	return {
		client,
		closed,
		async stop() {
			stopping = true;
			const patience = AbortSignal.timeout(PATIENCE);
			const timeout = new Promise((resolve) => patience.addEventListener('abort', resolve, { once: true }));
			await Promise.race([Promise.all(inHand), timeout]);
			await client.destroy();
		},
	};
}

/** Never fulfilled. A client whose gateway is closed for good would wait for ever, and keep the process. */
function closing(client: Client): Promise<never> {
	const closed = new Promise<never>((_resolve, reject) => {
		client.once(Events.ShardDisconnect, ({ code }) => {
			void client.destroy().finally(() => reject(new GatewayClosed(code)));
		});
	});
	// Whoever waits for it hears of it; nobody need.
	closed.catch(() => undefined);
	return closed;
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
			{ where: scope.guild ?? 'everywhere', error: loggable(error, client.token ?? '') },
			'Discord refused the registration of the commands',
		);
	}
}
