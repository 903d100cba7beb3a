import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is. @throws an error that says how to get it */
export function chromiumPath(): string {
	const { CHROMIUM } = process.env;
	const found = CHROMIUM ? [CHROMIUM].find((path) => existsSync(path)) : places.find((path) => existsSync(path));
	if (found) return found;
	const looked = CHROMIUM ? `at CHROMIUM=${CHROMIUM}` : `at ${places.join(', ')}`;
	throw new Error(`There is no Chromium ${looked}: apt-get install chromium, or set CHROMIUM to its path`);
}

/** A browser that speaks with nobody but the pages it is given. */
export function launch(): Promise<Browser> {
	const quiet = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'].map((what) => `--disable-${what}`);
	const args = ['--headless', '--no-sandbox', '--no-first-run', ...quiet];
	return chromium.launch({ executablePath: chromiumPath(), args });
}
