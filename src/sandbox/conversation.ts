import { setTimeout as wait } from 'node:timers/promises';
import { type Completion, completeLine } from './complete.ts';
import { labelOf } from './components-of.ts';
import { LineError } from './line.ts';
import type { Member } from './member.ts';
import type { Reply } from './reply.ts';
import type { Sandbox } from './sandbox.ts';
import type { Message } from './state.ts';
import { pressable, showMessage, showReply } from './text.ts';

/** Milliseconds in which a follow-up still belongs to what is shown. */
const followUpGrace = 100;

/** What came of a line: the text to show, and whether the bot answered it in time. */
type Turn = { text: string; answered: boolean };

export type Conversation = { enter(line: string): Promise<Turn>; complete(line: string): Promise<Completion> };

/**
 * One person's lines: `/…` is a command, `press …` presses a button of the last reply by its label or number, and
 * anything else is a message that mentions the bot.
 */
export function converse(discord: Sandbox, member: Member): Conversation {
	const { world, channel } = discord;
	const bot = world.bot.username;
	let last: Message | undefined;
	const show = async (reply: Reply): Promise<Turn> => {
		await wait(followUpGrace);
		const shown = [reply.message, ...reply.followUps].findLast((message) => pressable(message).length > 0);
		last = shown ?? last;
		return { text: showReply(bot, reply), answered: !['did not respond', 'thinking'].includes(reply.outcome) };
	};
	const say = async (text: string): Promise<Turn> => {
		const within = world.ackTimeout;
		const mentioning = /(^|\s)@\S/.test(text) ? text : `@${bot} ${text}`;
		const message = await member.say(mentioning, { within });
		if (!message) return { text: `${bot}\n  did not answer within ${within / 1000} seconds`, answered: false };
		if (pressable(message).length > 0) last = message;
		return { text: `${bot}\n${showMessage(message)}`, answered: true };
	};
	return {
		async enter(line) {
			try {
				const press = /^press\s+(.+)$/.exec(line)?.[1];
				if (press) return show(await member.press(last, buttonNamed(last, press)));
				return line.startsWith('/') ? show(await member.type(line)) : await say(line);
			} catch (error) {
				if (error instanceof LineError) return { text: `  ${error.message}`, answered: false };
				throw error;
			}
		},
		complete: (line) => completeLine(line, { world, member, channel, last }),
	};
}

function buttonNamed(message: Message | undefined, name: string): string {
	const byNumber = /^\d+$/.test(name) ? pressable(message)[Number(name) - 1] : undefined;
	return byNumber?.custom_id ?? (byNumber ? labelOf(byNumber) : name);
}
