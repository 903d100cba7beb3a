import { Client, GatewayIntentBits, Options, Partials, SimpleShardingStrategy } from 'discord.js';
import { Agent } from 'undici';
import { identifyOnce } from './identify.ts';
import { checkGateway } from './information.ts';
import type { Tally } from './tally.ts';
import { makeTransport } from './transport.ts';

/** Those of the gateway's shards that this process has; `auto`: all that Discord recommends. */
export type Shards = 'auto' | { ids: readonly number[]; count: number };

export type ClientSettings = { apiUrl: string; shards?: Shards | undefined };

/** Only such as need no approval. */
export const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** To Discord's API, at most: left alone, a burst of answers would open one for each, and to do so is most of its work. */
const CONNECTIONS = 64;

/**
 * Messages are read as they come and not kept: a question is over once answered.
 * @param loaded what the client must wait for before it logs in
 */
export function newClient({ apiUrl, shards = 'auto' }: ClientSettings, tally: Tally, loaded: Promise<unknown>): Client {
	return new Client({
		intents: INTENTS,
		// Without it, direct messages in channels not seen before are dropped.
		partials: [Partials.Channel],
		makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
		// What is sent is written as Discord's API has it.
		jsonTransformer: (json) => json,
		allowedMentions: { parse: [], repliedUser: false },
		rest: {
			api: apiUrl,
			agent: new Agent({ connections: CONNECTIONS }),
			makeRequest: checkGateway(makeTransport(tally), shards),
		},
		ws: {
			buildStrategy: (manager) => new Lasting(manager),
			buildIdentifyThrottler: identifyOnce(loaded),
		},
		...(shards === 'auto' ? { shards } : { shards: [...shards.ids], shardCount: shards.count }),
	});
}

/**
 * A gateway that answers the first connection with an error (a 503, say) ends the login, and yet the shard goes on and
 * connects again, with nobody to hear it. Here the login goes on with it; codes that end a shard come as ShardDisconnect.
 */
class Lasting extends SimpleShardingStrategy {
	override connect(): Promise<void> {
		return super.connect().catch(() => undefined);
	}
}
