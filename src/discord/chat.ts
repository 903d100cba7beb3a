import { DiscordAPIError, type Message, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import { readArgs } from './args.ts';
import type { AnyCommand, Command, Context, Library } from './command.ts';
import { loggable } from './log.ts';
import { visible } from './markdown.ts';
import { type Observer, observed } from './observer.ts';
import { makePace } from './pace.ts';
import { miss, note, type Reply } from './reply.ts';
import { CATALOGUES, type CommandIds, sayIn } from './say.ts';
import { makeSeen } from './seen.ts';
import { payload } from './send.ts';

/** The command that takes what is said to the bot; its question is the only option that a chat can give. */
const ASK = 'ask';

/** Discord's codes for a reply to a message that the bot may not read (again), and for what it has no right to. */
const NO_HISTORY = 160002;
const NO_RIGHT = RESTJSONErrorCodes.MissingPermissions;

/** Answers what people say to the bot: the text after a mention, or a direct message, is a question. */
export function makeChat(
	commands: readonly AnyCommand[],
	library: () => Library,
	ids: CommandIds,
	log: Logger,
	observer: Observer,
) {
	const registry = byAnyName(commands);
	const pace = makePace();
	const seen = makeSeen();

	async function answer(message: Message, text: string, tooMany: boolean): Promise<Reply> {
		const say = sayIn(message.guild?.preferredLocale ?? '', ids);
		const reply = tooMany
			? miss(say.plain('askMe'), say('slowDown'))
			: await replyTo(text, registry, { ...library(), say, chance: Math.random() });
		// Discord keeps one message of a nonce: what is sent again because no answer came stands there once.
		const nonce = { nonce: message.id, enforceNonce: true };
		try {
			await post(message, { ...payload({ ...reply, hidden: false }, say, 0), ...nonce });
		} catch (error) {
			// A message that is no reply to an interaction may show cards only with a right of its own.
			if (!isCode(error, NO_RIGHT)) throw error;
			await post(message, { content: say('noCardsHere'), ...nonce });
		}
		return reply;
	}

	return async (message: Message): Promise<void> => {
		const text = spokenTo(message);
		if (text === undefined) return;
		if (seen(message.id)) return log.info({ message: message.id }, 'a message came twice');
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

type Registry = ReadonlyMap<string, Command>;

/** Slash commands by their names, the English ones before those of the other languages. */
function byAnyName(commands: readonly AnyCommand[]): Registry {
	const typed = commands.filter((command): command is Command => 'run' in command);
	const names = [...typed].reverse().flatMap((command) => {
		const { name } = command.body;
		const translated = Object.values(CATALOGUES).flatMap((language) => language.commands[name]?.name ?? []);
		return translated.map((one) => [one, command] as const);
	});
	return new Map([...names, ...typed.map((command) => [command.body.name, command] as const)]);
}

/** What was said to the bot, without the mention; undefined: nothing was. */
function spokenTo(message: Message): string | undefined {
	const { author, webhookId, system, content, client } = message;
	if (author.bot || webhookId !== null || system) return undefined;
	const mention = new RegExp(`<@!?${client.user.id}>`, 'g');
	if (message.inGuild() && !mention.test(content)) return undefined;
	return visible(content.replace(mention, ' '));
}

/** A command by its name, in any language, if it needs nothing more (`/findings`, `findings`); else a question. */
async function replyTo(text: string, registry: Registry, context: Context): Promise<Reply> {
	const { say } = context;
	const [, slash, name = '', rest = ''] = /^(\/?)(\S*)\s*(.*)$/s.exec(text) ?? [];
	const command = registry.get(name.toLowerCase());
	const asks = command?.body.name === ASK && (slash || rest === '');
	if (text === '' || (asks && rest === '')) return note(say.plain('askMe'), say('chatHint'));
	if (command && !asks && rest === '' && !command.body.options?.some(({ required }) => required))
		return command.run(readArgs(command.body, []), context);
	if (command && !asks && (slash || rest === ''))
		return note(say.plain('askMe'), say('chatOptions', { name: command.body.name }));
	if (slash && !command) return miss(say.plain('unknownCommand'), say('unknownCommandText'));
	return question(asks ? rest.replace(/^\p{L}+:\s*/u, '') : text, registry, context);
}

async function question(text: string, registry: Registry, context: Context): Promise<Reply> {
	const { say } = context;
	const ask = registry.get(ASK);
	if (!ask) return miss(say.plain('unknownCommand'), say('unknownCommandText'));
	const most = ask.body.options?.find(({ required }) => required)?.max_length ?? Infinity;
	if (text.length > most) return miss(say.plain('askMe'), say('tooLong', { most }));
	return ask.run(readArgs(ask.body, [{ name: 'question', value: text }]), context);
}

const isCode = (error: unknown, code: number) => error instanceof DiscordAPIError && error.code === code;

async function post(message: Message, body: object): Promise<void> {
	try {
		await message.reply(body);
	} catch (error) {
		if (!isCode(error, NO_HISTORY) || !message.channel.isSendable()) throw error;
		await message.channel.send(body);
	}
}
