import { quotations } from '../../src/discord/markdown.ts';
import { render } from '../../src/discord/render.ts';
import type { Reply } from '../../src/discord/reply.ts';
import { sayIn } from '../../src/discord/say.ts';

const say = sayIn('en-US');

/** The first page of a reply as it goes out. */
export function shown(reply: Reply) {
	const { embeds = [], components = [] } = render(reply, say) ?? {};
	return {
		hidden: reply.hidden,
		titles: embeds.map(({ title }) => title),
		quotes: embeds.flatMap(({ description = '' }) => quotations(description)),
		text: embeds
			.flatMap(({ description = '', fields = [] }) => [description, ...fields.map(({ value }) => value)])
			.join('\n'),
		footers: embeds.map(({ footer }) => footer?.text),
		buttons: components.flatMap((row) =>
			row.components.map((button) => ('custom_id' in button ? button.custom_id : '')),
		),
	};
}
