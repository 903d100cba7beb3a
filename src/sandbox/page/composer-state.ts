import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { LineError, readLine } from '../line.ts';
import type { Typed } from './protocol.ts';

type Option = APIApplicationCommandOption;
/** `raw` is what is sent where it differs from the text shown: the value of a choice. */
export type Field = { option: Option; text: string; raw?: string };

/** A command whose options are being filled in; `at` is the field in use, `fields.length` the place behind the last. */
export type CommandLine = {
	command: APIApplicationCommand;
	path: Option[];
	fields: Field[];
	rest: string;
	at: number;
};

export type Suggestion =
	| { kind: 'command'; label: string; detail: string; command: APIApplicationCommand; path: Option[] }
	| { kind: 'option'; label: string; detail: string; option: Option }
	| { kind: 'value'; label: string; raw: string }
	| { kind: 'mention'; label: string };

/** `active` is the suggestion that Enter takes, -1 for none; `note` stands in the place of suggestions. */
export type Popup = { title: string; detail: string; items: Suggestion[]; active: number; note?: string };

export type Composer = { text: string; line?: CommandLine; replyTo?: string; popup?: Popup; error?: string };

/** The options of a command or of its subcommand. */
export function optionsOf(holder: APIApplicationCommand | Option): Option[] {
	return ('options' in holder ? holder.options : undefined) ?? [];
}

/** The options that have no field yet. */
export function openOptions({ command, path, fields }: CommandLine): Option[] {
	return optionsOf(path.at(-1) ?? command).filter((option) => !fields.some((field) => field.option === option));
}

/** Whether the bot is to be asked for the values of the field in use. */
export function isCompleted({ line }: Composer): boolean {
	const option = line?.fields[line.at]?.option;
	return option !== undefined && 'autocomplete' in option && option.autocomplete === true;
}

/** The composer with a suggestion taken; `caret` is where the text was being typed. */
export function pick(composer: Composer, suggestion: Suggestion, caret: number): Composer {
	const { line, text } = composer;
	if (suggestion.kind === 'command') return { ...kept(composer), line: startLine(suggestion.command, suggestion.path) };
	if (suggestion.kind === 'mention') {
		const before = text.slice(0, caret).replace(/@[\p{L}\p{N}_.-]*$/u, `${suggestion.label} `);
		return { ...composer, text: before + text.slice(caret) };
	}
	if (!line) return composer;
	if (suggestion.kind === 'option') {
		const fields = [...line.fields, { option: suggestion.option, text: '' }];
		return { ...composer, line: { ...line, fields, rest: '', at: fields.length - 1 } };
	}
	const { label, raw } = suggestion;
	const fields = line.fields.map((field, at) => (at === line.at ? { ...field, text: label, raw } : field));
	return { ...composer, line: { ...line, fields, at: nextAt(fields, line.at) } };
}

/** The next field that still needs something, otherwise the place behind the last. */
function nextAt(fields: readonly Field[], at: number): number {
	const next = fields.findIndex((field, index) => index > at && field.text === '');
	return next < 0 ? fields.length : next;
}

function kept({ replyTo }: Composer): Composer {
	return { text: '', ...(replyTo !== undefined && { replyTo }) };
}

function startLine(command: APIApplicationCommand, path: Option[]): CommandLine {
	const required = optionsOf(path.at(-1) ?? command).filter((option) => option.required);
	return { command, path, fields: required.map((option) => ({ option, text: '' })), rest: '', at: 0 };
}

/** A command that was typed out, up to its space or pasted whole, as a line with fields; undefined if it is none. */
export function lineFrom(
	text: string,
	commands: readonly APIApplicationCommand[],
	locale: string,
): CommandLine | undefined {
	if (!/^\/\S+\s/.test(text) || text.includes('\n')) return undefined;
	try {
		const { command, path, fields, rest } = readLine(text, commands, locale);
		if (rest !== '') return undefined;
		const start = startLine(command, path);
		const given = fields.map(({ option, raw }) => ({ option, text: raw }));
		const empty = start.fields.filter(({ option }) => !given.some((one) => one.option === option));
		const all = [...given, ...empty];
		const last = fields.at(-1);
		const at =
			last?.implied && !text.endsWith(' ') ? all.findIndex(({ option }) => option === last.option) : nextAt(all, -1);
		return { ...start, fields: all, at };
	} catch (error) {
		if (error instanceof LineError) return undefined;
		throw error;
	}
}

/** The first required field that is empty. */
export function missing({ fields }: CommandLine): number | undefined {
	const at = fields.findIndex(({ option, text }) => option.required && text.trim() === '');
	return at < 0 ? undefined : at;
}

/** The line as it is sent; while it is being completed, the field in use comes last. */
export function typed({ command, path, fields, at }: CommandLine, channel: string, completing: boolean): Typed {
	const order = completing ? [...fields.filter((_, index) => index !== at), ...fields.slice(at, at + 1)] : fields;
	const values = order.map(({ option, text, raw }) => ({ name: option.name, raw: raw ?? text }));
	return { channel, command: command.id, path: path.map(({ name }) => name), values };
}
