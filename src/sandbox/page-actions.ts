import { z } from 'zod';
import { type Line, LineError, optionsOf } from './line.ts';
import type { Member } from './member.ts';
import type { Action, Choice, Typed } from './page/protocol.ts';
import type { Reply } from './reply.ts';
import type { Channel, Message, World } from './state.ts';

const id = z.string();
const typed = { channel: id, command: id, path: z.array(z.string()), values: z.array(z.object({ name: id, raw: id })) };
const onMessage = { channel: id, message: id };

/** What the page may ask for; it is checked like anything else that comes over a socket. */
export const pageRequest = z.object({
	id: z.number(),
	action: z.discriminatedUnion('do', [
		z.object({ do: z.literal('type'), ...typed }),
		z.object({ do: z.literal('complete'), ...typed }),
		z.object({ do: z.literal('post'), channel: id, text: z.string(), replyTo: id.optional() }),
		z.object({ do: z.literal('press'), ...onMessage, customId: id }),
		z.object({ do: z.literal('select'), ...onMessage, customId: id, values: z.array(z.string()) }),
		z.object({ do: z.literal('use'), ...onMessage, name: z.string() }),
		z.object({ do: z.literal('submit'), interaction: id, values: z.record(z.string(), z.string()) }),
		z.object({ do: z.literal('dismiss'), ...onMessage }),
	]),
});

export type Actor = {
	world: World;
	member: Member;
	/** Replies that are forms to be filled in, by their interaction. */
	forms: Map<string, Reply>;
	dismiss(message: Message): void;
};

/** Does as the member what the page asks, the way of the bot's REST and gateway. @throws LineError to be shown */
export async function act(actor: Actor, action: z.output<typeof pageRequest>['action']): Promise<Choice[] | undefined> {
	const { world, member, forms } = actor;
	if (action.do === 'submit') return submit(actor, action);
	const channel = world.channels.get(action.channel);
	if (!channel || !isOpenTo(member, channel)) throw new LineError('The channel is gone');
	const message = 'message' in action ? channel.messages.get(action.message) : undefined;
	if ('message' in action && !message) throw new LineError('The message has been deleted');
	const where = { in: channel };
	switch (action.do) {
		case 'type':
			return keep(forms, await member.type(lineOf(member, channel, action), where));
		case 'complete':
			return member.complete(lineOf(member, channel, action), where);
		case 'post': {
			const replyTo = action.replyTo === undefined ? undefined : channel.messages.get(action.replyTo);
			member.post(checkText(action.text), { ...where, ...(replyTo && { replyTo }) });
			return undefined;
		}
		case 'press':
			return keep(forms, await member.press(message, action.customId));
		case 'select':
			return keep(forms, await member.select(message, action.customId, action.values));
		case 'use':
			return message && keep(forms, await member.useOn(message, action.name));
		case 'dismiss':
			return void (message?.onlyFor === member.user.id && actor.dismiss(message));
	}
}

/** The server's channels and threads, and the conversations that a person is in. */
export function isOpenTo({ user }: Member, { kind, recipients }: Channel): boolean {
	return kind === 'server' || kind === 'thread' || recipients.some(({ id }) => id === user.id);
}

async function submit({ member, forms }: Actor, { interaction, values }: Extract<Action, { do: 'submit' }>) {
	const form = forms.get(interaction);
	if (!form) throw new LineError('There is no form to submit');
	forms.delete(interaction);
	return keep(forms, await member.submit(form, values));
}

function keep(forms: Map<string, Reply>, reply: Reply): undefined {
	if (reply.modal) forms.set(reply.interaction.id, reply);
}

const longest = 2000;

function checkText(text: string): string {
	if (text.trim() === '') throw new LineError('An empty message cannot be sent');
	if (text.length > longest) throw new LineError(`A message has at most ${longest} characters, not ${text.length}`);
	return text;
}

/** A command whose options were filled in one by one: no value is ever taken for the name of an option. */
function lineOf(member: Member, channel: Channel, { command: wanted, path, values }: Typed): Line {
	const command = member.commands({ in: channel }).find((one) => one.id === wanted);
	if (!command) throw new LineError('This command is not there any more');
	const line: Line = { command, path: [], fields: [], rest: '' };
	for (const name of path) line.path.push(optionNamed(line, name));
	line.fields = values.map(({ name, raw }) => ({ option: optionNamed(line, name), raw: raw.trim() }));
	return line;
}

function optionNamed(line: Line, name: string) {
	const option = optionsOf(line).find((one) => one.name === name);
	if (!option) throw new LineError(`/${line.command.name} has no option ${name}`);
	return option;
}
