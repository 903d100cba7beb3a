import type { Logger } from 'pino';

/** A stretch of time is over when nothing more has come of its cause for so long, in milliseconds, ... */
const QUIET = 1500;
/** ... and at the latest so long after it has begun. */
const LONGEST = 10_000;

type Stretch = { begun: number; times: number; about: object; timer?: NodeJS.Timeout; write: () => void };

export type Tally = ReturnType<typeof makeTally>;

/**
 * Logs what befalls many requests at once: one line for one cause in one stretch of time, written when that is over,
 * with how often it was and the first of them.
 */
export function makeTally(log: Logger) {
	const stretches = new Map<string, Stretch>();

	function begin(level: 'info' | 'warn', message: string, key: string, about: object): Stretch {
		const stretch: Stretch = { begun: performance.now(), times: 0, about, write };
		function write() {
			clearTimeout(stretch.timer);
			stretches.delete(key);
			log[level]({ ...stretch.about, times: stretch.times }, message);
		}
		stretches.set(key, stretch);
		return stretch;
	}

	return {
		count(level: 'info' | 'warn', message: string, cause: string | number, about: object): void {
			const key = `${message}: ${cause}`;
			const stretch = stretches.get(key) ?? begin(level, message, key, about);
			const age = performance.now() - stretch.begun;
			stretch.times += 1;
			clearTimeout(stretch.timer);
			stretch.timer = setTimeout(stretch.write, Math.max(0, Math.min(QUIET, LONGEST - age))).unref();
		},
		/** Writes what is counted so far, as before an end. */
		flush(): void {
			for (const { write } of stretches.values()) write();
		},
	};
}
