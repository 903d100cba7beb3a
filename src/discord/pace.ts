/** So many messages from one person in so many milliseconds are too many. */
const TOO_MANY = 5;
const WINDOW = 10_000;

/**
 * Per person: whether a message is answered, answered with a request to slow down (once), or, for as long as that asks
 * for, not at all. Who wrote when is forgotten once it no longer counts.
 */
export function makePace() {
	const recent = new Map<string, readonly number[]>();

	function remember(person: string, times: readonly number[]): void {
		recent.set(person, times);
		setTimeout(() => recent.get(person) === times && recent.delete(person), WINDOW).unref();
	}

	/** @param now in milliseconds */
	return (person: string, now: number): 'answer' | 'ask to slow down' | 'silent' => {
		const last = recent.get(person) ?? [];
		const before = (last.at(-1) ?? 0) > now - WINDOW ? last : [];
		if (before.length === TOO_MANY) return 'silent';
		const times = [...before.filter((time) => time > now - WINDOW), now];
		remember(person, times);
		return times.length < TOO_MANY ? 'answer' : 'ask to slow down';
	};
}
