import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import { issue, limits, text } from './limits.ts';

const locales: ReadonlySet<string> = new Set(Object.values(Locale));
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
export const name = z.string().superRefine((value, context) => {
	if (!namePattern.test(value) || value !== value.toLowerCase()) {
		issue(context, [], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
	}
});
export const menuName = text(32, 1);
export const description = text(100, 1);

export function localized(value: z.ZodType<string>) {
	return z
		.record(z.string(), value.nullish())
		.superRefine((entries, context) => {
			for (const locale of Object.keys(entries)) {
				if (!locales.has(locale)) issue(context, [locale], 'BASE_TYPE_CHOICES', 'Value is not a supported locale.');
			}
		})
		.nullish();
}

export const choice = z.object({
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

export const option: z.ZodType<OptionBody> = optionBase
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

export function checkOptions(options: readonly OptionBody[], allowed: readonly number[], context: Context): void {
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
