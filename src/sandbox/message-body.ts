import { MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { layout, rows } from './components.ts';
import { allowedMentions, embed, embedLength, issue, limits, snowflakeId, text } from './limits.ts';

const flags = z.number().int().nonnegative().nullish();

const embeds = z
	.array(embed)
	.max(limits.embeds)
	.superRefine((value, context) => {
		const total = value.reduce((sum, one) => sum + embedLength(one), 0);
		if (total <= limits.embedTotal) return;
		issue(context, [], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${limits.embedTotal}`);
	});

const attachments = z
	.array(z.object({ id: snowflakeId, filename: z.string().nullish(), description: text(1024).nullish() }))
	.max(limits.attachments);

const shared = {
	content: text(limits.content).nullish(),
	embeds: embeds.nullish(),
	allowed_mentions: allowedMentions.nullish(),
	attachments: attachments.nullish(),
	flags,
};

const reference = z.object({
	type: z.union([z.literal(0), z.literal(1)]).nullish(),
	message_id: snowflakeId,
	channel_id: snowflakeId.nullish(),
	guild_id: snowflakeId.nullish(),
	fail_if_not_exists: z.boolean().nullish(),
});

const classic = z.object({
	...shared,
	components: rows.nullish(),
	tts: z.boolean().nullish(),
	nonce: z.union([z.string().max(25), z.number().int()]).nullish(),
	enforce_nonce: z.boolean().nullish(),
	message_reference: reference.nullish(),
});

const laidOut = classic.extend({ components: layout.nullish() }).superRefine((value, context) => {
	for (const key of ['content', 'embeds'] as const) {
		if (!value[key]?.length) continue;
		const rule = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
		issue(context, [key], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', rule);
	}
});

/** The body of a created or edited message; `null` and absent both mean "not given" but for edits, where `null` empties. */
export type MessageBody = z.output<typeof classic> | z.output<typeof laidOut>;

/** Which schema a message is held against depends on its IS_COMPONENTS_V2 flag. */
export function messageSchema(body: unknown, earlierFlags = 0): z.ZodType<MessageBody> {
	const given = (body as { flags?: unknown } | null)?.flags;
	const bits = earlierFlags | (typeof given === 'number' ? given : 0);
	return bits & MessageFlags.IsComponentsV2 ? laidOut : classic;
}

export const deferral = z.object({ flags }).nullish();

export const thread = z.object({
	name: text(100, 1),
	auto_archive_duration: z.union([60, 1440, 4320, 10080].map((minutes) => z.literal(minutes))).nullish(),
	rate_limit_per_user: z.number().int().min(0).max(21600).nullish(),
	type: z.union([z.literal(10), z.literal(11), z.literal(12)]).nullish(),
	invitable: z.boolean().nullish(),
});

const modalInput = z.object({
	type: z.literal(4),
	custom_id: text(limits.customId, 1),
	style: z.union([z.literal(1), z.literal(2)]),
	label: text(45).nullish(),
	value: text(4000).nullish(),
	placeholder: text(100).nullish(),
	required: z.boolean().nullish(),
	min_length: z.number().int().min(0).max(4000).nullish(),
	max_length: z.number().int().min(1).max(4000).nullish(),
});

export const modal = z.object({
	custom_id: text(limits.customId, 1),
	title: text(45, 1),
	components: z
		.array(
			z.union([
				z.object({ type: z.literal(1), components: z.array(modalInput).length(1) }),
				z.looseObject({ type: z.union([z.literal(10), z.literal(18)]) }),
			]),
		)
		.min(1)
		.max(5),
});
export type Modal = z.output<typeof modal>;
