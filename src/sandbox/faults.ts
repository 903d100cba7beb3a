import type { RequestRecord } from './state.ts';

/**
 * What goes wrong on purpose. `rest` sees each request before it is carried out: a Response is sent instead, `'hang'`
 * never answers, `'reset'` cuts the connection, `undefined` lets it pass; with `'done, '` before, it is carried out and only
 * its answer is lost, cut in `'half'`, or a `'503'` instead.
 */
export type Faults = {
	rest?: ((request: RequestRecord) => FaultAnswer | Promise<FaultAnswer>) | undefined;
	/** The gateway stops acknowledging heartbeats. */
	silentHeartbeats?: boolean;
	/** The gateway takes no new connection, or only those for which this says so. */
	refuseConnections?: boolean | (() => boolean);
	/** The code with which the gateway closes the connection instead of READY. */
	identify?: number;
	/** The HTTP status with which it refuses them; absent: it cuts them off. */
	refusal?: number;
};

export type FaultAnswer = Response | `${'' | 'done, '}${'hang' | 'reset'}` | 'done, half' | 'done, 503' | undefined;
