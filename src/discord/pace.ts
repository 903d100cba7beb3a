/** So many messages from one person in so many milliseconds are too many. */
const TOO_MANY = 5;
const WINDOW = 10_000;

/**
 * Per person: whether a message is answered, answered with a request to slow down (once), or, for as long as that asks
 * for, not at all. Who wrote when is forgotten with the first message after that.
 */
export function makePace() {
	const recent = new Map<string, number[]>();
	/** @param now in milliseconds */
	return (person: string, now: number): 'answer' | 'ask to slow down' | 'silent' => {
		for (const [id, times] of recent) if ((times.at(-1) ?? 0) <= now - WINDOW) recent.delete(id);
		const before = recent.get(person) ?? [];
		if (before.length === TOO_MANY) return 'silent';
		const times = [...before.filter((time) => time > now - WINDOW), now];
		recent.set(person, times);
		return times.length < TOO_MANY ? 'answer' : 'ask to slow down';
	};
}
