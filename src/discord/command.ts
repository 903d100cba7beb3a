import type { ApplicationCommandOptionType, ApplicationCommandType, LocalizationMap } from 'discord.js';
import type { Citer } from '../paper/cite.ts';
import type { Corpus } from '../paper/corpus.ts';
import type { Index } from '../paper/search.ts';
import type { Reply } from './reply.ts';
import type { Say } from './say.ts';

type ValueOf = {
	[ApplicationCommandOptionType.String]: string;
	[ApplicationCommandOptionType.Integer]: number;
	[ApplicationCommandOptionType.Number]: number;
	[ApplicationCommandOptionType.Boolean]: boolean;
};

type Described = {
	readonly name: string;
	readonly name_localizations?: LocalizationMap;
	readonly description: string;
	readonly description_localizations?: LocalizationMap;
};

export type Choice = { readonly name: string; readonly name_localizations?: LocalizationMap; readonly value: string };

export type Option = Described & {
	readonly type: keyof ValueOf;
	readonly required?: boolean;
	readonly autocomplete?: boolean;
	readonly choices?: readonly Choice[];
	readonly min_length?: number;
	readonly max_length?: number;
};

/** A slash command as it is registered; where it works is the same for all and added there. */
export type CommandBody = Described & { readonly options?: readonly Option[] };

type Value<O extends Option> = O extends { choices: readonly { value: infer V }[] } ? V : ValueOf[O['type']];

/** The arguments a body declares: `{ question: string; hide?: boolean }`. */
export type Args<Body> = Body extends { options: infer Os extends readonly Option[] }
	? { [O in Os[number] as O extends { required: true } ? O['name'] : never]: Value<O> } & {
			[O in Os[number] as O extends { required: true } ? never : O['name']]?: Value<O>;
		}
	: Record<never, never>;

/** What is served: the checked papers, the index over them, and the styles to cite them in. */
export type Library = { corpus: Corpus; index: Index; citer: Citer };

/** All that a reply may depend on beside its arguments. */
export type Context = Library & {
	/** The bot's own sentences, in the language of the person. */
	say: Say;
	/** From 0 up to 1, drawn anew for each interaction; so that what is left to chance is a function of it. */
	chance: number;
};

export type Pressed = Context & {
	/** Whoever presses is who typed the command that the message answers. */
	own: boolean;
};

/**
 * What a button of this command does. `state` is what its custom_id carries behind the button's name: whatever somebody
 * may have forged. Undefined: the state is none that this bot wrote.
 */
export type Press = (state: string, context: Pressed) => Reply | undefined | Promise<Reply | undefined>;

export type Command<Body extends CommandBody = CommandBody> = {
	body: Body;
	/** A promise may take its time: the edge defers the interaction when it does. */
	run(args: Args<Body>, context: Context): Reply | Promise<Reply>;
	/** Choices for what has been typed so far, best first; from memory, as autocomplete cannot be deferred. */
	complete?(option: string, typed: string, context: Context): Choice[];
	/** By the name that starts the custom_id. */
	buttons?: Readonly<Record<string, Press>>;
};

export function defineCommand<const Body extends CommandBody>(
	body: Body,
	run: Command<Body>['run'],
	more: Pick<Command<Body>, 'complete' | 'buttons'> = {},
): Command<Body> {
	return { body, run, ...more };
}

/** A command on a message (Apps › its name). */
export type MessageCommand = {
	body: { type: ApplicationCommandType.Message; name: string };
	/** @param message its text, empty where it has none, and its address */
	read(message: { text: string; url: string }, context: Context): Reply;
};

export type AnyCommand = Command | MessageCommand;
