import { type APIEmbed, MessageFlags } from 'discord-api-types/v10';
import { type Component, componentsOf, labelOf } from './components-of.ts';
import type { Reply } from './reply.ts';
import type { Message } from './state.ts';

const selects: readonly number[] = [3, 5, 6, 7, 8];

/** The buttons of a message that do something, in the order of their numbers (the first is 1). */
export function pressable(message: Message | undefined): Component[] {
	return componentsOf(message?.components).filter(({ type, url, disabled }) => type === 2 && !url && !disabled);
}

/** A message as lines of plain text: an embed behind a bar, buttons with their numbers in brackets. */
export function showMessage(message: Message): string {
	const flags = message.flags ?? 0;
	const lines: string[] = [];
	if (flags & MessageFlags.Loading) lines.push('is thinking…');
	if (message.content !== '') lines.push(...message.content.split('\n'));
	for (const embed of message.embeds) lines.push(...showEmbed(embed).map((line) => `┃ ${line}`.trimEnd()));
	for (const { type, content } of componentsOf(message.components) as (Component & { content?: string })[]) {
		if (type === 10 && content) lines.push(...content.split('\n'));
	}
	for (const { filename, size, url } of message.attachments) lines.push(`Attached: ${filename} (${size} bytes) ${url}`);
	const buttons = showButtons(message);
	if (buttons !== '') lines.push(buttons);
	if (flags & MessageFlags.Ephemeral) lines.push('Only you can see this');
	return lines.map((line) => `  ${line}`.trimEnd()).join('\n');
}

function showEmbed({ author, title, url, description, fields = [], image, footer }: APIEmbed): string[] {
	const lines: string[] = [];
	if (author) lines.push(author.name);
	if (title) lines.push(title);
	if (url) lines.push(`<${url}>`);
	if (description) lines.push(...description.split('\n'));
	for (const { name, value } of fields) lines.push(name, ...value.split('\n'));
	if (image) lines.push(`<${image.url}>`);
	if (footer) lines.push(...footer.text.split('\n'));
	return lines;
}

function showButtons(message: Message): string {
	const numbered = pressable(message);
	const shown = componentsOf(message.components).flatMap((component) => {
		const { type, url, disabled } = component;
		if (selects.includes(type)) return [`[${labelOf(component)} ▾]`];
		if (type !== 2) return [];
		if (url) return [`[${labelOf(component)}: ${url}]`];
		return [disabled ? `(${labelOf(component)})` : `[${numbered.indexOf(component) + 1} ${labelOf(component)}]`];
	});
	return shown.join(' ');
}

/** All that a person sees after acting: the reply or its absence, and the follow-ups. */
export function showReply(bot: string, reply: Reply): string {
	if (reply.outcome === 'did not respond') return `${bot}\n  The application did not respond`;
	if (reply.modal) return `${bot}\n  asks for a form: ${reply.modal.title}`;
	const messages = [reply.message, ...reply.followUps].filter((message) => message !== undefined);
	return messages.map((message) => `${bot}\n${showMessage(message)}`).join('\n');
}
