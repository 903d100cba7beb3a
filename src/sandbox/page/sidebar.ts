import { html, nothing } from 'lit';
import type { Page } from './actions.ts';
import { avatar } from './message.ts';
import type { ChannelView, World } from './protocol.ts';
import { titleOf } from './state.ts';

/** The server's channels with their threads, the conversation with the bot, and who one is. */
export function sidebar(page: Page, world: World) {
	const { channels } = world;
	const direct = channels.filter(({ kind }) => kind === 'dm' || kind === 'private');
	return html`<nav class="sidebar ${page.state.drawer ? 'open' : ''}" aria-label="Channels">
		<h1>${world.server}</h1>
		<div class="channels">
			<h2>Text Channels</h2>
			<ul>
				${channels.filter(({ kind }) => kind === 'server').map((one) => withThreads(page, world, one))}
			</ul>
			${direct.length > 0 ? html`<h2>Direct Messages</h2><ul>${direct.map((one) => html`<li>${entry(page, world, one)}</li>`)}</ul>` : nothing}
		</div>
		${members(page, world)}
	</nav>`;
}

function withThreads(page: Page, world: World, channel: ChannelView) {
	const threads = world.channels.filter(({ parentId }) => parentId === channel.id);
	return html`<li>
		${entry(page, world, channel)}
		${threads.length > 0 ? html`<ul class="threads">${threads.map((one) => html`<li>${entry(page, world, one)}</li>`)}</ul>` : nothing}
	</li>`;
}

function entry(page: Page, world: World, one: ChannelView) {
	const unread = page.state.unread.has(one.id);
	const icon =
		one.kind === 'dm'
			? html`<img src=${avatar(world.bot)} alt="" />`
			: html`<span aria-hidden="true" class="hash">#</span>`;
	return html`<button
		class="channel ${unread ? 'unread' : ''}"
		aria-current=${one.id === page.state.channel ? 'page' : 'false'}
		@click=${() => page.go(one.id)}
	>
		${one.kind === 'thread' ? nothing : icon}<span>${titleOf(world, one)}</span>${unread ? html`<span class="hidden">, unread</span>` : nothing}
	</button>`;
}

function members(page: Page, world: World) {
	return html`<fieldset class="members">
		<legend>You are</legend>
		${world.members.map(
			(user) => html`<label class="member">
				<input
					type="radio"
					name="member"
					.checked=${user.id === world.me.id}
					@change=${() => page.become(user.id)}
				/><img src=${avatar(user)} alt="" /><span>${user.username}</span>
			</label>`,
		)}
	</fieldset>`;
}
