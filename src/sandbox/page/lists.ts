import type { SimpleMarkdown } from 'discord-markdown-parser';

type Rule = Parameters<typeof SimpleMarkdown.parserFor>[0][string];
/** Whether what was read before ends a line. */
export const endsLine = (before = ''): boolean => /^$|\n *$/.test(before);

type Item = { indent: number; ordered: boolean; start: number; text: string };

const line = /^( *)([-*]|\d{1,9}\.) +(\S[^\n]*)$/;
const lines = /^(?: *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n|$))+/;

/** Discord's lists, which the parser does not know: `-`, `*` or `1.` at the start of a line, nested by two spaces. */
export const listRule: Rule = {
	order: 0.5,
	match: (source, _state, before) => (endsLine(before) ? lines.exec(source) : null),
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

/** A change from points to numbers starts another list; what is indented further belongs to the item above it. */
function nested(items: readonly Item[], parse: (text: string) => Nodes): Nodes {
	const lists: { type: string; ordered: boolean; start: number; items: Nodes[] }[] = [];
	const indent = items[0]?.indent ?? 0;
	for (let at = 0, end = 1; at < items.length; at = end, end = at + 1) {
		const { ordered, start, text } = items[at] as Item;
		while (end < items.length && (items[end]?.indent ?? 0) >= indent + 2) end++;
		const content = [...parse(text), ...nested(items.slice(at + 1, end), parse)];
		const last = lists.at(-1);
		if (last?.ordered === ordered) last.items.push(content);
		else lists.push({ type: 'list', ordered, start, items: [content] });
	}
	return lists;
}
