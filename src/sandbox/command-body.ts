import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import { issue, limits, text } from './limits.ts';

const maxCommandLength = 8000;
const locales: ReadonlySet<string> = new Set(Object.values(Locale));
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const name = z.string().superRefine((value, context) => {
	if (!namePattern.test(value) || value !== value.toLowerCase()) {
		issue(context, [], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
	}
});
const menuName = text(32, 1);
const description = text(100, 1);

function localized(value: z.ZodType<string>) {
	return z
		.record(z.string(), value.nullish())
		.superRefine((entries, context) => {
			for (const locale of Object.keys(entries)) {
				if (!locales.has(locale)) issue(context, [locale], 'BASE_TYPE_CHOICES', 'Value is not a supported locale.');
			}
		})
		.nullish();
}

const choice = z.object({
	name: text(limits.choiceName, 1),
	name_localizations: localized(text(limits.choiceName, 1)),
	value: z.union([z.string(), z.number()]),
});

const optionBase = z.object({
	type: z.number().int().min(1).max(11),
	name,
	name_localizations: localized(name),
	description,
	description_localizations: localized(description),
	required: z.boolean().nullish(),
	autocomplete: z.boolean().nullish(),
	choices: z.array(choice).max(limits.choices).nullish(),
	channel_types: z.array(z.number().int()).nullish(),
	min_value: z.number().nullish(),
	max_value: z.number().nullish(),
	min_length: z.number().int().min(0).max(6000).nullish(),
	max_length: z.number().int().min(1).max(6000).nullish(),
});

export type OptionBody = z.output<typeof optionBase> & { options?: OptionBody[] | null | undefined };

const option: z.ZodType<OptionBody> = optionBase
	.extend({
		get options() {
			return z.array(option).max(25).nullish();
		},
	})
	.superRefine((value, context) => {
		checkChoices(value, context);
		if (value.options?.length && value.type > 2) {
			issue(context, ['options'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command option type is invalid');
		}
		checkOptions(
			value.options ?? [],
			value.type === 2 ? [1] : value.type === 1 ? [3, 4, 5, 6, 7, 8, 9, 10, 11] : [],
			context,
		);
	});

type Context = Parameters<typeof issue>[0];

function checkChoices(value: OptionBody, context: Context): void {
	const given = value.choices ?? [];
	const basic = value.type === 3 || value.type === 4 || value.type === 10;
	if ((given.length > 0 || value.autocomplete) && !basic) {
		issue(context, ['choices'], 'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID_TYPE', 'This option type has no choices');
	}
	if (given.length > 0 && value.autocomplete) {
		issue(
			context,
			['autocomplete'],
			'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
			'Choices and autocomplete exclude each other',
		);
	}
	const names = new Set<string>();
	for (const [at, { name, value: chosen }] of given.entries()) {
		const fits =
			value.type === 3
				? typeof chosen === 'string' && chosen.length >= 1 && [...chosen].length <= limits.choiceValue
				: typeof chosen === 'number' && (value.type === 10 || Number.isInteger(chosen));
		if (!fits) issue(context, ['choices', at, 'value'], 'BASE_TYPE_INVALID', "Not a value of the option's type");
		if (names.has(name)) {
			issue(
				context,
				['choices', at],
				'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
				'Choice names must be unique',
			);
		}
		names.add(name);
	}
}

function checkOptions(options: readonly OptionBody[], allowed: readonly number[], context: Context): void {
	const names = new Set<string>();
	let optional = false;
	for (const [at, { name, type, required }] of options.entries()) {
		if (!allowed.includes(type)) {
			issue(context, ['options', at], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command option type is invalid');
		}
		if (names.has(name)) {
			issue(context, ['options', at], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
		}
		names.add(name);
		if (required && optional) {
			const rule = 'Required options must be placed before non-required options';
			issue(context, ['options', at], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', rule);
		}
		optional ||= !required;
	}
}

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
