import { type Client, Events, GatewayCloseCodes } from 'discord.js';
import type { Logger } from 'pino';
import { makeChat } from './chat.ts';
import { type ClientSettings, newClient } from './client.ts';
import type { AnyCommand, Library } from './command.ts';
import { makeDispatch } from './dispatch.ts';
import { type Gateway, watchGateway } from './gateway.ts';
import { loggable } from './log.ts';
import { NOBODY, type Observer } from './observer.ts';
import { register } from './registration.ts';
import { untilReached } from './retry.ts';

export type BotSettings = ClientSettings & { token: string; guildId?: string | undefined };

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

/** How long a stop waits for what is in hand, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Logs in, registers the commands where they differ, and answers. Fulfilled once the bot is ready.
 * @param commands may come later than the connection, so that they are loaded while it is made
 * @param library what is served, read anew for each interaction
 * @param signal ends the login
 * @throws GatewayClosed; the signal's reason; what discord.js throws where the token is refused or the API is out of reach
 */
export async function startBot(
	{ token, guildId, ...settings }: BotSettings,
	commands: readonly AnyCommand[] | Promise<readonly AnyCommand[]>,
	library: () => Library,
	log: Logger,
	observer: Observer = NOBODY,
	signal = new AbortController().signal,
): Promise<Bot> {
	const client = newClient(settings, log);
	const gateway = watchGateway(client, log, token);
	observer.connecting(gateway);
	const ids = new Map<string, string>();
	const inHand = keepInHand();
	const serving = Promise.resolve(commands).then((all) => ({
		all,
		dispatch: makeDispatch(all, library, ids, log, observer),
		chat: makeChat(all, library, ids, log, observer),
	}));
	client.on(Events.InteractionCreate, (interaction) => inHand.add(async () => (await serving).dispatch(interaction)));
	client.on(Events.MessageCreate, (message) => inHand.add(async () => (await serving).chat(message)));
	client.on(Events.Error, (error) => log.error({ error: loggable(error, token) }, 'bot error'));
	const closed = closing(client, gateway);
	const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
	try {
		const login = client.login(token).then(() => ready);
		const started = Promise.race([Promise.all([login, serving]), closed]);
		const [{ application, user }, { all }] = await unless(signal, started);
		await registerOrSay(client, { application: application.id, guild: guildId }, all, ids, log, signal);
		log.info({ user: user.tag, commands: all.length }, 'ready');
	} catch (error) {
		await leave(client, gateway);
		throw error;
	}
	return {
		client,
		closed,
		async stop() {
			await inHand.end(PATIENCE);
			await leave(client, gateway);
		},
	};
}

/** @throws the signal's reason, if that comes first */
async function unless<T>(signal: AbortSignal, result: Promise<T>): Promise<T> {
	let abort = () => {};
	const aborted = new Promise<never>((_resolve, reject) => {
		abort = () => reject(signal.reason);
	});
	signal.addEventListener('abort', abort);
	return Promise.race([result, aborted]).finally(() => signal.removeEventListener('abort', abort));
}

/** What is being answered, so that a stop can wait for it; after that nothing more is taken. */
function keepInHand() {
	const inHand = new Set<Promise<void>>();
	let ended = false;
	return {
		add(answer: () => Promise<void>) {
			if (ended) return;
			const answered = answer().finally(() => inHand.delete(answered));
			inHand.add(answered);
		},
		async end(patience: number) {
			ended = true;
			const over = new Promise((resolve) => setTimeout(resolve, patience).unref());
			await Promise.race([Promise.all(inHand), over]);
		},
	};
}

/** Closes the gateway with 1000, after which the session cannot be resumed: Discord holds nothing back for this bot. */
function leave(client: Client, gateway: Gateway): Promise<void> {
	gateway.end();
	return client.destroy();
}

/** Never fulfilled. A client whose gateway is closed for good would wait for ever, and keep the process. */
function closing(client: Client, gateway: Gateway): Promise<never> {
	const closed = new Promise<never>((_resolve, reject) => {
		client.once(Events.ShardDisconnect, ({ code }) => {
			void leave(client, gateway).finally(() => reject(new GatewayClosed(code)));
		});
	});
	// Whoever waits for it hears of it; nobody need.
	closed.catch(() => undefined);
	return closed;
}

/** Waits while Discord is away; where it refuses them, that is no reason not to answer with the commands that it has. */
async function registerOrSay(
	client: Client,
	scope: Parameters<typeof register>[1],
	commands: readonly AnyCommand[],
	ids: Map<string, string>,
	log: Logger,
	signal: AbortSignal,
) {
	const where = scope.guild ?? 'everywhere';
	try {
		const attempt = () => register(client.rest, scope, commands);
		const { difference, held } = await untilReached(attempt, log, client.token ?? '', signal);
		for (const { name, id } of held) ids.set(name, id);
		if (difference) log.info({ where, ...difference }, 'commands registered');
	} catch (error) {
		if (signal.aborted) return;
		const problem = loggable(error, client.token ?? '');
		log.error({ where, error: problem }, 'Discord refused the registration of the commands');
	}
}
