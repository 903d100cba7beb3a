import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import { type Choice, completeOption, forgePress, submitForm, typeLine, useComponent, useOn } from './act.ts';
import { dmWith } from './identity-routes.ts';
import type { Line } from './line.ts';
import { commandsIn, type Person } from './offer.ts';
import { awaitAnswer, post } from './post.ts';
import type { Reply } from './reply.ts';
import type { Channel, Message, World } from './state.ts';

type In = { in?: Channel };

/** A person in the server, and all that a person can do to a bot. */
export type Member = {
	readonly user: APIUser;
	readonly locale: string;
	/** This person's conversation with the bot. */
	readonly dm: Channel;
	/** The commands that are offered to this person. */
	commands(where?: In): APIApplicationCommand[];
	/** Types a slash command, `/ask question: what did they find? hide: True`, or fills in its options one by one. */
	type(line: string | Line, where?: In): Promise<Reply>;
	/** The choices shown while the last option of a line is typed. */
	complete(line: string | Line, where?: In): Promise<Choice[]>;
	/** Presses a button, by its label or custom_id. */
	press(message: Message | undefined, button: string): Promise<Reply>;
	/** Chooses from a select menu, by its placeholder or custom_id. */
	select(message: Message | undefined, menu: string, values: string[]): Promise<Reply>;
	/** Presses a button that the message does not have: a stale or forged custom_id. */
	forge(message: Message, customId: string): Promise<Reply>;
	/** Uses a message command (Apps > name) on a message. */
	useOn(message: Message, name: string): Promise<Reply>;
	/** Fills in and submits the modal of a reply; values by custom_id. */
	submit(reply: Reply, values: Record<string, string>): Promise<Reply>;
	/** Posts a message; `@name` of a person or the bot becomes a mention. */
	post(text: string, where?: In & { replyTo?: Message }): Message;
	/** Posts a message and waits for the bot's message in return; undefined if none comes within `within` ms (1000). */
	say(text: string, where?: In & { replyTo?: Message; within?: number }): Promise<Message | undefined>;
};

/** `home` is where they are unless told otherwise. */
export function createMember(world: World, person: Person, home: Channel): Member {
	const { user, locale } = person;
	const actor = { ...person, world };
	return {
		user,
		locale,
		dm: dmWith(world, user.id),
		commands: (where) => commandsIn(world, person.installed, where?.in ?? home),
		type: (line, where) => typeLine(actor, line, where?.in ?? home),
		complete: (line, where) => completeOption(actor, line, where?.in ?? home),
		press: (message, button) => useComponent(actor, message, button),
		select: (message, menu, values) => useComponent(actor, message, menu, values),
		forge: (message, customId) => forgePress(actor, message, customId),
		useOn: (message, name) => useOn(actor, message, name),
		submit: (reply, values) => submitForm(actor, reply, values),
		post: (text, where) => post(world, user, where?.in ?? home, text, where?.replyTo),
		say(text, { in: channel = home, replyTo, within = 1000 } = {}) {
			return awaitAnswer(world, channel, within, () => post(world, user, channel, text, replyTo));
		},
	};
}
