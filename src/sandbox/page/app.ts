import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Page } from './actions.ts';
import { composer } from './composer.ts';
import { form } from './form.ts';
import { menu } from './menu.ts';
import { avatar, message, used } from './message.ts';
import type { ChannelView, MessageView, Pending, World } from './protocol.ts';
import { sidebar } from './sidebar.ts';
import { channelOf, type Failure, titleOf } from './state.ts';

/** The whole page. */
export function app(page: Page) {
	const { state } = page;
	const { world } = state;
	const channel = channelOf(state);
	if (!world || !channel) return html`<p class="waiting" role="status">Connecting…</p>`;
	const drawer = (open: boolean) => () =>
		page.update((now) => {
			now.drawer = open;
		});
	return html`<div class="layout">
			${sidebar(page, world)} ${state.drawer ? html`<div class="veil drawer-veil" @click=${drawer(false)}></div>` : nothing}
			<main>
				<header>
					<button class="hamburger" aria-label="Channels" aria-expanded=${state.drawer} @click=${drawer(!state.drawer)}>☰</button>
					<h2><span class="hash" aria-hidden="true">${channel.kind === 'dm' ? '@' : '#'}</span>${titleOf(world, channel)}</h2>
					${state.online ? nothing : html`<span class="offline" role="status">Connection lost, trying again…</span>`}
				</header>
				<div class="scroller" tabindex="0" role="region" aria-label="Messages in ${titleOf(world, channel)}">
					${beginning(page, world, channel)}
					<discord-messages no-background role="log" aria-live="polite" ?light-theme=${light.matches}> ${log(page, world, channel)} </discord-messages>
				</div>
				${composer(page)}
			</main>
		</div>
		${menu(page)} ${form(page)}`;
}

export const light: MediaQueryList = matchMedia('(prefers-color-scheme: light)');

/** What stands above the first message. */
function beginning(page: Page, world: World, channel: ChannelView) {
	const title = titleOf(world, channel);
	if (channel.kind === 'thread') {
		const parent = world.channels.find(({ id }) => id === channel.parentId);
		return html`<div class="beginning">
			<h3>${title}</h3>
			${parent ? html`<p>A thread in <button class="link" @click=${() => page.go(parent.id)}>#${parent.name}</button></p>` : nothing}
		</div>`;
	}
	if (channel.kind === 'dm') {
		return html`<div class="beginning">
			<img src=${avatar(world.bot)} alt="" width="80" height="80" />
			<h3>${title}</h3>
			<p>This is the beginning of your direct message history with <strong>${title}</strong>.</p>
		</div>`;
	}
	return html`<div class="beginning">
		<h3>Welcome to #${title}!</h3>
		<p>This is the start of the #${title} channel. Type / to see what ${world.bot.username} can do, or mention @${world.bot.username}.</p>
	</div>`;
}

type Entry = { id: string; message?: MessageView; pending?: Pending; failure?: Failure };

/** A thread starts with the message it was opened on. */
function log(page: Page, world: World, channel: ChannelView) {
	const shown = world.messages.filter(
		({ id, channel_id }) => channel_id === channel.id || (channel.kind === 'thread' && id === channel.id),
	);
	const here = <T extends Pending>(all: T[]) => all.filter((one) => one.channel === channel.id && !one.message);
	const entries: Entry[] = [
		...shown.map((one) => ({ id: one.id, message: one })),
		...here(world.pending).map((one) => ({ id: one.id, pending: one })),
		...here(page.state.failures).map((one) => ({ id: one.id, failure: one })),
	].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
	return repeat(
		entries,
		({ id }) => id,
		(entry, at) => {
			if (entry.message) return message(page, world, entry.message, entries[at - 1]?.message);
			return notice(page, world, entry);
		},
	);
}

/** In the place of a reply: that it is being waited for, or did not come. */
function notice(page: Page, world: World, { pending, failure }: Entry) {
	const one = pending ?? failure;
	if (!one) return nothing;
	const dismiss = () =>
		page.update((state) => {
			state.failures = state.failures.filter(({ id }) => id !== one.id);
		});
	return html`<discord-message
		class=${failure ? 'only-you' : ''}
		role="article"
		aria-label=${world.bot.username}
		.author=${world.bot.username}
		.avatar=${avatar(world.bot)}
		.bot=${true}
		.timestamp=${''}
		>${used(world, world.me, one.name ?? '…')}${failure ? html`<span class="failed"><span aria-hidden="true">⚠</span> The application did not respond</span>` : html`<span class="thinking">Sending command…</span>`}
		${
			failure
				? html`<div slot="thread" class="only-you-note"><span aria-hidden="true" class="eye"></span>Only you can see this • <button class="link" @click=${dismiss}>Dismiss message</button></div>`
				: nothing
		}</discord-message
	>`;
}
