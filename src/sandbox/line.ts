import {
	type APIApplicationCommand,
	type APIApplicationCommandOption,
	ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';

/** Why a line cannot be sent, in words for the person who typed it; Discord's own client would not send it either. */
export class LineError extends Error {}

/** One option as typed: `question: what did they find?`; `implied` where its name was left out. */
export type Field = { option: APIApplicationCommandOption; raw: string; implied?: true };

/** A line up to where it is understood; `rest` is text that belongs to no option. */
export type Line = {
	command: APIApplicationCommand;
	path: APIApplicationCommandOption[];
	fields: Field[];
	rest: string;
};

type Named = { name: string; name_localizations?: Partial<Record<string, string | null>> | null };

/** A thing's names as this person sees them. */
export function namesOf(named: Named, locale: string): string[] {
	const own = named.name_localizations?.[locale];
	return own ? [own, named.name] : [named.name];
}

/** Splits a line that starts with `/` by the commands and options there are, without judging the values. */
export function readLine(line: string, commands: readonly APIApplicationCommand[], locale: string): Line {
	let { word, rest } = firstWord(line.trim().slice(1));
	const command = commands.find((one) => one.type === 1 && namesOf(one, locale).includes(word));
	if (!command) {
		const names = commands.filter(({ type }) => type === 1).map(({ name }) => `/${name}`);
		throw new LineError(`There is no command /${word}. There are: ${names.sort().join(' ') || 'none yet'}`);
	}
	const path: APIApplicationCommandOption[] = [];
	let options = command.options ?? [];
	while (options.some(({ type }) => type <= Type.SubcommandGroup)) {
		({ word, rest } = firstWord(rest));
		const next = options.find((one) => namesOf(one, locale).includes(word));
		if (!next) {
			const names = options.map(({ name }) => name).join(', ');
			throw new LineError(`/${[command, ...path].map(({ name }) => name).join(' ')} needs one of: ${names}`);
		}
		path.push(next);
		options = ('options' in next ? next.options : undefined) ?? [];
	}
	return { command, path, ...splitFields(rest, options, locale) };
}

function firstWord(text: string): { word: string; rest: string } {
	const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
	return { word, rest };
}

/** Each option's name with a colon starts its value, once; a later one of the same name is text. */
function splitFields(text: string, options: readonly APIApplicationCommandOption[], locale: string) {
	const marks: { option: APIApplicationCommandOption; start: number; end: number }[] = [];
	for (const match of text.matchAll(/(?<=^|\s)([^\s:]+):/gu)) {
		const option = options.find((one) => namesOf(one, locale).includes(match[1] ?? ''));
		if (!option || marks.some((mark) => mark.option === option)) continue;
		marks.push({ option, start: match.index, end: match.index + match[0].length });
	}
	const fields: Field[] = marks.map(({ option, end }, at) => ({
		option,
		raw: text.slice(end, marks[at + 1]?.start).trim(),
	}));
	let rest = text.slice(0, marks[0]?.start).trim();
	// As in Discord, text typed right after the command goes to its first required option.
	const first = options.find(({ required }) => required) ?? options[0];
	if (rest !== '' && !/^\S+:(\s|$)/.test(rest) && first && !fields.some(({ option }) => option === first)) {
		fields.unshift({ option: first, raw: rest, implied: true });
		rest = '';
	}
	return { fields, rest };
}

/** The options that a line may still take. */
export function optionsOf({ command, path }: Line): readonly APIApplicationCommandOption[] {
	const holder = path.at(-1) ?? command;
	return ('options' in holder ? holder.options : undefined) ?? [];
}

/** The line as written out: `/ask question`. */
export function titleOf({ command, path }: Line): string {
	return `/${[command, ...path].map(({ name }) => name).join(' ')}`;
}
