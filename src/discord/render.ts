import {
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIEmbed,
	type APIEmbedField,
	ButtonStyle,
	ComponentType,
} from 'discord.js';
import type { Paper } from '../paper/paper.ts';
import { divide, verbatim } from './divide.ts';
import { cut, LIMITS } from './limits.ts';
import { blockQuote, escapeMarkdown, quotations } from './markdown.ts';
import { type Attachment, type Button, type Card, type Reply, standsIn } from './reply.ts';
import type { Say } from './say.ts';
import { turnButtons } from './turn.ts';

type Row = APIActionRowComponent<APIButtonComponent>;

/** A message within Discord's limits. */
export type Message = { embeds: APIEmbed[]; components: Row[]; files: Attachment[] };

/** A quotation on an outgoing message that is not in the record, character for character. */
export class NotVerbatimError extends Error {}

/** An embed and the paper that it quotes. */
type Sheet = { embed: APIEmbed; paper: Paper | undefined };

/**
 * One page of a reply, its quotations checked against the record.
 * @param page from 0
 * @returns undefined where the reply has no such page
 * @throws NotVerbatimError; Error where a reply is larger than Discord allows
 */
export function render(reply: Reply, say: Say, page = 0): Message | undefined {
	const all = paginate(
		reply.cards.flatMap((card) => sheetsOf(card, say)),
		reply.pages?.size ?? LIMITS.embeds,
	);
	const sheets = all[page];
	if (!sheets) return undefined;
	if (all.length > 1 && !reply.pages) throw new Error(`a reply of ${all.length} pages has no way to turn them`);
	for (const sheet of sheets) checkQuotations(sheet);
	const rows = rowsOf(reply.buttons ?? []);
	if (all.length > 1 && reply.pages) rows.push(row(turnButtons(reply.pages.again, page, all.length, say)));
	if (rows.length > LIMITS.rows) throw new Error(`${rows.length} rows of buttons, Discord takes ${LIMITS.rows}`);
	return { embeds: sheets.map((sheet) => sheet.embed), components: rows, files: reply.files ?? [] };
}

/** Each card within the limits of an embed: a long quotation goes over several, and loses not a character. */
function sheetsOf(card: Card, say: Say): Sheet[] {
	const text = card.text ?? '';
	const parts = card.quote ? divide(card.quote, LIMITS.description - text.length - 1) : [undefined];
	return parts.map((part, i) => {
		const embed: APIEmbed = { title: title(i === 0 ? card.title : say.plain('continued', { title: card.title })) };
		const lines = [i === 0 ? text : '', part ? blockQuote(verbatim(part)) : ''].filter((line) => line !== '');
		const footer = [card.footer, part && standsIn(part)].filter((line) => line !== undefined).join('\n');
		if (card.url !== undefined && card.url.length <= LIMITS.url) embed.url = card.url;
		if (lines.length > 0) embed.description = lines.join('\n');
		if (card.fields && i === parts.length - 1) embed.fields = card.fields.map(fieldOf);
		if (footer !== '') embed.footer = { text: cut(footer, LIMITS.footer) };
		return { embed, paper: part?.paper };
	});
}

/** An embed's title shows markdown, so it is escaped; what is cut is the text, not the escape. */
function title(text: string): string {
	for (let most: number = LIMITS.title; ; most -= 1) {
		const escaped = escapeMarkdown(cut(text, most));
		if (escaped.length <= LIMITS.title) return escaped;
	}
}

const fieldOf = ({ name, value }: { name: string; value: string }): APIEmbedField => ({
	name: cut(name, LIMITS.fieldName),
	value: cut(value, LIMITS.fieldValue),
});

/** Consecutive sheets in messages of at most `size` embeds and Discord's sum of characters. */
function paginate(sheets: Sheet[], size: number): Sheet[][] {
	const pages: Sheet[][] = [[]];
	for (const sheet of sheets) {
		const page = pages.at(-1) ?? [];
		const full = page.length >= Math.min(size, LIMITS.embeds);
		const text = [...page, sheet].reduce((sum, { embed }) => sum + textLength(embed), 0);
		if (page.length > 0 && (full || text > LIMITS.embedText)) pages.push([sheet]);
		else page.push(sheet);
	}
	return pages;
}

function textLength(embed: APIEmbed): number {
	const fields = embed.fields ?? [];
	const texts = [embed.title, embed.description, embed.footer?.text, ...fields.flatMap((f) => [f.name, f.value])];
	return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

const rowsOf = (buttons: readonly Button[]): Row[] => {
	const rows: Row[] = [];
	for (let i = 0; i < buttons.length; i += LIMITS.rowButtons) {
		rows.push(row(buttons.slice(i, i + LIMITS.rowButtons).map(buttonOf)));
	}
	return rows;
};

const row = (components: APIButtonComponent[]): Row => ({ type: ComponentType.ActionRow, components });

function buttonOf({ label, id }: Button): APIButtonComponent {
	if (id.length > LIMITS.customId) throw new Error(`the button ${label}: its custom_id has ${id.length} characters`);
	return { type: ComponentType.Button, style: ButtonStyle.Secondary, label: cut(label, LIMITS.label), custom_id: id };
}

/** Promise 1 of the bot, kept on the very text that goes out: what looks like a quotation is one. */
function checkQuotations({ embed, paper }: Sheet): void {
	for (const markdown of [embed.description, ...(embed.fields ?? []).map((field) => field.value)]) {
		for (const quotation of quotations(markdown ?? '')) {
			if (quotation !== '' && paper?.record.includes(quotation)) continue;
			throw new NotVerbatimError(`not in the record of ${paper?.id ?? 'any paper'}: ${JSON.stringify(quotation)}`);
		}
	}
}
