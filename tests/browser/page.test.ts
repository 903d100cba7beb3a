import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Member } from '../../src/sandbox/member.ts';
import { servePage } from '../../src/sandbox/page-server.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { launch } from '../../tools/chromium.ts';
import { type Bot, registerAll, startBot } from '../sandbox/bot.ts';
import { barriers } from './accessible.ts';
import { messages, type Visit, visit } from './visit.ts';

// Any discord.js bot will do; this one shows what the page must be able to show.
let browser: Browser;
let discord: Sandbox;
let bot: Bot;
let ada: Member;
let ben: Member;
let url: string;
let here: Visit;

beforeAll(async () => {
	browser = await launch();
	discord = await startSandbox({ ackTimeout: 600 });
	ada = discord.member({ name: 'ada' });
	ben = discord.member({ name: 'ben' });
	url = servePage(discord, [ada, ben]).url;
	bot = await startBot(discord.url, discord.token);
	await registerAll(bot);
});
afterAll(async () => {
	await browser.close();
	await bot.client.destroy();
	await discord.close();
});
beforeEach(async () => {
	discord.forget();
	here = await visit(browser, url);
});
afterEach(async () => {
	discord.faults.rest = undefined;
	expect(here.problems).toEqual([]);
	await here.close();
});

const options = () => here.page.getByRole('option');
const shownOptions = async () => (await options().allInnerTexts()).map((text) => text.split('\n')[0]);

test('the commands are offered while the name is typed; arrows choose, Escape closes', async () => {
	await here.keys('/e');
	expect((await shownOptions())[0]).toBe('/echo');
	await here.keys('Backspace');
	expect(await shownOptions()).toContain('/zebra');
	await here.keys('ArrowUp');
	expect(await here.page.getByRole('option', { selected: true }).innerText()).toContain('/zebra');
	const text = here.page.locator('#text');
	const active = await text.getAttribute('aria-activedescendant');
	expect(await here.page.locator(`#${active}`).innerText()).toContain('/zebra');
	await here.keys('Escape');
	await options().first().waitFor({ state: 'detached' });
	expect(await text.inputValue()).toBe('/');
});

test('the bot completes an option; the choice is sent by its value', async () => {
	await here.keys('/pick', 'Enter', 'word', 'Enter', 'per');
	await here.page.getByRole('option', { name: 'per 2' }).waitFor();
	await here.keys('ArrowDown', 'ArrowDown', 'Enter', 'Enter');
	await messages(here.page, 'per-2').waitFor();
});

test('who does not wait for the choices sends what was typed, and is shown none later', async () => {
	discord.faults.rest = async ({ body }) => {
		if ((body as { type?: number } | undefined)?.type === 8) await new Promise((resolve) => setTimeout(resolve, 300));
		return undefined;
	};
	await here.keys('/pick', 'Enter', 'word', 'Enter', 'per');
	await here.page.getByText('Loading options…').waitFor();
	await here.page.waitForTimeout(200);
	await here.keys('Enter');
	await messages(here.page, 'per').waitFor();
	await expect.poll(() => discord.requests.filter(({ status }) => status === undefined)).toEqual([]);
	expect(await options().count()).toBe(0);
});

test('choices of an option that fail to load, and that are not there, are told', async () => {
	await here.keys('/pick', 'Enter', 'word', 'Enter', 'many');
	await here.page.getByText('Loading options failed').waitFor();
	expect(bot.problems.splice(0)).toMatchObject([{ code: 50035 }]);
	await here.keys('Escape', 'Escape', '/long', 'Enter', 'what', 'Enter', 'nothing');
	await here.page.getByText('No options match your search.').waitFor();
});

test('what is typed into one option is never read as another', async () => {
	await here.keys('/echo', 'Enter', 'text and hide: True', 'Enter');
	const reply = messages(here.page, 'text and hide: True');
	await reply.waitFor();
	expect(await reply.getByText('Only you can see this').count()).toBe(0);
});

test('a line that is pasted whole becomes fields', async () => {
	await here.page.locator('#text').fill('/echo text: hello hide: True');
	expect(await here.page.getByRole('combobox', { name: 'text', exact: true }).inputValue()).toBe('hello');
	await here.keys('Enter');
	await messages(here.page, 'Only you can see this').waitFor();
});

