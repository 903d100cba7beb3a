import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Member } from '../../src/sandbox/member.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Bot, commands, registerAll, startBot } from './bot.ts';

let discord: Sandbox;
let bot: Bot;
let alice: Member;
let bob: Member;

beforeAll(async () => {
	discord = await startSandbox({ ackTimeout: 300 });
	bot = await startBot(discord.url, discord.token);
	await registerAll(bot);
	alice = discord.member({ name: 'alice', locale: 'de', installed: true });
	bob = discord.member({ name: 'bob' });
});
beforeEach(() => {
	bot.problems.length = 0;
});
afterAll(async () => {
	await bot.client.destroy();
	await discord.close();
});

test('a stock client logs in and registers its commands', async () => {
	expect(bot.client.guilds.cache.size).toBe(1);
	expect(await discord.commandsRegistered()).toHaveLength(commands.length);
});

test('a slash command is answered', async () => {
	const reply = await alice.type('/echo text: hello: world hide: true');
	expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true, message: { content: 'hello: world' } });
	expect(reply.message?.onlyFor).toBe(alice.user.id);
});

test('what a client would not send is refused with a sentence', async () => {
	await expect(alice.type('/nope')).rejects.toThrow('There is no command /nope. There are: /card');
	await expect(alice.type('/echo')).rejects.toThrow('/echo needs text: (Any text)');
	await expect(alice.type('/card colour: red')).rejects.toThrow('/card does not know what to do with "colour: red"');
	await expect(alice.type('/late ms: soon')).rejects.toThrow('ms: takes a whole number, not "soon"');
	await expect(alice.type('/late ms: -1')).rejects.toThrow('a number from 0');
	await expect(alice.type('/long what: nothing')).rejects.toThrow('what: takes one of Content, Title');
	await expect(bob.type('/echo-de text: x')).rejects.toThrow('There is no command /echo-de');
	expect((await alice.type('/echo-de text: x')).message?.content).toBe('x');
	expect((await alice.type('/echo typed without a name')).message?.content).toBe('typed without a name');
});

test('a deferred reply is filled, and stays as visible as it was deferred', async () => {
	expect(await bob.type('/slow')).toMatchObject({
		response: 5,
		outcome: 'replied',
		message: { content: 'At last', flags: 0 },
	});
	expect(await bob.type('/slow hide: True')).toMatchObject({
		ephemeral: true,
		message: { content: 'At last', flags: 64 },
	});
});

test('a late response is an unknown interaction and was no response', async () => {
	const reply = await bob.type('/late ms: 350');
	expect(reply).toMatchObject({ outcome: 'did not respond', message: undefined });
	await expect.poll(() => bot.problems).toMatchObject([{ code: 10062, status: 404 }]);
});

test('a second response is refused', async () => {
	expect((await bob.type('/twice')).message?.content).toBe('One');
	await expect.poll(() => bot.problems).toMatchObject([{ code: 40060, status: 400 }]);
});

test('a bot that throws did not respond', async () => {
	expect((await bob.type('/throw')).outcome).toBe('did not respond');
});

test('limits are kept, and the token still works after a refusal', async () => {
	expect((await bob.type('/long what: Content')).outcome).toBe('did not respond');
	expect((await bob.type('/long what: title')).outcome).toBe('did not respond');
	expect(bot.problems).toMatchObject([
		{
			code: 50035,
			message: expect.stringContaining('data.content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.'),
		},
		{ code: 50035, message: expect.stringContaining('data.embeds[0].title[BASE_TYPE_MAX_LENGTH]') },
	]);
});

test('a press updates the message in place; links and hidden or missing buttons cannot be pressed', async () => {
	const card = await alice.type('/card');
	expect(card.message?.embeds[0]).toMatchObject({ type: 'rich', title: 'A card', footer: { text: 'Source' } });
	await expect(bob.press(card.message, 'Site')).rejects.toThrow('opens https://example.org');
	await expect(bob.press(card.message, 'Less')).rejects.toThrow('There is no button "Less". There are: More, Site');
	const pressed = await bob.press(card.message, 'More');
	expect(pressed).toMatchObject({ outcome: 'updated', response: 7 });
	expect(pressed.message).toBe(card.message);
	expect(card.message).toMatchObject({ content: 'Pressed by bob', embeds: [] });
	expect((await bob.forge(card.message!, 'gone:1')).message?.content).toBe('Unknown button gone:1');
	const hidden = await alice.type('/echo text: secret hide: true');
	await expect(bob.forge(hidden.message!, 'more')).rejects.toThrow('Only somebody else can see this message');
});

test('an option is completed while it is typed', async () => {
	expect(await bob.complete('/pick count: 3 word: per')).toEqual(
		[0, 1, 2].map((at) => ({ name: `per ${at}`, value: `per-${at}` })),
	);
	expect(await bob.complete('/long what:')).toEqual([
		{ name: 'Content', value: 'content' },
		{ name: 'Title', value: 'title' },
	]);
	await expect(bob.complete('/pick word: many')).rejects.toThrow('Loading options failed');
	expect(bot.problems).toMatchObject([{ code: 50035 }]);
});

test('a file is downloaded as it was sent', async () => {
	const { message } = await bob.type('/file');
	const [attachment] = message?.attachments ?? [];
	expect(attachment).toMatchObject({ filename: 'x.bib', size: 11 });
	expect(await (await fetch(attachment!.url)).text()).toBe('@article{x}');
	expect((await fetch(`${attachment!.url}x`.replace('/attachments/', '/attachments/1'))).status).toBe(404);
});

