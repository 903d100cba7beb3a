import type { Logger } from 'pino';

/** A stretch of time is over when nothing more has come of its cause for so long, in milliseconds, ... */
const QUIET = 1500;
/** ... and at the latest so long after it has begun. */
const LONGEST = 10_000;

type Stretch = { begun: number; times: number; about: object; timer?: NodeJS.Timeout };

/**
 * Logs what befalls many requests at once: one line for one cause in one stretch of time, written when that is over,
 * with how often it was and the first of them.
 */
export function makeTally(log: Logger) {
	const stretches = new Map<string, Stretch>();
	return (level: 'info' | 'warn', message: string, cause: string | number, about: object): void => {
		const key = `${message}: ${cause}`;
		const stretch: Stretch = stretches.get(key) ?? { begun: performance.now(), times: 0, about };
		const age = performance.now() - stretch.begun;
		stretch.times += 1;
		clearTimeout(stretch.timer);
		const write = () => {
			stretches.delete(key);
			log[level]({ ...stretch.about, times: stretch.times }, message);
		};
		stretch.timer = setTimeout(write, Math.max(0, Math.min(QUIET, LONGEST - age))).unref();
		stretches.set(key, stretch);
	};
}
