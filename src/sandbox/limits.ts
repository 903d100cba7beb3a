import { z } from 'zod';

/** Discord's limits on what a message may hold. Lengths count code points of the text without the space around it. */
export const limits = {
	content: 2000,
	embeds: 10,
	embedTotal: 6000,
	title: 256,
	description: 4096,
	fields: 25,
	fieldName: 256,
	fieldValue: 1024,
	footer: 2048,
	author: 256,
	rows: 5,
	rowItems: 5,
	customId: 100,
	label: 80,
	choices: 25,
	choiceName: 100,
	choiceValue: 100,
	attachments: 10,
	attachmentBytes: 10 * 1024 * 1024,
} as const;

type Context = {
	addIssue(issue: { code: 'custom'; path?: PropertyKey[]; message: string; params: { discord: string } }): void;
};

export function issue(context: Context, path: PropertyKey[], discord: string, message: string): void {
	context.addIssue({ code: 'custom', path, message, params: { discord } });
}

export function text(max: number, min = 0) {
	return z
		.string()
		.trim()
		.superRefine((value, context) => {
			const length = [...value].length;
			if (length === 0 && min > 0) issue(context, [], 'BASE_TYPE_REQUIRED', 'This field is required');
			else if (length < min || length > max) {
				const rule = min > 0 ? `between ${min} and ${max}` : `${max} or fewer`;
				issue(context, [], min > 0 ? 'BASE_TYPE_BAD_LENGTH' : 'BASE_TYPE_MAX_LENGTH', `Must be ${rule} in length.`);
			}
		});
}

export const snowflakeId = z
	.union([z.string().regex(/^\d{1,20}$/), z.number().int().nonnegative()], { error: 'Value is not snowflake.' })
	.transform(String);

export function link(protocols: readonly string[], max = 2048) {
	return text(max, 1).superRefine((value, context) => {
		const url = URL.canParse(value) ? new URL(value) : undefined;
		if (!url || !protocols.includes(url.protocol.slice(0, -1))) {
			issue(context, [], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
		}
	});
}

const web = link(['http', 'https']);
const media = z.object({ url: link(['http', 'https', 'attachment']) });

export const embed = z
	.object({
		title: text(limits.title).nullish(),
		description: text(limits.description).nullish(),
		url: web.nullish(),
		timestamp: z.iso.datetime({ offset: true }).nullish(),
		color: z.number().int().min(0).max(0xffffff).nullish(),
		footer: z.object({ text: text(limits.footer, 1), icon_url: media.shape.url.nullish() }).nullish(),
		image: media.nullish(),
		thumbnail: media.nullish(),
		author: z
			.object({ name: text(limits.author, 1), url: web.nullish(), icon_url: media.shape.url.nullish() })
			.nullish(),
		fields: z
			.array(
				z.object({
					name: text(limits.fieldName, 1),
					value: text(limits.fieldValue, 1),
					inline: z.boolean().nullish(),
				}),
			)
			.max(limits.fields)
			.nullish(),
	})
	.superRefine((value, context) => {
		const { title, description, fields, author, footer, image, thumbnail } = value;
		if (title || description || fields?.length || author || footer || image || thumbnail) return;
		issue(context, ['description'], 'BASE_TYPE_REQUIRED', 'This field is required');
	});

export type EmbedBody = z.output<typeof embed>;

/** What counts towards the 6,000 characters of a message's embeds. */
export function embedLength({ title, description, footer, author, fields }: EmbedBody): number {
	const texts = [title, description, footer?.text, author?.name];
	for (const field of fields ?? []) texts.push(field.name, field.value);
	return texts.reduce((sum, part) => sum + [...(part ?? '')].length, 0);
}

export const allowedMentions = z
	.object({
		parse: z.array(z.enum(['users', 'roles', 'everyone'])).nullish(),
		users: z.array(snowflakeId).max(100).nullish(),
		roles: z.array(snowflakeId).max(100).nullish(),
		replied_user: z.boolean().nullish(),
	})
	.superRefine((value, context) => {
		for (const kind of ['users', 'roles'] as const) {
			if (value.parse?.includes(kind) && value[kind]?.length) {
				const rule = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
				issue(context, [], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', rule);
			}
		}
	});

export type AllowedMentions = z.output<typeof allowedMentions>;

const choice = z.object({
	name: text(limits.choiceName, 1),
	name_localizations: z.record(z.string(), text(limits.choiceName, 1)).nullish(),
	value: z.union([text(limits.choiceValue, 1), z.number()]),
});

export const autocompleteResult = z.object({
	choices: z
		.array(choice)
		.max(limits.choices)
		.nullish()
		.transform((choices) => choices ?? []),
});
