import type { Page } from './actions.ts';
import { type Composer, missing, typed } from './composer-state.ts';

export async function post(page: Page): Promise<void> {
	const { composer, channel } = page.state;
	if (!channel) return;
	const { text, replyTo } = composer;
	reset(page);
	const { error } = await page.ask({ do: 'post', channel, text, ...(replyTo && { replyTo }) });
	if (error !== undefined) restore(page, composer, error);
}

export async function send(page: Page): Promise<void> {
	const { composer, channel } = page.state;
	const { line } = composer;
	if (!line || !channel) return;
	const empty = missing(line);
	if (empty !== undefined) {
		page.update((state) => {
			state.composer.error = `${line.fields[empty]?.option.name}: This option is required.`;
		});
		return page.focus(`[data-field="${empty}"]`);
	}
	reset(page);
	page.focus('#text');
	const { error } = await page.ask({ do: 'type', ...typed(line, channel, false) });
	if (error !== undefined) restore(page, composer, error);
}

export function reset(page: Page): void {
	page.update((state) => {
		state.composer = { text: '' };
	});
}

/** What was refused stands there again, unless something else was begun. */
function restore(page: Page, earlier: Composer, error: string): void {
	page.update((state) => {
		const begun = state.composer.text !== '' || state.composer.line;
		const { popup: _, ...composer } = begun ? state.composer : earlier;
		state.composer = { ...composer, error };
	});
	if (page.state.composer.line) focusField(page);
}

export function focusField(page: Page): void {
	page.focus(`[data-field="${page.state.composer.line?.at ?? 0}"]`);
}
