import { z } from 'zod';
import { SECTION_KEYS, type SectionKey } from './section.ts';

const prompt = z.string().min(1).max(300);

/** prompts.json of the corpus: for each kind of section, prompts that fit any paper, in the order in which they are asked. */
export const generalPromptsSchema = z.partialRecord(z.enum(SECTION_KEYS), z.array(prompt));

/** prompts.json of a paper: by passage id (the anchor), prompts on that passage's very words. */
export const promptsSchema = z.record(z.string().min(1), z.array(prompt));

export type GeneralPrompts = z.infer<typeof generalPromptsSchema>;
export type Prompts = z.infer<typeof promptsSchema>;

/** A prompt and the passage that it is anchored to. */
export type Prompt = { text: string; passage: string };

/** How many prompts open a discussion. */
const MOST = 3;

/**
 * Prompts for a section: one or more of each of its passages in turn, those special to the paper first, then general ones.
 * @param passages ids and names of the section's passages, in order; at least one
 */
export function promptsFor(
	section: SectionKey,
	passages: readonly { id: string; name: string }[],
	special: Prompts,
	general: GeneralPrompts,
): Prompt[] {
	const rounds = Math.max(0, ...passages.map(({ id }) => special[id]?.length ?? 0));
	const own = Array.from({ length: rounds }, (_, round) =>
		passages.flatMap(({ id, name }) => {
			const text = special[id]?.[round];
			return text === undefined ? [] : [{ text, passage: name }];
		}),
	).flat();
	const anchor = passages[0]?.name ?? '';
	return [...own, ...(general[section] ?? []).map((text) => ({ text, passage: anchor }))].slice(0, MOST);
}
