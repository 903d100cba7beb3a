import type { Answer } from '../paper/ask.ts';
import { shortAuthors } from '../paper/authors.ts';
import { sectionOf } from '../paper/labels.ts';
import { linkTo } from '../paper/link.ts';
import { type Paper, type Passage, sectionAt } from '../paper/paper.ts';
import type { Section, Slice } from '../paper/schema.ts';
import { SECTION_NAMES, type SectionKey } from '../paper/section.ts';
import { md } from './markdown.ts';
import type { Say } from './say.ts';

/** A verbatim piece of the record and what it is called. */
export type Piece = Pick<Slice, 'start' | 'end'> & { name: string };

/** Verbatim text: from the first piece to the last, with what stands between them in the record. */
export type Quote = { paper: Paper; pieces: readonly [Piece, ...Piece[]] };

/** One embed, before Discord's limits: a long one becomes several. */
export type Card = {
	/** Plain text. */
	title: string;
	url?: string | undefined;
	/** Markdown of our own, before the quotation; what comes from elsewhere in it went through `md`. */
	text?: string;
	quote?: Quote;
	/** The quotation is hidden behind spoiler bars. */
	spoiler?: boolean;
	/** Does not say where the quotation stands. */
	unnamed?: boolean;
	/** Names are plain text, values markdown. */
	fields?: { name: string; value: string }[];
	/** Plain text. Under a quotation stands where that is from, behind it. */
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
	 * For a reply that may need several pages: the button (its name, a colon, its state) that makes this reply again,
	 * and how many cards a page has at most. Without it, a reply that does not fit in one message is cut, and says so.
	 */
	pages?: { again: string; size?: number };
	/** Under a hidden reply a button posts it for all to see. `none`: it is of use to nobody else; `done`: it was shared. */
	share?: 'none' | 'done';
	/** Takes the place of the message under whose button it was made, instead of being a new one. */
	replaces?: boolean;
	/** Opened under the reply where that is possible; elsewhere its cards stand in the reply itself. */
	thread?: { name: string; cards: Card[] };
	/** As what it counts, where that is not simply an answer; never shown. */
	counts?: 'miss' | Answer['kind'];
};

/** The name that starts the custom_id of the button Share, and what it becomes once it was pressed. */
export const SHARE = 'share';
export const SHARED = 'shared';

/** A hidden reply of one card, for whoever asked alone. */
export const note = (title: string, text: string): Reply => ({ hidden: true, cards: [{ title, text }], share: 'none' });

/** A note on what was not found, what cannot be done. */
export const miss = (title: string, text: string): Reply => ({ ...note(title, text), counts: 'miss' });

/** A passage of a section under the section's own label, linked to where it stands in the record. */
export function passageCard(paper: Paper, passage: Passage, label = labelOf(paper, passage)): Card {
	return { title: label, url: linkTo(paper, passage), quote: { paper, pieces: [passage] } };
}

/** A section, whole. */
export function sectionCard(paper: Paper, section: Section): Card {
	const [first, ...rest] = passagesIn(paper, section);
	const title = section.label || SECTION_NAMES[section.key];
	if (!first) throw new Error(`${paper.id}: the section ${section.key} at ${section.start} has no passage`);
	return { title, url: linkTo(paper, section), quote: { paper, pieces: [first, ...rest] } };
}

/** The sentences of a section. */
export const passagesIn = ({ passages }: Paper, section: Section) =>
	passages.filter(({ start, end }) => section.start <= start && end <= section.end);

const labelOf = (paper: Paper, passage: Passage) => sectionAt(paper, passage)?.label || SECTION_NAMES[passage.section];

/** `Purpose 1–3 · Perrin, Frost & Ware · abstract, CQUniversity`: what was quoted, of which paper, from where. */
export function standsIn(quote: Quote): string {
	const { paper, pieces } = quote;
	const last = pieces.at(-1)?.name ?? '';
	const [first] = pieces;
	const names = first.name === last ? last : `${first.name}–${last.replace(/^.* /, '')}`;
	return [names, shortAuthors(paper.verified), paper.repository?.name ?? 'record'].join(' · ');
}

/** That the paper has no section of these kinds, that its record has a label for one and no text, and which it has. */
export function missingSection(paper: Paper, keys: readonly SectionKey[], say: Say): Reply {
	const asked = keys.map((key) => say.plain('quoted', { text: SECTION_NAMES[key] })).join(` ${say.plain('or')} `);
	const labels = paper.sections.map((section) => md`- ${section.label || SECTION_NAMES[section.key]}`);
	const blank = paper.blank.filter(({ text }) => keys.some((key) => key === sectionOf(text)));
	return miss(
		say.plain('noSuchSection'),
		[
			...(blank.length > 0 ? [leftBlank(blank, say)] : []),
			say('noSuchSectionText', { asked }),
			...labels,
			say('abstractShowsAll'),
		].join('\n'),
	);
}

/** That the record has these labels and no value for them. */
export const leftBlank = (labels: readonly Slice[], say: Say) =>
	say('recordBlank', { labels: labels.map(({ text }) => say.plain('quoted', { text })).join(', ') });
