import { setTimeout as sleep } from 'node:timers/promises';

/** What is being answered, so that a stop can wait for it. After the signal nothing more is taken. */
export function keepInHand(signal: AbortSignal) {
	const inHand = new Set<Promise<void>>();
	let ended = false;
	return {
		add(answer: () => Promise<void>) {
			if (ended || signal.aborted) return;
			const answered = answer().finally(() => inHand.delete(answered));
			inHand.add(answered);
		},
		/** Takes nothing more, and waits so many milliseconds at most for what there is. */
		async end(patience: number) {
			ended = true;
			await Promise.race([Promise.all(inHand), sleep(patience, undefined, { ref: false })]);
		},
	};
}
