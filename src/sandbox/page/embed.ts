import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { html, nothing } from 'lit';
import { pathOf } from './attachments.ts';
import { markdown } from './markdown.ts';
import type { MessageView, World } from './protocol.ts';
import { sentAt } from './times.ts';

export function embed(one: APIEmbed, message: MessageView, world: World) {
	const { author, title, url, description, fields = [], footer, timestamp, color } = one;
	const small = [footer?.text, timestamp && sentAt(timestamp)].filter(Boolean).join(' • ');
	return html`<discord-embed slot="embeds" color=${color === undefined ? '' : `#${color.toString(16).padStart(6, '0')}`}>
		${author ? html`<div slot="description" class="embed-author">${linked(author.name, author.url)}</div>` : nothing}
		${title ? html`<div slot="description" class="embed-title" role="heading" aria-level="3">${linked(markdown(title, world), url)}</div>` : nothing}
		${description ? html`<discord-embed-description slot="description"><div class="markdown">${markdown(description, world)}</div></discord-embed-description>` : nothing}
		${fields.length > 0 ? html`<div slot="fields" class="fields">${fields.map((field) => embedField(field, world))}</div>` : nothing}
		${image(one.image?.url, message)}
		${small === '' ? nothing : html`<discord-embed-footer slot="footer"><span class="footer">${small}</span></discord-embed-footer>`}
	</discord-embed>`;
}

function linked(shown: unknown, url: string | undefined) {
	return url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${shown}</a>` : shown;
}

function embedField({ name, value, inline }: APIEmbedField, world: World) {
	return html`<div class=${inline ? 'field inline' : 'field'}>
		<div class="field-name">${markdown(name, world)}</div>
		<div class="markdown">${markdown(value, world)}</div>
	</div>`;
}

/** A picture that came with the message; one from elsewhere is only named, as the page asks nothing of other hosts. */
function image(url: string | undefined, { attachments }: MessageView) {
	if (!url) return nothing;
	const sent = attachments.find((one) => one.url === url || url === `attachment://${one.filename}`);
	if (sent) return html`<img slot="fields" class="picture" src=${pathOf(sent.url)} alt=${sent.description ?? ''} />`;
	return html`<div slot="fields" class="elsewhere">Picture: <a href=${url} target="_blank" rel="noopener noreferrer">${url}</a></div>`;
}
