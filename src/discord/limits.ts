/** Discord's limits, in characters or pieces (https://discord.com/developers/docs). */
export const LIMITS = {
	title: 256,
	threadName: 100,
	description: 4096,
	fields: 25,
	fieldName: 256,
	fieldValue: 1024,
	footer: 2048,
	/** All texts of all embeds of one message together. */
	embedText: 6000,
	embeds: 10,
	rows: 5,
	rowButtons: 5,
	customId: 100,
	label: 80,
	choices: 25,
	choice: 100,
	url: 2048,
} as const;

const characters = new Intl.Segmenter('en');

/** At most `most` UTF-16 units of a text, with an ellipsis where it was cut; never within a character. Not for quotations. */
export function cut(text: string, most: number): string {
	if (text.length <= most) return text;
	let kept = '';
	for (const { segment } of characters.segment(text)) {
		if (kept.length + segment.length > most - 1) break;
		kept += segment;
	}
	return `${kept.trimEnd()}…`;
}

/** As `cut`, for text that is markdown already: no backslash is left without what it escapes. */
export const cutMarkdown = (markdown: string, most: number) =>
	cut(markdown, most).replace(/(?<!\\)((?:\\\\)*)\\…$/, '$1…');
