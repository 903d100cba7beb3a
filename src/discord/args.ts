import type { CommandInteractionOption } from 'discord.js';
import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import type { Args, CommandBody, Option } from './command.ts';

const TYPE: Readonly<Record<Option['type'], string>> = {
	[OptionType.String]: 'string',
	[OptionType.Integer]: 'number',
	[OptionType.Number]: 'number',
	[OptionType.Boolean]: 'boolean',
};

/**
 * The values of the declared options. Discord checks them against the registered command, which may be another version
 * than this one: an option that is not declared is left out, one that is missing or of another type is an error.
 */
export function readArgs<Body extends CommandBody>(
	body: Body,
	data: readonly Pick<CommandInteractionOption, 'name' | 'value'>[],
): Args<Body> {
	const args: Record<string, unknown> = {};
	for (const option of body.options ?? []) {
		const value = data.find(({ name }) => name === option.name)?.value;
		if (value === undefined && !option.required) continue;
		const known = option.choices?.some((choice) => choice.value === value) ?? true;
		if (typeof value !== TYPE[option.type] || !known) {
			throw new TypeError(`/${body.name}: the option ${option.name} is not a ${TYPE[option.type]} that it declares`);
		}
		args[option.name] = value;
	}
	// The one cast of the command model: the loop above has checked what the type says.
	return args as Args<Body>;
}
