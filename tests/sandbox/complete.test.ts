import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Conversation, converse } from '../../src/sandbox/conversation.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Bot, registerAll, startBot } from './bot.ts';

let discord: Sandbox;
let bot: Bot;
let conversation: Conversation;

beforeAll(async () => {
	discord = await startSandbox({ ackTimeout: 500 });
	bot = await startBot(discord.url, discord.token);
	await registerAll(bot);
	conversation = converse(discord, discord.member({ name: 'you' }));
});
afterAll(async () => {
	await bot.client.destroy();
	await discord.close();
});

const lines: [line: string, hits: string[], replaced: string][] = [
	['/l', ['/late ', '/long '], '/l'],
	['/echo ', ['text: ', 'hide: '], ''],
	['/echo t', ['text: '], 't'],
	['/pick per', ['per-0', 'per-1', 'per-2'], 'per'],
	['/echo text: some hi', ['hide: '], 'hi'],
	['/echo text: some hide: ', ['True', 'False'], ''],
	['/echo text: some hide: t', ['True'], 't'],
	['/long what: C', ['content'], 'C'],
	['/pick word: per', ['per-0', 'per-1', 'per-2'], 'per'],
	['/pick word: many', [], 'many'],
	['/nope ', [], '/nope '],
	['/card', ['/card '], '/card'],
	['pr', ['press '], 'pr'],
	['press ', [], ''],
];
test.each(lines)('Tab after "%s"', async (line, hits, replaced) => {
	expect(await conversation.complete(line)).toEqual([hits, replaced]);
});

test('Tab after "press" offers the buttons of the last reply', async () => {
	await conversation.enter('/card');
	expect(await conversation.complete('press m')).toEqual([['More'], 'm']);
});
