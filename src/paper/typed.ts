/** What people type and what it is compared with, alike: one form of each character, small letters, no space around. */
export const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** Whether a text has every word that was typed so far, in any order, anywhere in it. */
export function hasEvery(text: string, typed: string): boolean {
	const folded = fold(text);
	return fold(typed)
		.split(/\s+/)
		.every((word) => folded.includes(word));
}
