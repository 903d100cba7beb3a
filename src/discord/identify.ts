import { type IIdentifyThrottler, SimpleIdentifyThrottler, type WebSocketOptions } from 'discord.js';
import { unless } from './signal.ts';

type Build = NonNullable<WebSocketOptions['buildIdentifyThrottler']>;

/**
 * Connects to the gateway at once and sends IDENTIFY only when all that the bot answers with is loaded: Discord counts
 * IDENTIFYs, and a corpus that cannot be served must not spend one. Between them it leaves the pauses that Discord wants.
 * @param loaded where it rejects, no IDENTIFY is ever sent
 */
export function identifyOnce(loaded: Promise<unknown>): Build {
	const never = new Promise<never>(() => {});
	// discord.js sends IDENTIFY after an error, too, unless the connection is gone.
	const prepared = loaded.catch(() => never);
	return async (manager): Promise<IIdentifyThrottler> => {
		const { session_start_limit } = await manager.fetchGatewayInformation();
		const pauses = new SimpleIdentifyThrottler(session_start_limit.max_concurrency);
		return {
			async waitForIdentify(shard, closed) {
				await unless(closed, prepared);
				await pauses.waitForIdentify(shard, closed);
			},
		};
	};
}