test('follow-ups come after the reply', async () => {
	const reply = await bob.type('/more count: 2');
	expect((await reply.followedUp(2)).map(({ content }) => content)).toEqual(['More 0', 'More 1']);
});

test('without the bot in the channel, five follow-ups are all', async () => {
	const away = discord.addChannel({ name: 'away', kind: 'elsewhere' });
	await expect(bob.type('/more', { in: away })).rejects.toThrow('There is no command /more. There are: none yet');
	await expect(alice.type('/card', { in: away })).rejects.toThrow('There is no command /card');
	const reply = await alice.type('/more count: 6', { in: away });
	await reply.followedUp(5);
	await expect.poll(() => bot.problems).toMatchObject([{ code: 40094 }]);
	expect(reply.interaction.payload).toMatchObject({ context: 0, authorizing_integration_owners: { 1: alice.user.id } });
});

test('commands work in a direct message and in a private conversation', async () => {
	const dm = await alice.type('/echo text: a', { in: alice.dm });
	expect(dm.interaction.payload).toMatchObject({
		context: 1,
		user: { username: 'alice' },
		authorizing_integration_owners: { 0: '0', 1: alice.user.id },
	});
	const pair = discord.addChannel({ name: 'pair', kind: 'private', people: [alice, bob] });
	const reply = await alice.type('/echo text: b', { in: pair });
	expect(reply.message?.content).toBe('b');
	expect(reply.interaction.payload).toMatchObject({ context: 2, locale: 'de' });
	await expect(bot.client.rest.post(`/channels/${pair.id}/messages`, { body: { content: 'x' } })).rejects.toMatchObject(
		{ code: 50001 },
	);
});

test('a message command sees the text, the gateway shows it only where the bot is mentioned or alone', async () => {
	const seen: string[] = [];
	bot.client.on('messageCreate', (message) => void seen.push(message.content));
	const plain = alice.post('not for bots');
	expect((await alice.useOn(plain, 'Measure')).message?.content).toBe('12 characters');
	await expect(alice.useOn(plain, 'Weigh')).rejects.toThrow('There is no message command "Weigh". There are: Measure');
	const answer = await alice.say('@Bot what is it?');
	expect(answer).toMatchObject({
		content: expect.stringContaining('what is it?'),
		message_reference: { channel_id: discord.channel.id },
	});
	expect((await alice.say('hello @Bot', { in: alice.dm }))?.content).toContain('hello');
	const unanswered = bob.say('nothing for you', { within: 100 });
	await alice.type('/echo text: for somebody else');
	expect(await unanswered).toBeUndefined();
	expect(seen.filter((content) => content === '')).toHaveLength(2);
	expect(seen.join()).not.toContain('nothing for you');
});

test('pings are what the content and allowed_mentions let through', async () => {
	const [open] = [(await alice.type(`/echo text: @everyone <@${bob.user.id}> \`<@${alice.user.id}>\``)).message];
	expect(open?.pings).toEqual({ everyone: true, users: [bob.user.id], roles: [] });
	const answer = await bob.say(`@Bot @everyone <@${alice.user.id}>`);
	expect(answer?.pings).toEqual({ everyone: false, users: [], roles: [] });
	expect(open).toMatchObject({ mention_everyone: true, mentions: [{ id: bob.user.id }] });
	expect(answer).toMatchObject({ mention_everyone: false, mentions: [] });
});

test('a form is shown, filled in and submitted', async () => {
	const form = await bob.type('/form');
	expect(form).toMatchObject({ outcome: 'modal', modal: { custom_id: 'form', title: 'Form' } });
	expect((await bob.submit(form, { name: 'Bob' })).message?.content).toBe('Hello Bob');
});

test('a thread is opened on a reply, where the permissions let it', async () => {
	const reply = await bob.type('/open');
	await expect.poll(() => discord.world.channels.get(reply.message!.id)?.messages.size).toBe(1);
	expect(discord.world.channels.get(reply.message!.id)).toMatchObject({ kind: 'thread', name: 'Talk' });
	const quiet = discord.addChannel({ name: 'quiet' });
	quiet.botPermissions = 1n << 10n;
	await bob.type('/open', { in: quiet });
	await expect.poll(() => bot.problems).toMatchObject([{ code: 50013 }]);
	quiet.botPermissions = 0n;
	await bob.type('/open', { in: quiet });
	await expect.poll(() => bot.problems[1]).toMatchObject({ code: 50001 });
});

test('forged payloads go out as they are', async () => {
	const reply = await discord.interact({ type: 2, data: { id: '1', name: 'unregistered', type: 1 } });
	expect(reply.outcome).toBe('did not respond');
});

test('the requests are kept with their route and body', async () => {
	const all = discord.requests.filter(({ route }) => route === undefined);
	expect(all).toEqual([]);
	const file = discord.requests.find(({ files }) => files.length > 0);
	expect(file).toMatchObject({
		method: 'POST',
		route: '/interactions/{interaction_id}/{interaction_token}/callback',
		body: { type: 4, data: { content: 'Here' } },
		status: 204,
	});
	expect(file?.contentType).toMatch(/^multipart\/form-data/);
});
