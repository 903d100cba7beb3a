import type { APIMessage } from 'discord-api-types/v10';
import { toApi } from './messages.ts';
import type { Message, World } from './state.ts';

/**
 * A message as a bot sees it: without the MessageContent intent what people write in a server is blank, unless it
 * mentions the bot. Its own messages and direct messages are always whole.
 */
export function visibleTo(world: World, hasContent: number, message: Message): APIMessage {
	const whole = toApi(message);
	const channel = world.channels.get(message.channel_id);
	const own = message.author.id === world.bot.id || message.mentions.some(({ id }) => id === world.bot.id);
	if (hasContent || own || channel?.kind === 'dm') return whole;
	return { ...whole, content: '', embeds: [], attachments: [], components: [] };
}
