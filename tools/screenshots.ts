import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startBotProcess } from '../src/sandbox/child.ts';
import { servePage } from '../src/sandbox/page-server.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { launch } from './chromium.ts';

// Writes the pictures of the README: the bot's replies as the page shows them. With the font Noto Sans (Debian:
// fonts-noto-core) they come closest to Discord's own.

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const lines: Record<string, string> = {
	findings: '/findings',
	ask: '/ask question: how can peers help?',
	cite: '/cite',
	discussion: '/discuss section: findings',
};

const discord = await startSandbox({ name: 'Verbatim' });
const ada = discord.member({ name: 'ada' });
const { url } = servePage(discord, [ada, discord.member({ name: 'ben' })]);
const entry = fileURLToPath(new URL('../src/main.js', import.meta.url));
const bot = startBotProcess({ entry, url: discord.url, token: discord.token, verbose: false });
const browser = await launch();
try {
	await Promise.all([discord.ready(), discord.commandsRegistered()]);
	const page = await browser.newPage({
		locale: 'en-GB',
		colorScheme: 'dark',
		deviceScaleFactor: 2,
		viewport: { width: 1000, height: 640 },
	});
	await page.goto(url);
	for (const [name, line] of Object.entries(lines)) await picture(page, name, line);
	await whole(page);
} finally {
	await browser.close();
	await bot.stop();
	await discord.close();
}

/** One exchange alone, as it stands in the channel; the thread that a discussion opens, from the inside. */
async function picture(page: Page, name: string, line: string): Promise<void> {
	discord.forget();
	await page.goto(url);
	await page.reload();
	const { outcome } = await ada.type(line);
	if (outcome !== 'replied') throw new Error(`${line}: ${outcome}`);
	if (name === 'discussion') await page.locator('button.thread').press('Enter');
	await page.locator('discord-message').first().waitFor();
	await page.setViewportSize({ width: 640, height: 2000 });
	await page.locator('discord-messages').screenshot({ path: `${docs}${name}.png` });
	await page.setViewportSize({ width: 1000, height: 640 });
	console.log(`docs/${name}.png`);
}

/** The page as a whole, with a command being typed. */
async function whole(page: Page): Promise<void> {
	discord.forget();
	await page.goto(url);
	await page.reload();
	await ada.type('/limitations');
	await page.locator('#text').pressSequentially('/ask ');
	await page.keyboard.type('what did they find?');
	await page.screenshot({ path: `${docs}page.png` });
	console.log('docs/page.png');
}
