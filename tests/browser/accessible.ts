import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const { source } = createRequire(import.meta.url)('axe-core') as typeof axe;

/** What axe-core finds serious or critical on the page as it is, one line each. */
export async function barriers(page: Page): Promise<string[]> {
	await page.evaluate(source);
	const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, help, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${help} – ${JSON.stringify(target)} ${failureSummary}`),
		);
}
