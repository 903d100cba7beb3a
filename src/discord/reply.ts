import type { Paper, Passage } from '../paper/paper.ts';

/** Verbatim text: the passages of one section of a paper, from the first to the last, with what stands between them. */
export type Quote = { paper: Paper; passages: readonly [Passage, ...Passage[]] };

/** One embed, before Discord's limits: a long one becomes several. */
export type Card = {
	/** Plain text. */
	title: string;
	url?: string;
	/** Markdown of our own, before the quotation; what comes from elsewhere in it went through `md`. */
	text?: string;
	quote?: Quote;
	/** Names are plain text, values markdown. */
	fields?: { name: string; value: string }[];
	/** Plain text. Absent under a quotation: where it stands. */
	footer?: string;
};

/** `id` is the custom_id: the name under which a command has the button, a colon, its state. At most 100 characters. */
export type Button = { label: string; id: string };

/** A file to go with the message; the text is sent as UTF-8. */
export type Attachment = { name: string; text: string };

/** What a command returns; rendered within Discord's limits and sent once, by the edge. */
export type Reply = {
	/** Only the person who asked sees it. */
	hidden: boolean;
	cards: Card[];
	buttons?: Button[];
	files?: Attachment[];
	/**
	 * A reply of several pages: the button (its name, a colon, its state) that makes this reply again, and how many
	 * cards a page has at most. Absent: as many as fit; without it a reply that does not fit is an error.
	 */
	pages?: { again: string; size?: number };
};
