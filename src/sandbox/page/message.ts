import type { APIUser } from 'discord-api-types/v10';
import { html, nothing } from 'lit';
import type { Page } from './actions.ts';
import { attachments } from './attachments.ts';
import { components } from './components.ts';
import { embed } from './embed.ts';
import { markdown } from './markdown.ts';
import type { MessageView, World } from './protocol.ts';
import { sentAt } from './times.ts';

const thinking = 128;
const together = 7 * 60_000;

/** One message as it stands in the channel; `before` is the one above it. */
export function message(page: Page, world: World, one: MessageView, before?: MessageView) {
	const header = headerOf(world, one);
	const time = sentAt(one.timestamp);
	const continued = header === nothing && before !== undefined && follows(one, before);
	const { state } = page;
	const failed = state.broken.has(one.id);
	return html`<discord-message
		class=${one.onlyYou ? 'only-you' : one.mentions.some(({ id }) => id === world.me.id) ? 'mentions-me' : ''}
		role="article"
		aria-label="${one.author.username}, ${time}${one.onlyYou ? ', only you can see this' : ''}"
		data-id=${one.id}
		.author=${one.author.username}
		.avatar=${avatar(one.author)}
		.bot=${one.author.bot ?? false}
		.timestamp=${time}
		.edited=${one.edited_timestamp !== null}
		?message-body-only=${continued}
		@contextmenu=${(event: MouseEvent) => openMenu(page, one, event)}
		>${header}<div class="markdown">${contentOf(one, world)}</div>
		${attachments(one)} ${one.embeds.map((each) => embed(each, one, world))} ${components(page, world, one)}
		${one.thread && one.thread.id !== state.channel ? threadBelow(page, world, one) : nothing}
		${failed ? html`<div slot="thread" class="failed" role="alert">This interaction failed</div>` : nothing}
		${one.onlyYou ? onlyYou(page, one) : nothing} ${toolbar(page, one)}</discord-message
	>`;
}

export function avatar({ id }: Pick<APIUser, 'id'>): string {
	return `/page/avatar/${id}`;
}

function contentOf(one: MessageView, world: World) {
	if ((one.flags ?? 0) & thinking) return html`<span class="thinking">${one.author.username} is thinking…</span>`;
	return markdown(one.content, world);
}

/** Whether a message goes on where the one above it stopped, without a name and picture of its own. */
function follows(one: MessageView, before: MessageView): boolean {
	const within = Date.parse(one.timestamp) - Date.parse(before.timestamp) < together;
	return one.author.id === before.author.id && one.onlyYou === before.onlyYou && within;
}

/** What a message answers: a command, or another message. */
function headerOf(world: World, one: MessageView) {
	const metadata = one.interaction_metadata as
		| { user: APIUser; target_message_id?: string; interacted_message_id?: string }
		| undefined;
	const replied = one.message_reference?.message_id ?? metadata?.interacted_message_id;
	if (replied) return replyTo(world, one, replied);
	if (!one.interaction || !metadata) return nothing;
	return used(world, metadata.user, one.interaction.name, metadata.target_message_id);
}

/** "ada used /findings" */
export function used(world: World, user: APIUser, name: string, target?: string) {
	const on = target === undefined ? undefined : world.messages.find(({ id }) => id === target);
	return html`<discord-command
		slot="reply"
		.author=${user.username}
		.avatar=${avatar(user)}
		.command=${name}
		.type=${on ? 'message_command' : 'slash_command'}
		.contextUserName=${on?.author.username ?? ''}
		.contextUserAvatar=${on ? avatar(on.author) : ''}
		.contextUserBot=${on?.author.bot ?? false}
		.contextMessageReply=${on ? summary(on) : undefined}
	></discord-command>`;
}

function replyTo(world: World, one: MessageView, id: string) {
	const target = world.messages.find((each) => each.id === id) ?? one.referenced_message;
	if (!target) return html`<discord-reply slot="reply" deleted></discord-reply>`;
	return html`<discord-reply
		slot="reply"
		.author=${target.author.username}
		.avatar=${avatar(target.author)}
		.bot=${target.author.bot ?? false}
		.attachment=${target.attachments.length > 0}
		>${target.content === '' ? html`<em>Click to see attachment</em>` : markdown(summary(target), world)}</discord-reply
	>`;
}

function summary({ content, embeds }: Pick<MessageView, 'content' | 'embeds'>): string {
	return content.split('\n')[0] || embeds[0]?.title || '…';
}

function threadBelow(page: Page, world: World, { thread }: MessageView) {
	if (!thread) return nothing;
	const inside = world.messages.filter(({ channel_id }) => channel_id === thread.id);
	const last = inside.at(-1);
	const count = inside.length === 1 ? '1 Message' : `${inside.length} Messages`;
	return html`<button class="thread" slot="thread" aria-label="Thread ${thread.name}, ${count}" @click=${() => page.go(thread.id)}>
		<discord-thread .name=${thread.name ?? ''} .cta=${count}
			>${last ? html`<span class="thread-last">${last.author.username}: ${summary(last)}</span>` : 'There are no recent messages in this thread.'}</discord-thread
		>
	</button>`;
}

function onlyYou(page: Page, { id, channel_id }: MessageView) {
	const dismiss = () => void page.ask({ do: 'dismiss', channel: channel_id, message: id });
	return html`<div slot="thread" class="only-you-note">
		<span aria-hidden="true" class="eye"></span>Only you can see this •
		<button class="link" @click=${dismiss}>Dismiss message</button>
	</div>`;
}

function toolbar(page: Page, one: MessageView) {
	const open = page.state.menu?.message === one.id;
	return html`<div slot="thread" class="toolbar">
		<button
			class="more"
			aria-label="More actions for the message of ${one.author.username}"
			aria-haspopup="menu"
			aria-expanded=${open}
			@click=${(event: MouseEvent) => openMenu(page, one, event)}
		>
			⋯
		</button>
	</div>`;
}

/** Opens the message's menu beside the pointer, or below what was pressed by the keyboard. */
function openMenu(page: Page, one: MessageView, event: MouseEvent): void {
	if ((event.target as Element).closest('a, input, select')) return;
	event.preventDefault();
	event.stopPropagation();
	const box = (event.currentTarget as Element).getBoundingClientRect();
	const byPointer = event.type === 'contextmenu' && event.clientX > 0;
	const [x, y] = byPointer ? [event.clientX, event.clientY] : [box.right, box.bottom];
	page.update((state) => {
		state.menu = { message: one.id, x, y, apps: false };
	});
	page.focus('[role="menu"] [role="menuitem"]');
}
