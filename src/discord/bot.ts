import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import { makeChat } from './chat.ts';
import { type ClientSettings, newClient, type Shards } from './client.ts';
import type { AnyCommand, Library } from './command.ts';
import { makeDispatch } from './dispatch.ts';
import { type Gateway, GatewayClosed, watchGateway } from './gateway.ts';
import { keepInHand } from './in-hand.ts';
import { loggable } from './log.ts';
import { NOBODY, type Observer } from './observer.ts';
import { register } from './registration.ts';
import { untilReached } from './retry.ts';
import { unless } from './signal.ts';
import { makeTally } from './tally.ts';

export type BotSettings = ClientSettings & { token: string; guildId?: string | undefined };

export type Bot = {
	client: Client;
	/** Rejects with GatewayClosed once Discord has closed the gateway for good, as when the token is reset. */
	closed: Promise<never>;
	/** Answers what is in hand, then leaves the gateway. */
	stop(): Promise<void>;
};

/** How long a stop waits for what is in hand, in milliseconds. */
const PATIENCE = 10_000;
/** How long the gateway has to be closed, in milliseconds: what does not answer would take half a minute. */
const GOODBYE = 2000;
/** After so many milliseconds a stop is over. */
export const LAST_CALL = PATIENCE + GOODBYE;

/**
 * Logs in, registers the commands where they differ, and answers. Fulfilled once the bot is ready.
 * @param commands may come later than the connection, so that they are loaded while it is made; it does not IDENTIFY
 * before they have come
 * @param library what is served, read anew for each interaction
 * @param signal from then on nothing more is taken; while it starts, what is in hand is answered and the gateway left
 * @throws GatewayClosed; what `commands` rejects with; the signal's reason; NoStartsLeft; what discord.js throws where the
 * token is refused or the API is out of reach
 */
export async function startBot(
	{ token, guildId, ...settings }: BotSettings,
	commands: readonly AnyCommand[] | Promise<readonly AnyCommand[]>,
	library: () => Library,
	log: Logger,
	observer: Observer = NOBODY,
	signal = new AbortController().signal,
): Promise<Bot> {
	const loaded = Promise.resolve(commands);
	const tally = makeTally(log);
	const client = newClient(settings, tally, loaded);
	const gateway = watchGateway(client, log, token);
	observer.connecting(gateway);
	const ids = new Map<string, string>();
	const inHand = keepInHand(signal);
	const serving = loaded.then((all) => ({
		all,
		dispatch: makeDispatch(all, library, ids, log, observer),
		chat: makeChat(all, library, ids, log, observer),
	}));
	client.on(Events.InteractionCreate, (interaction) => inHand.add(async () => (await serving).dispatch(interaction)));
	client.on(Events.MessageCreate, (message) => inHand.add(async () => (await serving).chat(message)));
	client.on(Events.Error, (error) => log.error({ error: loggable(error, token) }, 'bot error'));
	const closed = closing(client, gateway, settings.shards);
	const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
	const start = async () => {
		const [{ application, user }, { all }] = await Promise.all([client.login(token).then(() => ready), serving]);
		await registerOrSay(client, { application: application.id, guild: guildId }, all, ids, log, signal);
		return { user: user.tag, commands: all.length };
	};
	const stop = async () => {
		await inHand.end(PATIENCE);
		tally.flush();
		await leave(client, gateway);
	};
	try {
		log.info(await unless(signal, Promise.race([start(), closed])), 'ready');
	} catch (error) {
		await stop();
		throw error;
	}
	return { client, closed, stop };
}

/** Closes the gateway with 1000, after which the session cannot be resumed: Discord holds nothing back for this bot. */
async function leave(client: Client, gateway: Gateway): Promise<void> {
	gateway.end();
	await Promise.race([client.destroy(), sleep(GOODBYE, undefined, { ref: false })]);
}

/** Never fulfilled. A client whose gateway is closed for good would wait for ever, and keep the process. */
function closing(client: Client, gateway: Gateway, shards: Shards = 'auto'): Promise<never> {
	const closed = new Promise<never>((_resolve, reject) => {
		client.once(Events.ShardDisconnect, ({ code }) => {
			void leave(client, gateway).finally(() => reject(new GatewayClosed(code, shards === 'auto')));
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
