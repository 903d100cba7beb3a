import { type parse as parseWith, rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { html, type nothing, type TemplateResult } from 'lit';
import { endsLine, listRule } from './lists.ts';
import type { World } from './protocol.ts';
import { timeText } from './times.ts';

type Tree = ReturnType<typeof parseWith>;
type Node = Tree[number];
type Shown = TemplateResult | string | typeof nothing;

type Rule = (typeof rulesExtended)[string];

/** The parser knows a new line only by its break; one begins after a quotation or a list as well. */
function onNewLine(rule: Rule | undefined): Rule {
	if (!rule) throw new Error('The parser has lost a rule');
	const match: Rule['match'] = (source, state, before) =>
		endsLine(before) ? rule.match(source, { ...state, prevCapture: null }, before) : null;
	return { ...rule, match };
}

const parse = SimpleMarkdown.parserFor({
	...rulesExtended,
	heading: onNewLine(rulesExtended.heading),
	subtext: onNewLine(rulesExtended.subtext),
	list: listRule,
});

/** Discord's markdown as elements. Nothing of it is ever read as HTML. */
export function markdown(text: string, world: World): Shown[] {
	return show(parse(text, { inline: true }), world);
}

function show(nodes: Tree, world: World): Shown[] {
	return nodes.map((node) => (shows[node.type] ?? unknown)(node, world));
}

type Show = (node: Node, world: World) => Shown;
const inner = (node: Node, world: World) => show(node.content as Tree, world);
const unknown: Show = (node) => (typeof node.content === 'string' ? node.content : '');

const shows: Record<string, Show> = {
	text: (node) => String(node.content),
	br: () => html`<br />`,
	newline: () => html`<br />`,
	em: (node, world) => html`<em>${inner(node, world)}</em>`,
	strong: (node, world) => html`<strong>${inner(node, world)}</strong>`,
	underline: (node, world) => html`<u>${inner(node, world)}</u>`,
	strikethrough: (node, world) => html`<s>${inner(node, world)}</s>`,
	subtext: (node, world) => html`<small class="subtext">${inner(node, world)}</small>`,
	spoiler: (node, world) =>
		html`<button class="spoiler" aria-label="Spoiler" aria-expanded="false" @click=${reveal}><span>${inner(node, world)}</span></button>`,
	inlineCode: (node) => html`<code>${String(node.content)}</code>`,
	codeBlock: (node) => html`<pre tabindex="0"><code>${String(node.content)}</code></pre>`,
	blockQuote: (node, world) =>
		html`<discord-quote>${show(withoutLastBreak(node.content as Tree), world)}</discord-quote>`,
	heading: (node, world) =>
		html`<span class="heading heading-${node.level}" role="heading" aria-level=${Number(node.level) + 2}>${inner(node, world)}</span>`,
	list: (node, world) => list(node, world),
	link: link,
	url: link,
	autolink: link,
	user: ({ id }, { people }) => mention(`@${people.find((one) => one.id === id)?.username ?? 'unknown-user'}`),
	channel: ({ id }, { channels }) => mention(`#${channels.find((one) => one.id === id)?.name ?? 'unknown'}`),
	role: () => mention('@deleted-role'),
	everyone: () => mention('@everyone'),
	here: () => mention('@here'),
	slashCommand: ({ fullName }) => mention(`/${fullName}`),
	emoji: ({ name }) => `:${name}:`,
	twemoji: ({ name }) => String(name),
	timestamp: ({ timestamp, format }) => {
		const date = new Date(Number(timestamp) * 1000);
		return html`<time class="timestamp" datetime=${date.toISOString()}>${timeText(date, format)}</time>`;
	},
};

function link(node: Node, world: World): Shown {
	const target = String(node.target);
	if (!/^https?:\/\//.test(target)) return html`${inner(node, world)}`;
	return html`<a href=${target} target="_blank" rel="noopener noreferrer">${inner(node, world)}</a>`;
}

function list({ ordered, start, items }: Node, world: World): Shown {
	const lines = (items as Tree[]).map((item) => html`<li>${show(item, world)}</li>`);
	return ordered ? html`<ol start=${start}>${lines}</ol>` : html`<ul>${lines}</ul>`;
}

function mention(text: string): Shown {
	return html`<span class="mention">${text}</span>`;
}

function reveal({ currentTarget }: Event): void {
	const button = currentTarget as HTMLElement;
	button.classList.add('open');
	button.setAttribute('aria-expanded', 'true');
	button.removeAttribute('aria-label');
}

function withoutLastBreak(nodes: Tree): Tree {
	return nodes.at(-1)?.type === 'br' ? nodes.slice(0, -1) : nodes;
}
