import { isDeepStrictEqual } from 'node:util';
import {
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIEmbed,
	ButtonStyle,
	ComponentType,
} from 'discord.js';
import { verbatim } from './divide.ts';
import { cut, LIMITS } from './limits.ts';
import { quotations } from './markdown.ts';
import { type Attachment, type Button, type Reply, SHARE, SHARED } from './reply.ts';
import type { Say } from './say.ts';
import { paginate, SHEET, type Sheet, sheetsOf } from './sheets.ts';
import { turnButtons } from './turn.ts';

type Row = APIActionRowComponent<APIButtonComponent>;

/** A message within Discord's limits. */
export type Message = { embeds: APIEmbed[]; components: Row[]; files: Attachment[] };

/** A quotation on an outgoing message that is not in the record, character for character. */
export class NotVerbatimError extends Error {}

/**
 * One page of a reply, its quotations checked against the record.
 * @param page from 0
 * @returns undefined where the reply has no such page
 * @throws NotVerbatimError
 */
export function render(reply: Reply, say: Say, page = 0): Message | undefined {
	const all = pagesOf(reply, say);
	const sheets = all[page];
	if (!sheets) return undefined;
	for (const sheet of sheets) checkQuotations(sheet);
	const rows = rowsOf(buttonsOf(reply, say));
	if (all.length > 1 && reply.pages) rows.push(row(turnButtons(reply.pages.again, page, all.length, say)));
	if (rows.length > LIMITS.rows) throw new Error(`${rows.length} rows of buttons, Discord takes ${LIMITS.rows}`);
	return { embeds: sheets.map((sheet) => sheet.embed), components: rows, files: reply.files ?? [] };
}

/** All pages of a reply; of one that cannot be turned the first, which says so where there is more. */
function pagesOf({ cards, thread, pages }: Reply, say: Say): Sheet[][] {
	const sheets = [...cards, ...(thread?.cards ?? [])].flatMap((card) => sheetsOf(card, say));
	const all = paginate(sheets, pages?.size ?? LIMITS.embeds, LIMITS.embedText);
	if (pages || all.length === 1) return all;
	const [first = []] = paginate(sheets, LIMITS.embeds - 1, SHEET);
	return [[...first, { embed: { description: say('moreThanFits') } }]];
}

/** Share carries nothing: what is shared is read from the message itself, however long it took to ask for it. */
function buttonsOf({ buttons = [], hidden, share }: Reply, say: Say): readonly Button[] {
	if (!hidden || share === 'none') return buttons;
	const [key, id] = share === 'done' ? (['shared', SHARED] as const) : (['share', SHARE] as const);
	return [...buttons, { label: say.plain(key), id: `${id}:` }];
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

/**
 * Promise 1 of the bot, kept on the very text that goes out: its quotations are exactly the one that was meant.
 * @throws NotVerbatimError
 */
export function checkQuotations({ embed, part }: Sheet): void {
	const texts = [embed.description, ...(embed.fields ?? []).map((field) => field.value)];
	const shown = texts.flatMap((markdown) => quotations(markdown ?? ''));
	const meant = part ? [verbatim(part)] : [];
	if (isDeepStrictEqual(shown, meant)) return;
	// Their words stay out of the log: what the record does not have may be what somebody typed.
	const lengths = (texts: readonly string[]) => texts.map(({ length }) => length).join(' and ') || 'none';
	throw new NotVerbatimError(
		`quotations of a message are not those of the record of ${part?.paper.id ?? 'any paper'}; lengths in characters: ${lengths(shown)}, in the record ${lengths(meant)}`,
	);
}
