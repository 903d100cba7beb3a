import { html, nothing } from 'lit';
import type { MessageView } from './protocol.ts';

export function attachments({ attachments: all, embeds }: MessageView) {
	const inEmbed = embeds.flatMap(({ image }) => image?.url ?? []);
	const own = all.filter(
		({ url, filename }) => !inEmbed.includes(url) && !inEmbed.includes(`attachment://${filename}`),
	);
	if (own.length === 0) return nothing;
	return html`<discord-attachments slot="attachments">
		${own.map(({ filename, size, url, content_type, description }) =>
			content_type?.startsWith('image/')
				? html`<img class="picture" src=${pathOf(url)} alt=${description ?? filename} />`
				: html`<div class="file">
						<span class="file-icon" aria-hidden="true"></span>
						<div class="file-text"><a href=${pathOf(url)} download=${filename}>${filename}</a><span>${sizeText(size)}</span></div>
						<a class="file-download" href=${pathOf(url)} download=${filename} aria-label="Download ${filename}">⤓</a>
					</div>`,
		)}
	</discord-attachments>`;
}

/** Of this address, by whichever of its names the page was opened. */
export function pathOf(url: string): string {
	return new URL(url).pathname;
}

function sizeText(bytes: number): string {
	if (bytes < 1024) return `${bytes} bytes`;
	return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(2)} KB` : `${(bytes / 1024 ** 2).toFixed(2)} MB`;
}
