import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { createMessage, toApi } from './messages.ts';
import type { Channel, Message, World } from './state.ts';

/** A person's message; `@name` of a person or of the bot (or `@bot`) becomes a mention. */
export function post(world: World, author: APIUser, channel: Channel, text: string, replyTo?: Message): Message {
	const users = [...world.users.values()];
	const content = text.replaceAll(/(?<!<)@([\p{L}\p{N}_.-]+)/gu, (whole, name: string) => {
		const user = users.find(({ username }) => username.toLowerCase() === name.toLowerCase());
		return user ? `<@${user.id}>` : /^bot$/i.test(name) ? `<@${world.bot.id}>` : whole;
	});
	const extra = replyTo && {
		type: 19,
		referenced_message: toApi(replyTo),
		message_reference: { type: 0, message_id: replyTo.id, channel_id: channel.id },
	};
	return createMessage(world, {
		channel,
		author,
		body: { content },
		...(extra && { extra: extra as unknown as Partial<APIMessage> }),
	});
}

/**
 * Waits for the bot's next message in a channel that `ask` brings about, be it a reply to what is asked or no reply at
 * all, as where the bot may not read; undefined if none comes in time.
 */
export function awaitAnswer(
	world: World,
	channel: Channel,
	within: number,
	ask: () => Message,
): Promise<Message | undefined> {
	return new Promise((resolve) => {
		let asked: Message | undefined;
		const done = (message?: Message) => {
			clearTimeout(timer);
			world.events.off('message', listen);
			resolve(message);
		};
		const listen = (message: Message, change: string) => {
			const here = change === 'create' && message.channel_id === channel.id && message.author.id === world.bot.id;
			const target = message.message_reference?.message_id;
			const toAnother = target === undefined ? message.interaction_metadata : target !== asked?.id;
			if (here && asked && !toAnother) done(message);
		};
		const timer = setTimeout(done, within).unref();
		world.events.on('message', listen);
		asked = ask();
	});
}
