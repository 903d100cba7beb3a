import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export type Visit = {
	page: Page;
	/** What went wrong in the page, and what it asked of other hosts; each test expects none. */
	problems: string[];
	/** Types as a person does, into whatever has the focus. */
	keys(...keys: string[]): Promise<void>;
	close(): Promise<void>;
};

/** Opens the sandbox's page and notes every error, violation of its policy, and request to another host. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
	const context = await browser.newContext({ locale: 'en-US', acceptDownloads: true, ...options });
	const page = await context.newPage();
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(String(error)));
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) problems.push(message.text());
	});
	page.on('request', (request) => {
		const { protocol, origin } = new URL(request.url());
		if (protocol.startsWith('http') && origin !== new URL(url).origin) problems.push(`asked ${request.url()}`);
	});
	await page.goto(url);
	await page.locator('#text').focus();
	return {
		page,
		problems,
		async keys(...keys) {
			for (const key of keys) {
				if (/^(Tab|Enter|Escape|Backspace|Home|End|Space|Shift\+.*|Arrow\w+)$/.test(key))
					await page.keyboard.press(key);
				else await page.keyboard.type(key);
			}
		},
		close: () => context.close(),
	};
}

/** The messages of the channel that is shown, by what stands in them; text in the library's own parts is found as well. */
export function messages(page: Page, text: string | RegExp) {
	return page.locator('discord-message').filter({ hasText: text });
}
