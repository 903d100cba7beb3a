import type { Anchored, GeneralPrompts } from './schema.ts';
import type { SectionKey } from './section.ts';

/** A prompt and the passage that it is anchored to. */
export type Prompt = { text: string; passage: string };

/** How many prompts open a discussion. */
const MOST = 3;

/**
 * Prompts for a section. A passage's prompts go from its words over evidence to the reader's own field, so the first
 * comes from the first passage, the second from the second, and so on around; general ones where the paper has none.
 * @param passages ids and names of the section's passages, in order; at least one
 */
export function promptsFor(
	section: SectionKey,
	passages: readonly { id: string; name: string }[],
	special: Anchored,
	general: GeneralPrompts,
): Prompt[] {
	return Array.from({ length: MOST }, (_, i): Prompt[] => {
		const passage = passages[i % passages.length];
		const text = special[passage?.id ?? '']?.[i] ?? general[section]?.[i];
		return passage && text !== undefined ? [{ text, passage: passage.name }] : [];
	}).flat();
}
