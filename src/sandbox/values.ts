import {
	type APIApplicationCommandInteractionDataOption,
	type APIApplicationCommandOption,
	ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import { channelToApi, memberToApi } from './guild.ts';
import { type Field, type Line, LineError, namesOf, optionsOf, titleOf } from './line.ts';
import type { World } from './state.ts';

type DataOption = APIApplicationCommandInteractionDataOption;
type Resolved = Record<string, Record<string, unknown>>;
type CommandData = { options: DataOption[]; resolved: Resolved };

const yes = ['true', 'yes', '1'];
const no = ['false', 'no', '0'];

/** The options of a line as an interaction carries them; throws a LineError where Discord's client would not send it. */
export function valuesOf(world: World, line: Line, locale: string): CommandData {
	const title = titleOf(line);
	const options = optionsOf(line);
	if (line.rest !== '') {
		const takes = options.map(({ name }) => `${name}:`).join(' ') || 'no options';
		throw new LineError(`${title} does not know what to do with "${line.rest}". It takes ${takes}`);
	}
	for (const option of options) {
		const given = line.fields.find((field) => field.option === option);
		if (option.required && (given?.raw ?? '') === '')
			throw new LineError(`${title} needs ${option.name}: (${option.description})`);
	}
	const resolved: Resolved = {};
	const values = line.fields.filter(({ raw }) => raw !== '').map((field) => toValue(world, field, locale, resolved));
	return { options: nest(line.path, values), resolved };
}

/** The options of a line while its last one is being typed; nothing is judged yet. */
export function valuesWhileTyping(world: World, line: Line, locale: string): CommandData {
	const resolved: Resolved = {};
	const values = line.fields.flatMap((field, at) => {
		const { name, type } = field.option;
		if (at === line.fields.length - 1) return [{ name, type, value: field.raw, focused: true } as DataOption];
		try {
			return [toValue(world, field, locale, resolved)];
		} catch {
			return [];
		}
	});
	return { options: nest(line.path, values), resolved };
}

function nest(path: readonly APIApplicationCommandOption[], values: DataOption[]): DataOption[] {
	return path.reduceRight((inner, { name, type }) => [{ name, type, options: inner } as DataOption], values);
}

function toValue(world: World, { option, raw }: Field, locale: string, resolved: Resolved): DataOption {
	const { name, type } = option;
	const as = (value: unknown) => ({ name, type, value }) as DataOption;
	const wrong = (rule: string) => new LineError(`${name}: takes ${rule}, not "${raw}"`);
	const choices = 'choices' in option ? (option.choices ?? []) : [];
	if (choices.length > 0) {
		const chosen = choices.find((one) => namesOf(one, locale).includes(raw) || String(one.value) === raw);
		if (!chosen) throw wrong(`one of ${choices.map((one) => one.name).join(', ')}`);
		return as(chosen.value);
	}
	switch (type) {
		case Type.String:
			return as(checkText(option, raw));
		case Type.Boolean:
			if (![...yes, ...no].includes(raw.toLowerCase())) throw wrong('True or False');
			return as(yes.includes(raw.toLowerCase()));
		case Type.Integer:
		case Type.Number:
			return as(checkNumber(option, raw, wrong));
		default:
			return as(resolve(world, option, raw, resolved, wrong));
	}
}

function checkText(option: APIApplicationCommandOption, raw: string): string {
	const { min_length = 0, max_length = 6000 } = option as { min_length?: number; max_length?: number };
	if (raw.length < min_length || raw.length > max_length) {
		throw new LineError(`${option.name}: takes ${min_length} to ${max_length} characters, not ${raw.length}`);
	}
	return raw;
}

function checkNumber(option: APIApplicationCommandOption, raw: string, wrong: (rule: string) => LineError): number {
	const { min_value = -(2 ** 53), max_value = 2 ** 53 } = option as { min_value?: number; max_value?: number };
	const value = Number(raw);
	if (!Number.isFinite(value) || (option.type === Type.Integer && !Number.isInteger(value))) {
		throw wrong(option.type === Type.Integer ? 'a whole number' : 'a number');
	}
	if (value < min_value || value > max_value) throw wrong(`a number from ${min_value} to ${max_value}`);
	return value;
}

type Wrong = (rule: string) => LineError;

/** People as `@name`, channels as `#name`, roles as `@name`; all as ids or mentions too. */
function resolve(
	world: World,
	{ type }: APIApplicationCommandOption,
	raw: string,
	resolved: Resolved,
	wrong: Wrong,
): string {
	const id = /^<(?:@[!&]?|#)(\d+)>$/.exec(raw)?.[1] ?? raw.replace(/^[@#]/, '');
	const add = (kind: string, key: string, value: unknown) => {
		resolved[kind] = { ...resolved[kind], [key]: value };
		return key;
	};
	if (type === Type.User || type === Type.Mentionable) {
		const user = [...world.users.values()].find((one) => one.id === id || one.username === id);
		if (user) {
			add('members', user.id, { ...memberToApi(user, false), permissions: '0' });
			return add('users', user.id, user);
		}
	}
	if (type === Type.Role || type === Type.Mentionable) {
		const role = world.guild.roles.find((one) => one.id === id || one.name.replace(/^@/, '') === id);
		if (role) return add('roles', role.id, role);
	}
	if (type === Type.Channel) {
		const channel = [...world.channels.values()].find((one) => one.guildId && (one.id === id || one.name === id));
		if (channel) return add('channels', channel.id, channelToApi(world, channel));
	}
	const kinds: Record<number, string> = { 6: 'a person', 7: 'a channel', 8: 'a role', 9: 'a person or role' };
	throw wrong(kinds[type] ?? 'what cannot be typed here (a file)');
}
