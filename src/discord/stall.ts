import type { Logger } from 'pino';

/** How often the event loop is looked at, in milliseconds, and how much later than that is worth a line. */
const BEAT = 250;
const LATE = 600;

/**
 * Says in the log when the event loop was blocked: everything was late then, and nothing else would say why.
 * @returns what ends it
 */
export function watchLoop(log: Logger): () => void {
	let due = performance.now() + BEAT;
	const timer = setInterval(() => {
		const now = performance.now();
		const late = Math.round(now - due);
		due = now + BEAT;
		if (late >= LATE) log.info({ milliseconds: late }, 'the event loop was blocked');
	}, BEAT);
	timer.unref();
	return () => clearInterval(timer);
}
