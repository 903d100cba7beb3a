/**
 * What Discord makes a link of; inside one a backslash would become part of the address. A bar could end a spoiler, and
 * what no address needs may stand after its end as Discord sees it.
 */
const LINK = /https?:\/\/[^\s<>|\\`*]+[^\s<>|\\`*.,:;"'\]]/g;

/** Markdown anywhere in a line, the start of a mention or a timestamp, and the escape itself. */
const INLINE = /[\\*_~`|<[\]]/g;

/** Headings, lists, subtext and block quotes, which start a line; `1.` and `1)` are escaped behind the figure. */
const LINE_START = /(?<=^|\n)([ \t]*)(?:([#>+-])|(\d+)([.)]))/g;

/** Text from elsewhere as markdown that shows it character for character; `unescapeMarkdown` gives the text back. */
export function escapeMarkdown(text: string): string {
	let escaped = '';
	let from = 0;
	for (const link of text.matchAll(LINK)) {
		escaped += inline(text.slice(from, link.index)) + link[0];
		from = link.index + link[0].length;
	}
	return (escaped + inline(text.slice(from))).replace(LINE_START, (_, space, mark, figure, stop) =>
		mark ? `${space}\\${mark}` : `${space}${figure}\\${stop}`,
	);
}

const inline = (text: string) => text.replace(INLINE, '\\$&');

export const unescapeMarkdown = (markdown: string) => markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');

/** Our own markdown around values from elsewhere, which are escaped: md`Nothing on **${words}**.` */
export const md = (strings: TemplateStringsArray, ...values: (string | number)[]) =>
	String.raw({ raw: strings }, ...values.map((value) => escapeMarkdown(String(value))));

/** Characters that are not seen, but for the joiner that makes one emoji of several. */
const UNSEEN =
	/(?!(?<=\p{ExtPict}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{ExtPict}))[\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{DI}]/gu;

/**
 * What a person typed, before it is escaped and shown: on one line and without characters that are not seen or that
 * turn the direction of writing, so that it can look like nothing but what it is.
 */
export const visible = (typed: string) =>
	typed
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.replace(UNSEEN, '')
		.trim();

const QUOTE = '> ';
const BARS = '||';

/** A verbatim text as a Discord block quote. Only `\n` ends a line there, so this knows no other line end either. */
export const blockQuote = (text: string, spoiler = false) =>
	escapeMarkdown(text)
		.split('\n')
		.map((line) => QUOTE + (spoiler && line !== '' ? behindBars(line) : line))
		.join('\n');

/** The texts of the block quotes in a piece of markdown: the inverse of `blockQuote`. */
export function quotations(markdown: string): string[] {
	const quotes: string[][] = [[]];
	for (const line of markdown.split('\n')) {
		if (line.startsWith(QUOTE)) quotes.at(-1)?.push(withoutBars(line.slice(QUOTE.length)));
		else quotes.push([]);
	}
	return quotes.filter((lines) => lines.length > 0).map((lines) => unescapeMarkdown(lines.join('\n')));
}

/** Text from elsewhere behind spoiler bars, on one line. */
export const spoiler = (text: string) => behindBars(escapeMarkdown(text));

/** A bar at the end would be taken for one of the closing two: a space is put between. */
const behindBars = (line: string) => `${BARS}${line}${/\| *$/.test(line) ? ' ' : ''}${BARS}`;

/** In escaped text a bar has a backslash before it, so bars at the start are a spoiler's. */
const withoutBars = (line: string) => /^\|\|(.*)\|\|$/su.exec(line)?.[1]?.replace(/(\| *) $/, '$1') ?? line;
