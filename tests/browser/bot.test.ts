import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Member } from '../../src/sandbox/member.ts';
import { type Page, servePage } from '../../src/sandbox/page-server.ts';
import { launch } from '../../tools/chromium.ts';
import { type Running, running } from '../running.ts';
import { barriers } from './accessible.ts';
import { messages, type Visit, visit } from './visit.ts';

const finding = 'While there is very little research exploring peer-support';
const limitation = 'More research on the potential negative impact of peer-support in carceral setting is needed.';

let browser: Browser;
let it: Running;
let served: Page;
let ada: Member;
let ben: Member;
let here: Visit;

beforeAll(async () => {
	browser = await launch();
	it = await running({
		prepare(discord) {
			ada = discord.member({ name: 'ada' });
			ben = discord.member({ name: 'ben' });
			served = servePage(discord, [ada, ben]);
		},
	});
});
afterAll(async () => {
	await browser.close();
	await it.close();
});
beforeEach(async () => {
	it.discord.forget();
	here = await visit(browser, served.url);
});
afterEach(async () => {
	expect(here.problems).toEqual([]);
	await here.close();
});

test('/lim, Tab, Enter: the passage', async () => {
	await here.keys('/lim', 'Tab', 'Enter');
	const reply = messages(here.page, limitation);
	await reply.waitFor();
	expect(await reply.locator('discord-quote').textContent()).toBe(limitation);
	expect(await reply.locator('.embed-title a').getAttribute('href')).toMatch(/^https:\/\/.*#:~:text=/);
	expect(await reply.textContent()).not.toContain('> ');
});

test('ask, then Whole section, then Cite', async () => {
	await here.keys('/ask', 'Enter', 'how many gaps can peer-led roles bridge?', 'Enter');
	const answer = messages(here.page, finding).first();
	await answer.waitFor();
	await answer.getByRole('button', { name: 'Whole section' }).click();
	await messages(here.page, finding).nth(1).waitFor();
	await answer.getByRole('button', { name: 'Cite' }).click();
	await messages(here.page, 'Perrin, C., Frost, A., & Ware, J. B. (2018)').waitFor();
});

test('a hidden reply is marked, shown to the one who asked, shared with a press, and dismissed', async () => {
	await here.keys('/findings', 'Enter', 'hide', 'Enter', 'True', 'Enter', 'Enter');
	const hidden = messages(here.page, 'Only you can see this');
	await hidden.waitFor();
	expect(await hidden.textContent()).toContain(finding);
	await here.page.getByLabel('ben').check();
	await here.page.getByRole('radio', { name: 'ben', checked: true }).waitFor();
	await here.page.getByText('Welcome to #general!').waitFor();
	expect(await here.page.locator('discord-message').count()).toBe(0);
	await here.page.getByLabel('ada').check();
	await hidden.getByRole('button', { name: 'Share' }).click();
	const shared = messages(here.page, finding).filter({ hasNotText: 'Only you can see this' });
	await shared.waitFor();
	await hidden.getByRole('button', { name: 'Dismiss message' }).click();
	await hidden.waitFor({ state: 'detached' });
	await here.page.getByLabel('ben').check();
	await shared.waitFor();
	expect(await here.page.locator('discord-message').count()).toBe(1);
});

test('/cite as a file: what is downloaded is what the bot sent', async () => {
	await here.keys('/cite', 'Enter', 'format', 'Enter', 'bib', 'Enter', 'Enter');
	const link = here.page.getByRole('link', { name: /^Download .*\.bib$/ });
	await link.waitFor();
	const [download] = await Promise.all([here.page.waitForEvent('download'), link.click()]);
	expect(download.suggestedFilename()).toMatch(/\.bib$/);
	const [sent] = it.discord.requests.flatMap(({ files }) => files);
	const saved = readFileSync(await download.path());
	expect(saved).toEqual(Buffer.from(sent!.bytes));
	expect(saved.toString()).toMatch(/^@article\{/);
});

test('Find in paper, from the menu of somebody’s message, by keyboard alone', async () => {
	ben.post('peer-led roles can bridge gaps in support');
	const said = messages(here.page, 'bridge gaps in support');
	await said.getByRole('button', { name: 'More actions for the message of ben' }).focus();
	await here.keys('Enter', 'ArrowUp', 'ArrowRight');
	await here.page.getByRole('menuitem', { name: 'Find in paper' }).waitFor();
	expect(await barriers(here.page)).toEqual([]);
	await here.keys('Enter');
	const found = messages(here.page, 'Only you can see this');
	await found.waitFor();
	expect(await found.locator('discord-quote').first().textContent()).toContain('peer-led roles can bridge many gaps');
});

test('a mention is completed and answered as a reply', async () => {
	await here.keys('@ver', 'Enter', 'what did they find?', 'Enter');
	await messages(here.page, '@Verbatim what did they find?').first().waitFor();
	const answer = messages(here.page, finding);
	await answer.waitFor();
	expect(await answer.locator('discord-reply').textContent()).toContain('what did they find?');
});

test('a direct message has commands too; a reload shows the same conversation', async () => {
	await here.page.getByRole('button', { name: 'Verbatim', exact: true }).click();
	await here.keys('/methods', 'Tab', 'Enter');
	await messages(here.page, 'used').waitFor();
	expect(ada.dm.messages.size).toBe(1);
	await here.page.reload();
	await messages(here.page, 'used').waitFor();
	await here.page.getByPlaceholder('Message @Verbatim').waitFor();
});

test.each([
	['dark', 1280, 800],
	['light', 1280, 800],
	['dark', 390, 800],
	['light', 390, 800],
] as const)('nothing serious for axe-core: %s, %i pixels wide', async (colorScheme, width, height) => {
	await ada.type('/findings');
	await ada.type('/cite');
	await ada.type('/ask question: what is needed? hide: True');
	const visited = await visit(browser, served.url, { colorScheme, viewport: { width, height } });
	const { page } = visited;
	await messages(page, 'Only you can see this').waitFor();
	expect(await barriers(page)).toEqual([]);
	expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
	await visited.keys('/');
	await page.getByRole('option').first().waitFor();
	expect(await barriers(page)).toEqual([]);
	await visited.keys('ask', 'Enter', 'Enter');
	await page.getByText('question: This option is required.').waitFor();
	expect(await barriers(page)).toEqual([]);
	await page.screenshot({ path: `dist/axe-${colorScheme}-${width}.png` });
	expect(visited.problems).toEqual([]);
	await visited.close();
});