test('options come and go: a required one is asked for, an empty optional one goes with Backspace', async () => {
	await here.keys('/echo', 'Enter', 'Enter');
	await here.page.getByRole('alert').filter({ hasText: 'text: This option is required.' }).waitFor();
	await here.keys('hello', 'Tab', 'ArrowDown', 'Enter');
	const hide = here.page.getByRole('combobox', { name: 'hide', exact: true });
	await hide.waitFor();
	await here.keys('Backspace');
	await hide.waitFor({ state: 'detached' });
	await here.keys('Enter');
	await messages(here.page, 'hello').waitFor();
});

test('what Discord would not send is refused with a sentence, and stands there to be mended', async () => {
	await here.keys('/late', 'Enter', 'soon', 'Enter');
	await here.page.getByRole('alert').filter({ hasText: 'ms: takes a whole number, not "soon"' }).waitFor();
	expect(await here.page.getByLabel('ms', { exact: true }).inputValue()).toBe('soon');
	await here.keys('Escape', 'x'.repeat(3), 'Enter');
	await messages(here.page, 'xxx').waitFor();
});

test('a reply that is deferred is being thought about, then there', async () => {
	await here.keys('/slow', 'Enter', 'ms', 'Enter', '900', 'Enter');
	await messages(here.page, 'Bot is thinking…').waitFor();
	await messages(here.page, 'At last').waitFor();
	expect(await here.page.locator('discord-message').count()).toBe(1);
});

test('a command that nobody answers says so to the one who used it, until it is dismissed', async () => {
	await here.keys('/late', 'Enter', '900', 'Enter');
	await here.page.getByText('Sending command…').waitFor();
	const failed = messages(here.page, 'The application did not respond');
	await failed.waitFor();
	expect(await failed.textContent()).toContain('Only you can see this');
	expect(await barriers(here.page)).toEqual([]);
	await failed.getByRole('button', { name: 'Dismiss message' }).click();
	await failed.waitFor({ state: 'detached' });
	await expect.poll(() => bot.problems.splice(0)).toMatchObject([{ code: 10062 }]);
});

test('a press shows that it is under way, changes the message in place, or says that it failed', async () => {
	await here.keys('/card', 'Enter', 'Enter');
	const card = messages(here.page, 'A card');
	const more = card.getByRole('button', { name: 'More', exact: true });
	await more.waitFor();
	discord.faults.rest = ({ path }) => (path.endsWith('/callback') ? 'hang' : undefined);
	await more.click();
	await card.locator('[aria-busy="true"]').waitFor();
	await card.getByText('This interaction failed').waitFor();
	expect(await more.getAttribute('aria-busy')).toBe('false');
	discord.faults.rest = undefined;
	expect(await card.getByRole('link', { name: 'Site' }).getAttribute('href')).toBe('https://example.org');
	await more.click();
	await messages(here.page, 'Pressed by ada').getByText('(edited)').waitFor();
});

test('a menu is chosen from', async () => {
	await here.keys('/choose', 'Enter', 'Enter');
	await here.page.getByLabel('A fruit').selectOption('Pear');
	await messages(here.page, 'Chosen: pear').waitFor();
});

test('a form is filled in', async () => {
	await here.keys('/form', 'Enter', 'Enter');
	await here.page.getByRole('dialog', { name: 'Form' }).waitFor();
	expect(await barriers(here.page)).toEqual([]);
	await here.keys('Enter');
	expect(await here.page.getByRole('dialog').count()).toBe(1);
	await here.keys('Ada', 'Enter');
	await messages(here.page, 'Hello Ada').waitFor();
});

test('a thread stands below its message and in the list, and starts with that message', async () => {
	await here.keys('/open', 'Enter', 'Enter');
	await here.page.getByRole('button', { name: 'Thread Talk, 1 Message' }).click();
	await messages(here.page, 'Welcome').waitFor();
	expect(await here.page.locator('discord-message').first().textContent()).toContain('Discuss');
	expect(await here.page.getByRole('button', { name: 'Talk', exact: true }).getAttribute('aria-current')).toBe('page');
	await here.keys('I have a question', 'Enter');
	await messages(here.page, 'I have a question').waitFor();
	await here.page.reload();
	await messages(here.page, 'I have a question').waitFor();
	await here.page.getByRole('button', { name: '#general' }).click();
	await here.page.getByRole('button', { name: 'Thread Talk, 2 Messages' }).waitFor();
});

