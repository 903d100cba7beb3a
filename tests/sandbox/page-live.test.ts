import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Member } from '../../src/sandbox/member.ts';
import type { Action, ServerEvent } from '../../src/sandbox/page/protocol.ts';
import { servePage } from '../../src/sandbox/page-server.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Bot, registerAll, startBot } from './bot.ts';

let discord: Sandbox;
let bot: Bot;
let ada: Member;
let ben: Member;

beforeAll(async () => {
	discord = await startSandbox({ ackTimeout: 300 });
	ada = discord.member({ name: 'ada' });
	ben = discord.member({ name: 'ben' });
	servePage(discord, [ada, ben]);
	bot = await startBot(discord.url, discord.token);
	await registerAll(bot);
});
afterAll(async () => {
	await bot.client.destroy();
	await discord.close();
});

/** A page's connection, without the page. */
async function open(as: Member) {
	const socket = new WebSocket(`${discord.world.origin.replace('http', 'ws')}/page/live?as=${as.user.id}`);
	const events: ServerEvent[] = [];
	socket.on('message', (data) => events.push(JSON.parse(String(data))));
	await expect.poll(() => events.length).toBeGreaterThan(0);
	let id = 0;
	return {
		socket,
		events,
		async ask(action: Action) {
			const mine = ++id;
			socket.send(JSON.stringify({ id: mine, action }));
			const answer = () => events.find((event) => event.kind === 'answer' && event.id === mine);
			await expect.poll(answer, { timeout: 3000 }).toBeDefined();
			return answer() as Extract<ServerEvent, { kind: 'answer' }>;
		},
	};
}

const commandId = (name: string) => ada.commands().find((command) => command.name === name)?.id ?? '';

test('a hidden reply reaches nobody else, and nobody else can press, dismiss or use it', async () => {
	const [hers, his] = [await open(ada), await open(ben)];
	const values = [
		{ name: 'text', raw: 'a secret' },
		{ name: 'hide', raw: 'True' },
	];
	const channel = discord.channel.id;
	expect(await hers.ask({ do: 'type', channel, command: commandId('echo'), path: [], values })).not.toHaveProperty(
		'error',
	);
	const message = [...discord.channel.messages.values()].at(-1)!;
	expect(JSON.stringify(hers.events)).toContain('a secret');
	const refused = await his.ask({ do: 'press', channel, message: message.id, customId: 'more' });
	expect(refused.error).toBe('Only somebody else can see this message');
	expect((await his.ask({ do: 'use', channel, message: message.id, name: 'Measure' })).error).toContain(
		'somebody else',
	);
	await his.ask({ do: 'dismiss', channel, message: message.id });
	expect(JSON.stringify((await open(ada)).events)).toContain('a secret');
	await hers.ask({ do: 'dismiss', channel, message: message.id });
	expect(JSON.stringify((await open(ada)).events)).not.toContain('a secret');
	expect(JSON.stringify(his.events)).not.toContain('a secret');
});

test('nobody sees or writes into another’s conversation with the bot', async () => {
	const his = await open(ben);
	ada.post('between us', { in: ada.dm });
	expect((await his.ask({ do: 'post', channel: ada.dm.id, text: 'hello' })).error).toBe('The channel is gone');
	expect(JSON.stringify(his.events)).not.toContain('between us');
	expect(JSON.stringify(his.events)).not.toContain(ada.dm.id);
});

test('what cannot be sent is answered with a sentence', async () => {
	const { ask } = await open(ada);
	const channel = discord.channel.id;
	const type = { do: 'type' as const, channel, path: [], values: [] };
	expect((await ask({ ...type, command: '1' })).error).toBe('This command is not there any more');
	expect((await ask({ ...type, command: commandId('echo') })).error).toBe('/echo needs text: (Any text)');
	const values = [{ name: 'colour', raw: 'red' }];
	expect((await ask({ ...type, command: commandId('card'), values })).error).toBe('/card has no option colour');
	expect((await ask({ do: 'post', channel, text: ' \n' })).error).toBe('An empty message cannot be sent');
	expect((await ask({ do: 'post', channel, text: 'x'.repeat(2001) })).error).toContain('at most 2000 characters');
	expect((await ask({ do: 'press', channel, message: '1', customId: 'x' })).error).toBe('The message has been deleted');
	expect((await ask({ do: 'submit', interaction: '1', values: {} })).error).toBe('There is no form to submit');
});

test('a value is sent as it is, even where it looks like an option or a command', async () => {
	const { ask } = await open(ada);
	for (const raw of ['hide: True', '/echo text: x', 'text: a text: b', '  spaced  ']) {
		const values = [{ name: 'text', raw }];
		await ask({ do: 'type', channel: discord.channel.id, command: commandId('echo'), path: [], values });
		const reply = [...discord.channel.messages.values()].at(-1);
		expect(reply).toMatchObject({ content: raw.trim() });
		expect(reply?.onlyFor).toBeUndefined();
	}
});

test('frames that make no sense are passed over', async () => {
	const { socket, ask } = await open(ada);
	for (const frame of [
		'',
		'null',
		'{',
		'[]',
		'{"id":1}',
		'{"id":"x","action":{"do":"post"}}',
		'{"id":1,"action":{"do":"fly"}}',
	])
		socket.send(frame);
	expect(await ask({ do: 'post', channel: discord.channel.id, text: 'still here' })).not.toHaveProperty('error');
});

test('an open page hears of new threads, and leaves nothing behind when it is closed', async () => {
	const listening = () => discord.world.events.eventNames().map((name) => discord.world.events.listenerCount(name));
	const before = listening();
	const { socket, events } = await open(ben);
	await ada.type('/open');
	await expect.poll(() => events.some((event) => event.kind === 'channel' && event.channel.name === 'Talk')).toBe(true);
	socket.close();
	await expect.poll(listening).toEqual(before);
});
