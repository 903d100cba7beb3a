import type { Message } from 'discord.js';
import type { Logger } from 'pino';
import { readArgs } from './args.ts';
import type { AnyCommand, Command, Context, Library } from './command.ts';
import { loggable } from './log.ts';
import { visible } from './markdown.ts';
import { type Observer, observed } from './observer.ts';
import { miss, note, type Reply } from './reply.ts';
import { type CommandIds, sayIn } from './say.ts';
import { payload } from './send.ts';

/** The command that takes what is said to the bot; its question is the only option that a chat can give. */
const ASK = 'ask';

/** Characters of a question, as that option has them. */
const LONGEST = 300;

/** So many messages from one person in so many milliseconds are too many. */
const TOO_MANY = 5;
const WINDOW = 10_000;

/** Discord's code for a reply to a message that the bot may not read (again). */
const NO_HISTORY = 160002;

/** Answers what people say to the bot: the text after a mention, or a direct message, is a question. */
export function makeChat(
	commands: readonly AnyCommand[],
	library: () => Library,
	ids: CommandIds,
	log: Logger,
	observer: Observer,
) {
	const registry = new Map(commands.flatMap((one) => ('run' in one ? [[one.body.name, one] as const] : [])));
	const pace = makePace();

	async function answer(message: Message, text: string, tooMany: boolean): Promise<Reply> {
		const say = sayIn(message.guild?.preferredLocale ?? '', ids);
		const reply = tooMany
			? miss(say.plain('askMe'), say('slowDown'))
			: await replyTo(text, registry, { ...library(), say, chance: Math.random() });
		// Discord keeps one message of a nonce: what is sent again because no answer came stands there once.
		const nonce = { nonce: message.id, enforceNonce: true };
		await post(message, { ...payload({ ...reply, hidden: false }, say, 0), ...nonce });
		return reply;
	}

	return async (message: Message): Promise<void> => {
		const text = spokenTo(message);
		if (text === undefined) return;
		const pause = pace(message.author.id, message.createdTimestamp);
		if (pause === 'silent') return;
		try {
			await observed(observer, { way: 'chat', name: ASK }, () => answer(message, text, pause === 'ask to slow down'));
		} catch (error) {
			// Most often the bot may not write there; there is nobody to tell it to.
			log.warn({ message: message.id, error: loggable(error) }, 'a message could not be answered');
		}
	};
}

/** What was said to the bot, without the mention; undefined: nothing was. */
function spokenTo(message: Message): string | undefined {
	const { author, webhookId, system, content, client } = message;
	if (author.bot || webhookId !== null || system) return undefined;
	const mention = new RegExp(`<@!?${client.user.id}>`, 'g');
	if (message.inGuild() && !mention.test(content)) return undefined;
	return visible(content.replace(mention, ' '));
}

/** A command by its name if it needs nothing more (`/findings`, `findings`); else a question. */
async function replyTo(text: string, registry: ReadonlyMap<string, Command>, context: Context): Promise<Reply> {
	const { say } = context;
	const command = registry.get(text.replace(/^\//, '').toLowerCase());
	if (command && !command.body.options?.some(({ required }) => required)) {
		return command.run(readArgs(command.body, []), context);
	}
	const question = text.replace(/^\/ask\s+(question:)?\s*/i, '');
	if (question === '' || question === '/ask') return note(say.plain('askMe'), say('chatHint'));
	if (question.length > LONGEST) return miss(say.plain('askMe'), say('tooLong', { most: LONGEST }));
	const ask = registry.get(ASK);
	if (!ask) return miss(say.plain('unknownCommand'), say('unknownCommandText'));
	return ask.run(readArgs(ask.body, [{ name: 'question', value: question }]), context);
}

async function post(message: Message, body: object): Promise<void> {
	try {
		await message.reply(body);
	} catch (error) {
		if ((error as { code?: unknown }).code !== NO_HISTORY || !message.channel.isSendable()) throw error;
		await message.channel.send(body);
	}
}

/** Per person: whether a message is answered, answered with a request to slow down (once), or not at all. */
function makePace() {
	const recent = new Map<string, number[]>();
	return (person: string, now: number): 'answer' | 'ask to slow down' | 'silent' => {
		for (const [id, times] of recent) if ((times.at(-1) ?? 0) <= now - WINDOW) recent.delete(id);
		const times = [...(recent.get(person) ?? []).filter((time) => time > now - WINDOW), now];
		recent.set(person, times);
		if (times.length < TOO_MANY) return 'answer';
		return times.length === TOO_MANY ? 'ask to slow down' : 'silent';
	};
}
