import { quotations } from '../../src/discord/markdown.ts';
import type { Message } from '../../src/sandbox/state.ts';

/** All that the first paper says of its limitations. */
export const LIMITATION =
	'More research on the potential negative impact of peer-support in carceral setting is needed.';

/** What a message quotes. */
export const shown = (message: Message | undefined) =>
	(message?.embeds ?? []).flatMap(({ description = '' }) => quotations(description));

export const titles = (message: Message | undefined) => message?.embeds.map(({ title }) => title);

/** What stands on its buttons. */
export const labels = (message: Message | undefined) =>
	(message?.components ?? []).flatMap((row) =>
		'components' in row ? row.components.map((one) => ('label' in one ? one.label : '')) : [],
	);

export const customIds = (message: Message | undefined) =>
	(message?.components ?? []).flatMap((row) =>
		'components' in row ? row.components.map((one) => ('custom_id' in one ? String(one.custom_id) : '')) : [],
	);
