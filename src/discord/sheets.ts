import type { APIEmbed, APIEmbedField } from 'discord.js';
import { divide, type Part, verbatim } from './divide.ts';
import { cut, cutMarkdown, LIMITS } from './limits.ts';
import { blockQuote, escapeMarkdown } from './markdown.ts';
import { type Card, standsIn } from './reply.ts';
import type { Say } from './say.ts';

/** An embed and what of a record it quotes. */
export type Sheet = { embed: APIEmbed; part?: Part | undefined };

/** Characters of one embed at most, so that a note that there is more has room beside it. */
export const SHEET = LIMITS.embedText - 200;

/** Each card within the limits of an embed: a long quotation goes over several, and loses not a character. */
export function sheetsOf(card: Card, say: Say): Sheet[] {
	const text = cutMarkdown(card.text ?? '', card.quote ? LIMITS.description / 2 : LIMITS.description);
	const parts = card.quote ? divide(card.quote, LIMITS.description - text.length - 1, card.spoiler) : [undefined];
	const sheets = parts.map((part, i): Sheet => {
		const quotation = part ? blockQuote(verbatim(part), card.spoiler) : '';
		const lines = [i === 0 ? text : '', quotation].filter((line) => line !== '');
		return { embed: embedOf(i > 0 ? continued(card, say) : card, say, lines.join('\n'), part), part };
	});
	for (const { name, value } of card.fields ?? []) {
		const field = { name: cut(name, LIMITS.fieldName), value: cutMarkdown(value, LIMITS.fieldValue) };
		addField(sheets, field, continued(card, say), say);
	}
	return sheets;
}

/** Long titles are cut here, so that the word for it stays. */
const continued = (card: Card, say: Say): Card => ({
	...card,
	title: say.plain('continued', { title: cut(card.title, LIMITS.title / 2) }),
});

/** Each embed of a card has its title, its link and where it is from. */
function embedOf(card: Card, say: Say, description = '', part?: Part): APIEmbed {
	const embed: APIEmbed = { title: title(card.title) };
	if (description !== '') embed.description = description;
	const footer = [card.footer, part && sourceOf(part, card, say)].filter((line) => line).join('\n');
	// A link that is too long still leads to the record, though not to the passage.
	const url = [card.url, card.url?.replace(/#.*$/s, '')].find((one) => one && one.length <= LIMITS.url);
	if (url) embed.url = url;
	if (footer !== '') embed.footer = { text: cut(footer, Math.min(LIMITS.footer, SHEET - textLength(embed))) };
	return embed;
}

/** Where a quotation stands, and that it is English for those who are spoken to in another language. */
function sourceOf(part: Part, { unnamed }: Card, say: Say): string {
	const english = /^en/i.test(part.paper.verified.language ?? 'en');
	return [!unnamed && standsIn(part), english && say.plain('inEnglish')].filter((text) => text).join(' · ');
}

/** Under the last embed of the card, or in one more where that is full. */
function addField(sheets: Sheet[], field: APIEmbedField, more: Card, say: Say): void {
	const last = sheets.at(-1)?.embed;
	const fields = last?.fields ?? [];
	if (last && fields.length < LIMITS.fields && textLength({ ...last, fields: [...fields, field] }) <= SHEET) {
		last.fields = [...fields, field];
	} else sheets.push({ embed: { ...embedOf(more, say), fields: [field] } });
}

/** An embed's title shows markdown, so it is escaped; what is cut is the text, not the escape. */
function title(text: string): string {
	for (let most: number = LIMITS.title; ; most -= 1) {
		const escaped = escapeMarkdown(cut(text, most));
		if (escaped.length <= LIMITS.title) return escaped;
	}
}

/** Consecutive sheets in messages of at most `size` embeds and `room` characters; one sheet is never more than that. */
export function paginate(sheets: Sheet[], size: number, room: number): Sheet[][] {
	const pages: Sheet[][] = [[]];
	let taken = 0;
	for (const sheet of sheets) {
		const page = pages.at(-1) ?? [];
		const length = textLength(sheet.embed);
		if (page.length > 0 && (page.length >= Math.min(size, LIMITS.embeds) || taken + length > room)) {
			pages.push([sheet]);
			taken = length;
		} else {
			page.push(sheet);
			taken += length;
		}
	}
	return pages;
}

function textLength(embed: APIEmbed): number {
	const fields = embed.fields ?? [];
	const texts = [embed.title, embed.description, embed.footer?.text, ...fields.flatMap((f) => [f.name, f.value])];
	return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
