import { MessageFlags, type RepliableInteraction } from 'discord.js';

/** How long a reply may take before the interaction is deferred, in milliseconds: half of what Discord waits. */
const MOMENT = 1500;

/**
 * Waits for a reply, and defers the interaction where that takes more than a moment: what is quick needs no “thinking …”,
 * and what is slow today may be quick tomorrow. What blocks the thread cannot be deferred; it has to run in another.
 */
export async function inTime<R>(interaction: RepliableInteraction, reply: R | Promise<R>, hidden: boolean): Promise<R> {
	if (!(reply instanceof Promise)) return reply;
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<boolean>((resolve) => {
		timer = setTimeout(resolve, MOMENT, true);
	});
	try {
		if (await Promise.race([reply.then(() => false), late]))
			await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
	} finally {
		clearTimeout(timer);
	}
	return reply;
}
