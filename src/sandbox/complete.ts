import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { labelOf } from './components-of.ts';
import { type Line, LineError, optionsOf, readLine } from './line.ts';
import type { Member } from './member.ts';
import { commandsIn } from './offer.ts';
import type { Channel, Message, World } from './state.ts';
import { pressable } from './text.ts';

/** What a line may go on with, and the end of the line that it would replace, as node:readline asks for it. */
export type Completion = [hits: string[], replaced: string];

type Where = { world: World; member: Member; channel: Channel; last: Message | undefined };

/** Commands, options, choices, and what the bot's autocomplete offers; for `press`, the buttons of the last reply. */
export async function completeLine(line: string, { world, member, channel, last }: Where): Promise<Completion> {
	const press = /^press\s+(.*)$/.exec(line)?.[1];
	if (press !== undefined) return [starting(pressable(last).map(labelOf), press), press];
	if (!line.startsWith('/')) return [starting(['press '], line), line];
	const commands = commandsIn(world, false, channel);
	if (!line.includes(' ')) {
		const names = commands.filter(({ type }) => type === 1).map(({ name }) => `/${name} `);
		return [starting(names.sort(), line), line];
	}
	let read: Line;
	try {
		read = readLine(line, commands, member.locale);
	} catch (error) {
		if (error instanceof LineError) return [[], line];
		throw error;
	}
	const word = /\S*$/.exec(line)?.[0] ?? '';
	const names = starting(optionNames(read), word);
	const field = read.fields.at(-1);
	if (!field || (field.implied && names.length > 0)) return [names, word];
	const values = line.trimEnd().endsWith(field.raw) ? await valuesFor(line, read, member, channel) : [];
	return values.length > 0 ? [values, field.raw] : [names, word];
}

/** The options not yet named, each as it is typed. */
function optionNames(read: Line): string[] {
	const given = read.fields.filter(({ implied }) => !implied).map(({ option }) => option);
	const open = optionsOf(read).filter((option) => !given.includes(option));
	return open.map(({ name, type }) => (type <= Type.SubcommandGroup ? `${name} ` : `${name}: `));
}

async function valuesFor(line: string, { fields }: Line, member: Member, channel: Channel): Promise<string[]> {
	const last = fields.at(-1);
	if (!last) return [];
	if (last.option.type === Type.Boolean) return starting(['True', 'False'], last.raw);
	try {
		const choices = await member.complete(line, { in: channel });
		const fixed = 'choices' in last.option && (last.option.choices?.length ?? 0) > 0;
		const values = choices.map(({ value }) => String(value));
		return fixed ? starting(values, last.raw) : values;
	} catch (error) {
		if (error instanceof LineError) return [];
		throw error;
	}
}

function starting(texts: readonly string[], start: string): string[] {
	return texts.filter((text) => text.toLowerCase().startsWith(start.toLowerCase()));
}
