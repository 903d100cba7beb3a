import { type APIEmbed, type ButtonInteraction, ComponentType, MessageFlags } from 'discord.js';
import type { Paper } from '../paper/paper.ts';
import { quotations } from './markdown.ts';
import { SHARE, SHARED } from './reply.ts';

type Pressed = ButtonInteraction['message'];

/** How long an attachment may take to come, in milliseconds. */
const LATE = 10_000;

/** What a hidden message shows, to be sent again without its button Share. */
export type Copy = {
	embeds: APIEmbed[];
	components: ReturnType<typeof rowsOf>;
	files: { name: string; url: string }[];
};

/** Undefined where nothing of it can be shown: it is not hidden, or quotes what none of these papers has (any more). */
export function copyOf(message: Pressed, papers: Iterable<Paper>): Copy | undefined {
	const embeds = message.embeds.map(({ data: { title, description, url, fields, footer } }) => ({
		...(title !== undefined && { title }),
		...(description !== undefined && { description }),
		...(url !== undefined && { url }),
		...(fields && { fields: fields.map(({ name, value }) => ({ name, value })) }),
		...(footer && { footer: { text: footer.text } }),
	}));
	const texts = embeds.flatMap(({ description = '', fields = [] }) => [
		description,
		...fields.map(({ value }) => value),
	]);
	const records = [...papers].map(({ record }) => record);
	const hidden = message.flags.has(MessageFlags.Ephemeral);
	if (!hidden || embeds.length === 0 || !texts.flatMap(quotations).every((text) => isIn(text, records)))
		return undefined;
	const files = message.attachments.map(({ name, url }) => ({ name, url }));
	return { embeds, components: rowsOf(message), files };
}

/** Line by line, as Discord may have taken white space from the ends of a text. */
function isIn(quotation: string, records: readonly string[]): boolean {
	const lines = quotation.split('\n').map((line) => line.trim());
	return records.some((record) => lines.every((line) => record.includes(line)));
}

function rowsOf({ components }: Pressed) {
	return components.flatMap((row) => {
		if (row.type !== ComponentType.ActionRow) return [];
		const { components: all, ...json } = row.toJSON();
		const kept = all.filter((one) => !('custom_id' in one && isShare(one.custom_id)));
		return kept.length > 0 ? [{ ...json, components: kept }] : [];
	});
}

const isShare = (customId: string) => customId.startsWith(`${SHARE}:`);

/** Whether the message says that it was shared. */
export const isMarked = ({ components }: Pressed) =>
	components.some(
		(row) =>
			'components' in row && row.components.some((one) => 'customId' in one && one.customId?.startsWith(`${SHARED}:`)),
	);

/** The rows of buttons with Share as pressed. */
export const marked = ({ components }: Pressed, label: string) =>
	components.map((row) => {
		const json = row.toJSON();
		if (!('components' in json)) return json;
		const all = json.components.map((one) =>
			'custom_id' in one && isShare(one.custom_id) ? { ...one, label, custom_id: `${SHARED}:` } : one,
		);
		return { ...json, components: all };
	});

/** @throws where the file does not come in time */
export async function download({ name, url }: Copy['files'][number]) {
	const answer = await fetch(url, { signal: AbortSignal.timeout(LATE) });
	if (!answer.ok) throw new Error(`an attachment could not be fetched: ${answer.status}`);
	return { name, attachment: Buffer.from(await answer.arrayBuffer()) };
}
