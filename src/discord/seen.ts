/**
 * How long an id is remembered, in milliseconds: an interaction that is older is over, and a message that is answered again
 * is known to Discord by its nonce.
 */
const KEPT = 5000;

/** Whether something of this id came in a moment ago. Nothing but ids is kept, and none for long. */
export function makeSeen() {
	const times = new Map<string, number>();
	return (id: string, now = Date.now()): boolean => {
		for (const [old, time] of times) {
			if (time > now - KEPT) break;
			times.delete(old);
		}
		if (times.has(id)) return true;
		times.set(id, now);
		return false;
	};
}
