import type { AnyCommand } from './command.ts';
import type { Asked } from './observer.ts';
import { EDGE_BUTTONS } from './press.ts';

/** All that may be asked of a bot with these commands, as an observer is told of it. */
export function everythingAsked(commands: readonly AnyCommand[]): Asked[] {
	const typed = commands.flatMap((command) => ('run' in command ? [command] : []));
	const names: Record<Asked['way'], Iterable<string>> = {
		command: [...typed.map(({ body }) => body.name), 'unknown'],
		'message command': [...commands.flatMap((one) => ('read' in one ? [one.body.name] : [])), 'unknown'],
		button: [...typed.flatMap(({ buttons = {} }) => Object.keys(buttons)), ...EDGE_BUTTONS, 'unknown'],
		autocomplete: [...typed.flatMap((one) => (one.complete ? [one.body.name] : [])), 'unknown'],
		// Whatever is said to the bot, it is a question.
		chat: ['ask'],
	};
	return Object.entries(names).flatMap(([way, all]) =>
		[...new Set(all)].map((name) => ({ way: way as Asked['way'], name })),
	);
}
