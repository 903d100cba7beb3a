import type { Page } from './actions.ts';
import { focusField, post, reset, send } from './composer-send.ts';
import {
	type CommandLine,
	type Composer,
	isCompleted,
	lineFrom,
	openOptions,
	pick,
	type Suggestion,
	typed,
} from './composer-state.ts';
import { offered, popupFor } from './suggestions.ts';

const pause = 120;

/** Changes the composer, then shows what there is to choose from there. */
function change(page: Page, next: (composer: Composer) => Composer): void {
	page.update((state) => {
		const { error: _, ...composer } = next(state.composer);
		state.composer = composer;
		const popup = state.world && state.channel && popupFor(composer, state.world, state.channel, caret());
		if (popup) state.composer.popup = popup;
		else delete state.composer.popup;
	});
	complete(page);
}

/** Where the text is being typed. */
function caret(): number {
	const box = document.activeElement;
	return box instanceof HTMLTextAreaElement ? box.selectionStart : Number.POSITIVE_INFINITY;
}

let asked = 0;

/** Asks the bot for the values of the field in use, a moment after the last key; a late answer to an earlier one is dropped. */
function complete(page: Page): void {
	const ask = ++asked;
	if (!isCompleted(page.state.composer)) return;
	page.update(({ composer }) => {
		if (composer.popup) composer.popup.note = 'Loading options…';
	});
	setTimeout(async () => {
		const { composer, channel } = page.state;
		const field = composer.line?.fields[composer.line.at];
		if (ask !== asked || !composer.line || !field || !channel) return;
		const answer = await page.ask({ do: 'complete', ...typed(composer.line, channel, true) });
		if (ask !== asked || !page.state.composer.line?.fields.includes(field)) return;
		page.update((state) => {
			const popup = offered(field, answer.choices, answer.error);
			state.composer.popup = field.raw === undefined ? popup : { ...popup, active: -1 };
		});
	}, pause);
}

export function typeText(page: Page, box: HTMLTextAreaElement): void {
	const text = box.value;
	const { world, channel } = page.state;
	const line = lineFrom(text, world?.commands[channel ?? ''] ?? [], 'en-US');
	change(page, (composer) => {
		const { line: _, ...rest } = composer;
		return line ? { ...rest, text: '', line } : { ...rest, text };
	});
	if (line) focusField(page);
}

export function typeField(page: Page, at: number, text: string): void {
	change(page, (composer) => {
		const { line } = composer;
		if (!line) return composer;
		if (at === line.fields.length) return { ...composer, line: { ...line, rest: text, at } };
		const fields = line.fields.map((field, index) => (index === at ? { option: field.option, text } : field));
		return { ...composer, line: { ...line, fields, at } };
	});
}

/** The keyboard came into a field. */
export function enter(page: Page, at: number): void {
	if (page.state.composer.line && page.state.composer.line.at !== at) {
		change(page, (composer) => (composer.line ? { ...composer, line: { ...composer.line, at } } : composer));
	}
}

export function take(page: Page, suggestion: Suggestion): void {
	const at = caret();
	change(page, (composer) => pick(composer, suggestion, at));
	if (page.state.composer.line) focusField(page);
	else page.focus('#text');
}

export function restHint(line: CommandLine): string {
	const open = openOptions(line).length;
	if (open === 0) return '';
	return line.at === line.fields.length ? 'Enter sends' : `+${open} optional`;
}

/** Keys that the suggestions take; true if one was. */
function popupKey(page: Page, event: KeyboardEvent): boolean {
	const { popup } = page.state.composer;
	if (!popup) return false;
	const count = popup.items.length;
	const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
	if (step !== 0 && count > 0) {
		const from = popup.active < 0 && step < 0 ? 0 : popup.active;
		move(page, (from + step + count) % count);
		return true;
	}
	if (event.key === 'Escape') {
		page.update(({ composer }) => {
			delete composer.popup;
		});
		return true;
	}
	const chosen = popup.items[popup.active];
	if (!chosen || event.shiftKey || (event.key !== 'Enter' && event.key !== 'Tab')) return false;
	take(page, chosen);
	return true;
}

function move(page: Page, active: number): void {
	page.update(({ composer }) => {
		if (composer.popup) composer.popup.active = active;
	});
	document.getElementById(`suggestion-${active}`)?.scrollIntoView({ block: 'nearest' });
}

export function textKey(page: Page, event: KeyboardEvent): void {
	if (event.isComposing) return;
	if (popupKey(page, event)) return event.preventDefault();
	const { composer } = page.state;
	if (event.key === 'Escape' && composer.replyTo) {
		page.update((state) => {
			delete state.composer.replyTo;
		});
	}
	if (event.key !== 'Enter' || event.shiftKey) return;
	event.preventDefault();
	if (composer.text.trim() !== '') void post(page);
}

export function fieldKey(page: Page, event: KeyboardEvent): void {
	const { line } = page.state.composer;
	if (!line || event.isComposing) return;
	if (popupKey(page, event)) return event.preventDefault();
	const box = event.currentTarget as HTMLInputElement;
	const atStart = box.selectionStart === 0 && box.selectionEnd === 0;
	if (event.key === 'Escape') {
		reset(page);
		page.focus('#text');
	} else if (event.key === 'Enter') void send(page);
	else if (event.key === 'Backspace' && atStart) stepBack(page, line);
	else if (event.key === 'ArrowLeft' && atStart && line.at > 0) page.focus(`[data-field="${line.at - 1}"]`);
	else if (event.key === 'ArrowRight' && box.selectionStart === box.value.length && line.at < line.fields.length)
		page.focus(`[data-field="${line.at + 1}"]`);
	else return;
	event.preventDefault();
}

/** Backspace at the start of a field: an empty optional one goes, and before the first one the command itself. */
function stepBack(page: Page, line: CommandLine): void {
	const field = line.fields[line.at];
	if (field && !field.option.required && field.text === '') {
		const fields = line.fields.filter((one) => one !== field);
		change(page, (composer) => ({ ...composer, line: { ...line, fields, at: fields.length } }));
		focusField(page);
	} else if (line.at > 0) page.focus(`[data-field="${line.at - 1}"]`);
	else {
		const text = `/${[line.command, ...line.path].map(({ name }) => name).join(' ')}`;
		change(page, ({ line: _, ...composer }) => ({ ...composer, text }));
		page.focus('#text');
	}
}
