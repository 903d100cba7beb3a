import { z } from 'zod';
import { issue } from './limits.ts';
import {
	checkOptions,
	type choice,
	description,
	localized,
	menuName,
	name,
	type OptionBody,
	option,
} from './option-body.ts';

const maxCommandLength = 8000;
const common = {
	id: z.string().nullish(),
	default_member_permissions: z
		.union([z.string().regex(/^\d+$/), z.number().int()])
		.nullish()
		.transform((bits) => (bits == null ? null : String(bits))),
	dm_permission: z.boolean().nullish(),
	nsfw: z.boolean().nullish(),
	contexts: z
		.array(z.union([z.literal(0), z.literal(1), z.literal(2)]))
		.min(1)
		.nullish(),
	integration_types: z
		.array(z.union([z.literal(0), z.literal(1)]))
		.min(1)
		.nullish(),
};

const chatInput = z
	.object({
		...common,
		type: z.literal(1).nullish(),
		name,
		name_localizations: localized(name),
		description,
		description_localizations: localized(description),
		options: z.array(option).max(25).nullish(),
	})
	.superRefine((value, context) => {
		const options = value.options ?? [];
		const nested = options.some(({ type }) => type <= 2);
		checkOptions(options, nested ? [1, 2] : [3, 4, 5, 6, 7, 8, 9, 10, 11], context);
		if (commandLength(value) > maxCommandLength) {
			issue(context, [], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${maxCommandLength})`);
		}
	});

const menu = z.object({
	...common,
	type: z.union([z.literal(2), z.literal(3)]),
	name: menuName,
	name_localizations: localized(menuName),
	description: z.literal('', 'Context menu commands cannot have description').nullish(),
	description_localizations: z.record(z.string(), z.never()).nullish(),
	options: z.array(z.never()).max(0).nullish(),
});

export type CommandBody = z.output<typeof chatInput> | z.output<typeof menu>;

export function commandSchema(body: unknown): z.ZodType<CommandBody> {
	const type = (body as { type?: unknown } | null)?.type;
	return type === 2 || type === 3 ? menu : chatInput;
}

type Sized = {
	name: string;
	name_localizations?: Record<string, string | null | undefined> | null | undefined;
	description?: string | null | undefined;
	description_localizations?: Record<string, string | null | undefined> | null | undefined;
	options?: readonly OptionBody[] | null | undefined;
	choices?: readonly z.output<typeof choice>[] | null | undefined;
};

/** Names, descriptions and values of a command and all below it; of a localised text the longest version counts. */
function commandLength(value: Sized): number {
	const longest = (text: string, others: Sized['name_localizations']) =>
		Math.max(...[text, ...Object.values(others ?? {})].map((one) => [...(one ?? '')].length));
	let length = longest(value.name, value.name_localizations);
	length += longest(value.description ?? '', value.description_localizations);
	for (const one of value.choices ?? []) {
		length += longest(one.name, one.name_localizations) + String(one.value).length;
	}
	for (const one of value.options ?? []) length += commandLength(one);
	return length;
}
