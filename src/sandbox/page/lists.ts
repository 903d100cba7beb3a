import type { SimpleMarkdown } from 'discord-markdown-parser';

type Rule = Parameters<typeof SimpleMarkdown.parserFor>[0][string];
type Item = { indent: number; ordered: boolean; start: number; text: string };

const line = /^( *)([-*]|\d{1,9}\.) +(\S[^\n]*)$/;
const lines = /^(?: *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n|$))+/;

/** Discord's lists, which the parser does not know: `-`, `*` or `1.` at the start of a line, nested by two spaces. */
export const listRule: Rule = {
	order: 0.5,
	match: (source, _state, before) => (/^$|\n *$/.test(before ?? '') ? lines.exec(source) : null),
	parse(capture, parse, state) {
		const items = (capture[0] ?? '').split('\n').flatMap(readItem);
		return nested(items, (text) => parse(text, { ...state, inline: true }));
	},
};

function readItem(text: string): Item[] {
	const [, indent, mark, content] = line.exec(text) ?? [];
	if (indent === undefined || mark === undefined || content === undefined) return [];
	const ordered = /\d/.test(mark);
	return [{ indent: indent.length, ordered, start: ordered ? Number.parseInt(mark, 10) : 1, text: content }];
}

type Nodes = ReturnType<Parameters<Rule['parse']>[1]>;

/** What is indented further than the first item belongs to the item above it. */
function nested(items: readonly Item[], parse: (text: string) => Nodes): Nodes[number] {
	const [first] = items;
	const made: Nodes[] = [];
	for (let at = 0; at < items.length; at++) {
		const content = parse(items[at]?.text ?? '');
		let end = at + 1;
		while (end < items.length && (items[end]?.indent ?? 0) >= (first?.indent ?? 0) + 2) end++;
		if (end > at + 1) content.push(nested(items.slice(at + 1, end), parse));
		made.push(content);
		at = end - 1;
	}
	return { type: 'list', ordered: first?.ordered ?? false, start: first?.start ?? 1, items: made };
}
