import { type Client, Events, GatewayCloseCodes, Status } from 'discord.js';
import type { Logger } from 'pino';
import { loggable } from './log.ts';
import { watchLoop } from './stall.ts';

/** One of the gateway's connections; times as in Date.now(). */
export type Shard = {
	id: number;
	/** discord.js' word, in lower case: `ready`, `connecting`, `resuming`, `disconnected` … */
	state: string;
	/** When it became ready, or was resumed; undefined: never yet. */
	since: number | undefined;
	/** When the last heartbeat was sent that was acknowledged; undefined: none yet. */
	heartbeat: number | undefined;
	/** Milliseconds until that heartbeat was acknowledged. */
	latency: number | undefined;
};

export type Gateway = {
	shards(): Shard[];
	/** When the last event of any kind came in; undefined: none yet. */
	lastEvent(): number | undefined;
	/** Nothing more is said of it. */
	end(): void;
};

/** Discord has closed the gateway and takes no other connection of this kind; 4004: it refuses the token. */
export class GatewayClosed extends Error {
	readonly code: number;
	/** Whether a new start mends it, which asks Discord anew how many shards it wants. */
	readonly passes: boolean;
	/** @param auto the shards are as many as Discord recommends */
	constructor(code: number, auto: boolean) {
		super(`Discord has closed the gateway for good, with code ${code} (${GatewayCloseCodes[code] ?? 'unknown'})`);
		this.code = code;
		this.passes = auto && code === GatewayCloseCodes.ShardingRequired;
	}
}

/**
 * How long a gateway may be silent, in milliseconds. Discord wants a heartbeat each 41.25 seconds and acknowledges it at
 * once, so that what has died is known as dead within the minute; the client itself gives it up only when the next
 * heartbeat but one is due, and then waits for half a minute for its end.
 */
export const SILENCE = 55_000;

/** Whether every connection is ready and was heard of. */
export function isReady(shards: readonly Shard[], now: number, silence = SILENCE): boolean {
	const alive = ({ state, since = 0, heartbeat = 0 }: Shard) =>
		state === 'ready' && now - Math.max(since, heartbeat) <= silence;
	return shards.length > 0 && shards.every(alive);
}

/**
 * Follows the client's connections; says in the log when one is lost, and when it is back, not at each attempt between.
 * @param token blotted out in the log
 */
export function watchGateway(client: Client, log: Logger, token: string): Gateway {
	const since = new Map<number, number>();
	const lost = new Set<number>();
	/** What the connection said before it was lost. */
	const errors = new Map<number, Error>();
	let lastEvent: number | undefined;
	let ended = false;
	const up = (shard: number) => {
		since.set(shard, Date.now());
		const wasLost = lost.delete(shard);
		if (wasLost) log.info({ shard }, 'gateway back');
		return wasLost;
	};
	const endWatch = watchLoop(log);
	client.on(Events.ShardReady, up);
	client.on(Events.ShardResume, (shard) => {
		// As where Discord declares the session invalid and lets it be resumed on the same connection.
		if (!up(shard)) log.info({ shard }, 'gateway resumed');
	});
	client.on(Events.ShardError, (error, shard) => errors.set(shard, error));
	client.on(Events.ShardReconnecting, (shard) => {
		const error = errors.get(shard);
		errors.delete(shard);
		if (ended || lost.has(shard)) return;
		lost.add(shard);
		log.warn({ shard, ...(error && { error: loggable(error, token) }) }, 'gateway lost; connecting again');
	});
	client.on(Events.Raw, () => {
		lastEvent = Date.now();
	});
	return {
		shards: () =>
			client.ws.shards.map(({ id, status, lastPingTimestamp, ping }) => ({
				id,
				state: (Status[status] ?? 'unknown').toLowerCase(),
				since: since.get(id),
				heartbeat: lastPingTimestamp > 0 ? lastPingTimestamp : undefined,
				latency: ping >= 0 ? ping : undefined,
			})),
		lastEvent: () => lastEvent,
		end() {
			ended = true;
			endWatch();
		},
	};
}
