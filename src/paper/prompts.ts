import type { Anchored, GeneralPrompts } from './schema.ts';
import type { SectionKey } from './section.ts';

/** A prompt and the passage that it is anchored to. */
export type Prompt = { text: string; passage: string };

/** How many prompts open a discussion. */
const MOST = 3;

/**
 * Prompts for a section. A passage's prompts go from its words over evidence to the reader's own field, and so do the
 * general ones, round after round; so the first prompt comes from one passage, the second from the next, and so on
 * around, general ones where the paper has none.
 * @param passages ids and names of the section's passages, in order; at least one
 * @param chance from 0 up to 1: which passage, and which round of the general ones, comes first
 */
export function promptsFor(
	section: SectionKey,
	passages: readonly { id: string; name: string }[],
	special: Anchored,
	general: GeneralPrompts,
	chance: number,
): Prompt[] {
	const texts = general[section] ?? [];
	const first = Math.floor(chance * passages.length);
	const round = Math.floor(chance * Math.max(1, Math.floor(texts.length / MOST)));
	return Array.from({ length: MOST }, (_, i): Prompt[] => {
		const passage = passages[(first + i) % passages.length];
		const text = special[passage?.id ?? '']?.[i] ?? texts[round * MOST + i];
		return passage && text !== undefined ? [{ text, passage: passage.name }] : [];
	}).flat();
}
