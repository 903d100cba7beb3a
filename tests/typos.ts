/** A question with `count` slips of the finger: letters swapped, dropped or doubled, at places that the seed decides. */
export function withTypos(question: string, count: number, seed: number): string {
	const random = generator(seed);
	let typed = question;
	for (let slips = 0; slips < count; slips++) {
		const places = [...typed.matchAll(/\p{L}(?=\p{L})/gu)].map(({ index }) => index);
		const at = places[Math.floor(random() * places.length)];
		if (at === undefined) return typed;
		const [a, b] = [typed[at] ?? '', typed[at + 1] ?? ''];
		const slip = [b + a, b, a + a + b][Math.floor(random() * 3)] ?? '';
		typed = typed.slice(0, at) + slip + typed.slice(at + 2);
	}
	return typed;
}

/** Mulberry32: numbers in [0, 1), the same for the same seed. */
function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
