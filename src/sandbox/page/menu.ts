import { html, nothing } from 'lit';
import type { Page } from './actions.ts';
import type { MessageView, World } from './protocol.ts';

const messageCommand = 3;

/** The menu of a message: Reply, Copy text, and Apps with the bot's message commands. */
export function menu(page: Page) {
	const { menu: open, world } = page.state;
	const target = world?.messages.find(({ id }) => id === open?.message);
	if (!open || !world || !target) return nothing;
	return html`<div class="veil" @click=${() => close(page)} @contextmenu=${(event: Event) => dismiss(page, event)}></div>
		<div class="menus" data-x=${open.x} data-y=${open.y} @keydown=${(event: KeyboardEvent) => key(page, event)}>
			<div role="menu" class="menu" aria-label="Message of ${target.author.username}">
				${item('Reply', () => reply(page, target))}
				${item('Copy Text', () => copy(page, target))}
				<div
					role="menuitem"
					tabindex="-1"
					class="item"
					aria-haspopup="menu"
					aria-expanded=${open.apps}
					@click=${() => openApps(page)}
				>
					Apps <span aria-hidden="true">›</span>
				</div>
			</div>
			${open.apps ? apps(page, world, target) : nothing}
		</div>`;
}

function item(label: string, run: () => void) {
	return html`<div role="menuitem" tabindex="-1" class="item" @click=${run}>${label}</div>`;
}

function apps(page: Page, world: World, target: MessageView) {
	const commands = (world.commands[target.channel_id] ?? []).filter(({ type }) => type === messageCommand);
	const use = (name: string) => {
		void page.ask({ do: 'use', channel: target.channel_id, message: target.id, name });
		close(page);
	};
	return html`<div role="menu" class="menu apps" aria-label="Apps">
		${commands.map(({ name }) => item(name, () => use(name)))}
		${commands.length === 0 ? html`<div role="menuitem" tabindex="-1" aria-disabled="true" class="item">No apps here</div>` : nothing}
	</div>`;
}

function openApps(page: Page): void {
	page.update((state) => {
		if (state.menu) state.menu.apps = true;
	});
	page.focus('.menu.apps [role="menuitem"]');
}

function reply(page: Page, { id }: MessageView): void {
	close(page);
	page.update(({ composer }) => {
		composer.replyTo = id;
	});
	page.focus('#text');
}

function copy(page: Page, { content, embeds }: MessageView): void {
	void navigator.clipboard?.writeText(
		[content, ...embeds.map(({ description }) => description ?? '')].join('\n').trim(),
	);
	close(page);
}

/** Closes the menu; the keyboard is back where it was opened from. */
function close(page: Page): void {
	const { menu: open } = page.state;
	page.update((state) => {
		state.menu = undefined;
	});
	if (open) page.focus(`[data-id="${open.message}"] .more`);
}

function dismiss(page: Page, event: Event): void {
	event.preventDefault();
	close(page);
}

function key(page: Page, event: KeyboardEvent): void {
	const here = event.target as HTMLElement;
	const items = [...(here.closest('[role="menu"]')?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
	const at = items.indexOf(here);
	const inApps = here.closest('.apps') !== null;
	const to = (index: number) => items.at(index % items.length)?.focus();
	if (event.key === 'ArrowDown') to(at + 1);
	else if (event.key === 'ArrowUp') to(at - 1);
	else if (event.key === 'Home') to(0);
	else if (event.key === 'End') to(-1);
	else if (event.key === 'Enter' || event.key === ' ') here.click();
	else if (event.key === 'ArrowRight' && here.hasAttribute('aria-haspopup')) here.click();
	else if (event.key === 'ArrowLeft' && inApps) closeApps(page);
	else if (event.key === 'Escape' && inApps) closeApps(page);
	else if (event.key === 'Escape' || event.key === 'Tab') close(page);
	else return;
	event.preventDefault();
}

function closeApps(page: Page): void {
	page.update((state) => {
		if (state.menu) state.menu.apps = false;
	});
	page.focus('.menu [aria-haspopup]');
}

/** Puts the menu where it was asked for, inside the window; a strict style policy leaves no other way than this. */
export function placeMenu(): void {
	const box = document.querySelector<HTMLElement>('.menus');
	if (!box) return;
	const { width, height } = box.getBoundingClientRect();
	const within = (wanted: number, size: number, room: number) => Math.max(8, Math.min(wanted, room - size - 8));
	box.style.left = `${within(Number(box.dataset.x), width, innerWidth)}px`;
	box.style.top = `${within(Number(box.dataset.y), height, innerHeight)}px`;
}
