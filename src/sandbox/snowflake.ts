const epoch = 1_420_070_400_000n;
let last = 0n;

/** A new id as Discord makes them: its upper bits are the time, ids grow. */
export function snowflake(now: number = Date.now()): string {
	const fresh = (BigInt(now) - epoch) << 22n;
	last = fresh > last ? fresh : last + 1n;
	return String(last);
}

/** Which of `count` shards receives the events of a guild; private channels belong to shard 0. */
export function shardOf(guildId: string | undefined, count: number): number {
	return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
}