test('a reply to a message, from its menu; what is new elsewhere is marked', async () => {
	ben.post('the first');
	const first = messages(here.page, 'the first');
	await first.click({ button: 'right' });
	await here.page.getByRole('menuitem', { name: 'Reply' }).click();
	await here.keys('the second', 'Enter');
	const second = messages(here.page, 'the second');
	expect(await second.locator('discord-reply').textContent()).toContain('the first');
	ben.post('hello', { in: ada.dm });
	await here.page.getByRole('button', { name: /^Bot\s*, unread$/ }).waitFor();
});

test('markup, foreign pictures and odd links stay what they are: text', async () => {
	const hostile =
		'<img src="https://example.org/x.png" onerror="alert(1)"> [here](javascript:alert(1)) <script>alert(1)</script>';
	ben.post(hostile);
	const said = messages(here.page, 'onerror');
	await said.waitFor();
	expect(await said.locator('.markdown').textContent()).toContain('<img src="');
	expect(await said.locator('.markdown :is(img, script, a[href^="javascript"])').count()).toBe(0);
	const embeds = [
		{ title: 'x', image: { url: 'https://example.org/y.png' }, thumbnail: { url: 'https://example.org/z.png' } },
	];
	await bot.client.rest.post(`/channels/${discord.channel.id}/messages`, { body: { embeds } });
	await messages(here.page, 'Picture: https://example.org/y.png').waitFor();
});

test('markdown is shown as Discord shows it', async () => {
	ben.post(
		'# Head\n- one\n- two\n  - inner\n1. first\n**bold** __under__ ~~gone~~ `code` ||secret||\n> quoted\n-# small\n```js\nlet a\n```',
	);
	const text = messages(here.page, 'Head').locator('.markdown');
	await text.waitFor();
	const count = (selector: string) => text.locator(selector).count();
	expect(await text.getByRole('heading', { name: 'Head' }).count()).toBe(1);
	expect([await count('li'), await count('li li'), await count('ol > li')]).toEqual([4, 1, 1]);
	expect([await count('strong'), await count('u'), await count('s'), await count('pre code')]).toEqual([1, 1, 1, 1]);
	expect(await text.locator('discord-quote').textContent()).toBe('quoted');
	expect(await text.locator('.subtext').textContent()).toBe('small');
	const spoiler = text.getByRole('button', { name: 'Spoiler' });
	await spoiler.press('Enter');
	expect(await text.getByRole('button', { name: 'secret' }).getAttribute('aria-expanded')).toBe('true');
	expect(await barriers(here.page)).toEqual([]);
});

test('on a phone the channels are behind a button', async () => {
	const phone = await visit(browser, url, { viewport: { width: 360, height: 700 } });
	const direct = phone.page.getByRole('button', { name: 'Bot', exact: true });
	expect(await direct.isVisible()).toBe(false);
	await phone.page.getByRole('button', { name: 'Channels' }).click();
	expect(await barriers(phone.page)).toEqual([]);
	await direct.click();
	await phone.page.getByPlaceholder('Message @Bot').waitFor();
	expect(await direct.isVisible()).toBe(false);
	expect(phone.problems).toEqual([]);
	await phone.close();
});

test('when the local Discord goes away, the page says so and comes back with it', async () => {
	const first = await startSandbox();
	servePage(first, [first.member({ name: 'ada' })]);
	const port = Number(new URL(first.url).port);
	const lost = await visit(browser, first.world.origin);
	await first.close();
	await lost.page.getByText('Connection lost, trying again…').waitFor();
	await lost.keys('hello', 'Enter');
	await lost.page.getByRole('alert').filter({ hasText: 'There is no connection' }).waitFor();
	const second = await startSandbox({ port });
	servePage(second, [second.member({ name: 'ada' })]);
	await lost.page.getByText('Connection lost').waitFor({ state: 'detached' });
	expect(await lost.page.locator('#text').inputValue()).toBe('hello');
	await lost.keys('Enter');
	await messages(lost.page, 'hello').waitFor();
	await lost.close();
	await second.close();
});
