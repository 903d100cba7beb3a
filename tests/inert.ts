import { expect } from 'vitest';
import { mentionsIn } from '../src/sandbox/mentions.ts';

/** Around what is typed, so that it is known again wherever it is shown. */
export const [OPEN, CLOSE] = ['zqo', 'oqz'];

/** What a person may type, to make something of it. */
export const NASTY = [
	'@everyone',
	'@here',
	'<@&1>',
	'<@1>',
	'<#1>',
	'</ask:1>',
	'<t:0:R>',
	'<:x:1>',
	'||',
	'```',
	'`',
	'**b**',
	'__u__',
	'~~s~~',
	'[a](http://b.org)',
	'[a](<http://b.org>)',
	'\n> q',
	'\n# h',
	'\n- l',
	'\n-# s',
	'\\',
	'\u202e',
	'\u2066',
	'\u200b',
	'\u{e0041}',
	'\u0000',
	'{{id}}',
	'$t(failed)',
	'$&',
];

/** A message or thread as it is sent. */
type Sent = {
	content?: string | null | undefined;
	name?: string | undefined;
	embeds?: readonly {
		title?: string | undefined;
		description?: string | undefined;
		footer?: { text: string } | undefined;
		fields?: readonly { name: string; value: string }[] | undefined;
	}[];
	components?: readonly object[];
};

/** Markdown, or the start of a mention, that has no backslash before it. */
const MARKED = /(?<!\\)(?:\\\\)*[*_~`|<[]/;
/** Characters that are not seen, that end a line, or that turn the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * What was typed comes out as nothing but its characters: markdown escaped, nothing unseen, no ping, even if
 * `allowed_mentions` were not there. @returns how often it was shown
 */
export function expectInert({ content, name, embeds = [], components = [] }: Sent, presser = ''): number {
	const { everyone, users, roles } = mentionsIn(content ?? '');
	expect({ everyone, roles, others: users.filter((id) => id !== presser) }).toEqual({
		everyone: false,
		roles: [],
		others: [],
	});
	const markdown = embeds.flatMap((embed) => [
		embed.title ?? '',
		embed.description ?? '',
		...(embed.fields ?? []).map(({ value }) => value),
	]);
	const plain = [
		name ?? '',
		...embeds.flatMap((embed) => [embed.footer?.text ?? '', ...(embed.fields ?? []).map((field) => field.name)]),
		...components.flatMap((row) => ('components' in row ? labelsIn(row.components) : [])),
	];
	for (const text of markdown) for (const typed of typedIn(text)) expect(typed.replace(LINK, '')).not.toMatch(MARKED);
	for (const text of [content ?? '', ...markdown, ...plain]) {
		for (const typed of typedIn(text)) expect(typed).not.toMatch(UNSEEN);
	}
	return [content ?? '', ...markdown, ...plain].flatMap(typedIn).length;
}

const labelsIn = (list: unknown) => (list as { label?: string }[]).map(({ label = '' }) => label);

/** What stands between the marks; where it was cut off, up to the end of the line or of the quotation marks. */
const typedIn = (text: string) =>
	[...text.matchAll(new RegExp(`${OPEN}(?:(.*?)${CLOSE}|([^\n”]*))`, 'gs'))].map(
		([, whole, cut]) => whole ?? cut ?? '',
	);

/** In an address that Discord makes a link of, nothing is markdown. */
const LINK = /https?:\/\/[^\s<>|\\`*]+/g;
