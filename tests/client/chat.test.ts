import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Member } from '../../src/sandbox/member.ts';
import { createMessage, editMessage } from '../../src/sandbox/messages.ts';
import { post } from '../../src/sandbox/post.ts';
import type { Channel } from '../../src/sandbox/state.ts';
import { createUser } from '../../src/sandbox/world.ts';
import { type Running, running } from '../running.ts';

let it: Running;
let alice: Member;
beforeAll(async () => {
	it = await running();
	alice = it.discord.member({ name: 'alice' });
});
afterAll(() => it.close());

const repliesIn = (channel: Channel) => [...channel.messages.values()].filter(({ message_reference: to }) => to);

/** Everything before it has been heard once a later message is answered: events come in order. */
async function settled(channel: Channel): Promise<void> {
	const before = repliesIn(channel).length;
	await it.discord.member({ name: `later-${channel.id}` }).say('@bot limitations', { in: channel, within: 10_000 });
	await vi.waitUntil(() => repliesIn(channel).length > before, { timeout: 10_000 });
}

test('a message that is edited is not answered again, and not answered at last', async () => {
	const { world } = it.discord;
	const channel = it.discord.addChannel({ name: 'edits' });
	const asked = post(world, alice.user, channel, '@bot what are the limitations?');
	await vi.waitUntil(() => repliesIn(channel).length === 1, { timeout: 5000 });
	for (const text of ['<@0> findings', `<@${world.bot.id}> findings`, `<@${world.bot.id}> what did they find?`])
		editMessage(world, asked, { content: text });
	const silent = post(world, alice.user, channel, 'what are the limitations?');
	editMessage(world, silent, { content: `<@${world.bot.id}> limitations` });
	await settled(channel);
	expect(repliesIn(channel).map(({ message_reference: to }) => to?.message_id)).not.toContain(silent.id);
	expect(repliesIn(channel)).toHaveLength(2);
});

test('bots and webhooks are never answered, the bot itself least of all', async () => {
	const { world } = it.discord;
	const channel = it.discord.addChannel({ name: 'machines' });
	const content = `<@${world.bot.id}> limitations`;
	const robot = createUser('robot', true);
	world.users.set(robot.id, robot);
	post(world, robot, channel, content);
	post(world, world.bot, channel, content);
	createMessage(world, { channel, author: createUser('hook'), body: { content }, extra: { webhook_id: '1234567890' } });
	createMessage(world, { channel, author: alice.user, body: { content }, extra: { type: 7 } });
	await settled(channel);
	expect(repliesIn(channel)).toHaveLength(1);
});

test('where it may not send: each message one line in the log, and no more than it answers of one person', async () => {
	const channel = it.discord.addChannel({ name: 'read-only' });
	const { SendMessages } = (await import('discord.js')).PermissionFlagsBits;
	channel.botPermissions &= ~SendMessages;
	const before = it.log.length;
	const { user } = it.discord.member({ name: 'zoe' });
	for (let i = 0; i < 12; i += 1) post(it.discord.world, user, channel, `<@${it.discord.world.bot.id}> limitations`);
	const lines = () => it.log.slice(before).filter(({ level }) => Number(level) >= 40);
	await vi.waitUntil(() => lines().length >= 5, { timeout: 10_000 });
	await settled(it.discord.addChannel({ name: 'elsewhere' }));
	expect(lines().map(({ msg }) => msg)).toEqual(Array(5).fill('a message could not be answered'));
});
