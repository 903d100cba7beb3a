import { ApplicationCommandType, type LocalizationMap } from 'discord.js';
import type { AnyCommand, Option } from './command.ts';
import { CATALOGUES, type CommandText } from './say.ts';

/** Discord's locales for the languages of the catalogues. */
const LOCALES = { de: ['de'], fr: ['fr'], es: ['es-ES', 'es-419'] } as const;

const LANGUAGES = Object.keys(CATALOGUES) as (keyof typeof CATALOGUES)[];

type Body = AnyCommand['body'];

/** A command's body with its names and descriptions in every language; what stands in the body is the English. */
export function localise(body: Body) {
	const of = (pick: (text: CommandText) => string | undefined) => translations(body.name, pick);
	if (!('description' in body)) return { ...body, name_localizations: of((text) => text.name) };
	const options = body.options?.map((option) => localiseOption(body.name, option));
	return {
		type: ApplicationCommandType.ChatInput,
		...body,
		name_localizations: of((text) => text.name),
		description_localizations: of((text) => text.description),
		...(options && { options }),
	};
}

function localiseOption(command: string, option: Option) {
	const of = (pick: (text: NonNullable<CommandText['options']>[string]) => string | undefined) =>
		translations(command, ({ options = {} }) => {
			const text = options[option.name];
			return text && pick(text);
		});
	const choices = option.choices?.map((choice) => ({
		...choice,
		name_localizations: of((text) => text.choices?.[choice.value]),
	}));
	return {
		...option,
		name_localizations: of((text) => text.name),
		description_localizations: of((text) => text.description),
		...(choices && { choices }),
	};
}

function translations(command: string, pick: (text: CommandText) => string | undefined): LocalizationMap {
	const pairs = LANGUAGES.flatMap((language) => {
		const text = CATALOGUES[language].commands[command];
		const translated = text && pick(text);
		return translated === undefined ? [] : LOCALES[language].map((locale) => [locale, translated] as const);
	});
	return Object.fromEntries(pairs);
}
