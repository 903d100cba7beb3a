import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import {
	type CommandLine,
	type Composer,
	type Field,
	openOptions,
	optionsOf,
	type Popup,
	type Suggestion,
} from './composer-state.ts';
import type { Choice, World } from './protocol.ts';

type Option = APIApplicationCommandOption;
type Offer = Extract<Suggestion, { kind: 'command' }>;

const subcommand = 2;

/** Every command a person can type, its subcommands one by one. */
function typable(commands: readonly APIApplicationCommand[]): Offer[] {
	const below = (command: APIApplicationCommand, path: Option[]): Offer[] => {
		const holder = path.at(-1) ?? command;
		const subs = optionsOf(holder).filter(({ type }) => type <= subcommand);
		if (subs.length > 0) return subs.flatMap((option) => below(command, [...path, option]));
		const label = `/${[command, ...path].map(({ name }) => name).join(' ')}`;
		return [{ kind: 'command', label, detail: holder.description, command, path }];
	};
	const chat = commands.filter(({ type }) => type === 1);
	return chat.flatMap((command) => below(command, [])).sort((a, b) => a.label.localeCompare(b.label));
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
