import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { LineError, readLine } from '../line.ts';
import type { Choice, Typed, World } from './protocol.ts';

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

const subcommand = 2;

/** Every command a person can type, its subcommands one by one. */
function typable(commands: readonly APIApplicationCommand[]): Extract<Suggestion, { kind: 'command' }>[] {
	const below = (command: APIApplicationCommand, path: Option[]): Extract<Suggestion, { kind: 'command' }>[] => {
		const holder = path.at(-1) ?? command;
		const subs = optionsOf(holder).filter(({ type }) => type <= subcommand);
		if (subs.length > 0) return subs.flatMap((option) => below(command, [...path, option]));
		const label = `/${[command, ...path].map(({ name }) => name).join(' ')}`;
		return [{ kind: 'command', label, detail: holder.description, command, path }];
	};
	const chat = commands.filter(({ type }) => type === 1);
	return chat.flatMap((command) => below(command, [])).sort((a, b) => a.label.localeCompare(b.label));
}

function optionsOf(holder: APIApplicationCommand | Option): Option[] {
	return ('options' in holder ? holder.options : undefined) ?? [];
}

/** The options that have no field yet. */
export function openOptions({ command, path, fields }: CommandLine): Option[] {
	return optionsOf(path.at(-1) ?? command).filter((option) => !fields.some((field) => field.option === option));
}

/** What there is to choose from at the caret, but for what the bot completes. */
export function popupFor({ text, line }: Composer, world: World, channel: string, caret: number): Popup | undefined {
	if (line) return line.at < line.fields.length ? fieldPopup(line, world) : optionPopup(line);
	if (text.startsWith('/') && !text.includes('\n')) {
		const items = matching(typable(world.commands[channel] ?? []), text);
		return items.length > 0 ? { title: 'Commands', detail: '', items, active: 0 } : undefined;
	}
	const name = /(?:^|\s)@([\p{L}\p{N}_.-]*)$/u.exec(text.slice(0, caret))?.[1];
	if (name === undefined) return undefined;
	const names = world.people.map(({ username }) => ({ kind: 'mention', label: `@${username}` }) as const);
	const items = matching<Suggestion>(names, `@${name}`);
	return items.length > 0 ? { title: 'Members', detail: '', items, active: 0 } : undefined;
}

function fieldPopup(line: CommandLine, world: World): Popup | undefined {
	const field = line.fields[line.at];
	if (!field) return undefined;
	const values = valuesOf(field.option, world).map(({ name, value }) => value_(name, String(value)));
	const untouched = field.raw !== undefined;
	const items = untouched ? values : matching<Suggestion>(values, field.text);
	const none = values.length > 0 && items.length === 0 && { note: 'No options match your search.' };
	const active = items.length > 0 && !untouched ? 0 : -1;
	return { title: field.option.name, detail: field.option.description, items, active, ...none };
}

function value_(label: string, raw: string): Suggestion {
	return { kind: 'value', label, raw };
}

/** The fixed values of an option: choices, True and False, people, channels. */
function valuesOf(option: Option, world: World): Choice[] {
	if ('choices' in option && option.choices) return option.choices.map(({ name, value }) => ({ name, value }));
	if (option.type === 5) return ['True', 'False'].map((name) => ({ name, value: name }));
	if (option.type === 6 || option.type === 9) {
		return world.people.map(({ username, id }) => ({ name: `@${username}`, value: `<@${id}>` }));
	}
	if (option.type !== 7) return [];
	const channels = world.channels.filter(({ kind }) => kind === 'server' || kind === 'thread');
	return channels.map(({ name, id }) => ({ name: `#${name}`, value: `<#${id}>` }));
}

function optionPopup(line: CommandLine): Popup | undefined {
	const options = openOptions(line).map(
		(option) => ({ kind: 'option', label: option.name, detail: option.description, option }) as const,
	);
	const items = matching<Suggestion>(options, line.rest.trim());
	if (items.length === 0) return undefined;
	return { title: 'Options', detail: '', items, active: line.rest.trim() === '' ? -1 : 0 };
}

/** Those that start with the text, then those that contain it. */
function matching<T extends Suggestion>(all: readonly T[], text: string): T[] {
	const wanted = text.toLowerCase();
	const starts = all.filter(({ label }) => label.toLowerCase().startsWith(wanted));
	const contains = all.filter(
		(one) => !starts.includes(one) && one.label.toLowerCase().includes(wanted.replace(/^\//, '')),
	);
	return [...starts, ...contains];
}

/** What the bot offers for the field in use. */
export function offered({ option }: Field, choices: readonly Choice[] | undefined, error?: string): Popup {
	const { name: title, description: detail } = option;
	if (error !== undefined || !choices) return { title, detail, items: [], active: -1, note: 'Loading options failed' };
	const items = choices.map(({ name, value }) => value_(name, String(value)));
	const none = items.length === 0 && { note: 'No options match your search.' };
	return { title, detail, items, active: items.length > 0 ? 0 : -1, ...none };
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
