import type { Citation, Facts } from '../paper/cite.ts';
import { EXPORT_ENDINGS, type ExportFormat, exportItem } from '../paper/export.ts';
import type { Paper, Passage } from '../paper/paper.ts';
import { plainText, type Run } from '../paper/runs.ts';
import type { Item } from '../paper/schema.ts';
import type { Style } from '../paper/style-names.ts';
import { escapeMarkdown } from './markdown.ts';
import { type Attachment, type Card, passageCard, type Reply, standsIn } from './reply.ts';
import type { Say } from './say.ts';

type Cited = { paper: Paper; style: Style; citation: Citation; facts: Facts };

/** Characters of an embed's text; with a title and a footer at their longest it stays within Discord's sum. */
const ROOM = 3600;

const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = { bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON' };

/** Runs as markdown that shows them character for character, in italics and bold where they are. */
export const markdownOf = (runs: readonly Run[]) =>
	runs
		.map(({ text, italic, bold }) => {
			const mark = `${bold ? '**' : ''}${italic ? '*' : ''}`;
			// A mark beside white space is none.
			const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
			return inner === '' ? text : `${before}${mark}${escapeMarkdown(inner)}${[...mark].reverse().join('')}${after}`;
		})
		.join('');

/** Text to copy, exactly: in a code block, or, where that would end it or look like a quotation, as it is shown. */
export const copyBlock = (text: string, language = '') =>
	/```|^>/m.test(text) || text.endsWith('`') ? escapeMarkdown(text) : `\`\`\`${language}\n${text}\n\`\`\``;

/** A citation as a card; what is too long for it comes as a file. */
export function citationCard(cited: Cited, say: Say): Pick<Reply, 'cards' | 'files'> {
	const { citation, style } = cited;
	const copy = [citation.reference, citation.parenthetical, citation.narrative ?? []]
		.map(plainText)
		.filter((line) => line !== '')
		.join('\n');
	return fitted({ title: style.title, url: cited.paper.repository?.url, footer: footerOf(cited, say) }, copy, say, [
		citation.reference.length > 0 ? markdownOf(citation.reference) : say('noReferenceList'),
		inTextLines(citation, say),
	]);
}

/** A quotation, how it is cited, and both to paste. */
export function citedPassage(cited: Cited, passage: Passage, say: Say): Pick<Reply, 'cards' | 'files'> {
	const { paper, citation, style } = cited;
	const quoted = passageCard(paper, passage);
	const name = standsIn({ paper, pieces: [passage] });
	const copy = [`“${passage.text}” ${plainText(citation.parenthetical)}`, name, '', plainText(citation.reference)].join(
		'\n',
	);
	const { cards, files } = fitted({ title: style.title, footer: footerOf(cited, say) }, copy.trim(), say, [
		inTextLines(citation, say),
	]);
	return { cards: [quoted, ...cards], ...(files && { files }) };
}

/** An export in a code block, if it fits, and as a file. */
export function exportReply(
	{
		paper,
		item,
		facts,
		format,
		hidden,
	}: { paper: Paper; item: Item; facts: Facts; format: ExportFormat; hidden: boolean },
	say: Say,
): Reply {
	const text = exportItem(item, format);
	const file: Attachment = { name: `${paper.id}.${EXPORT_ENDINGS[format]}`, text };
	const shown = text.length <= ROOM && !/```/.test(text);
	const card: Card = {
		title: FORMAT_NAMES[format],
		url: paper.repository?.url,
		text: shown ? copyBlock(text.trimEnd()) : say('inTheFile'),
		footer: sourceLines(paper, facts === 'record' ? [] : paper.others, facts, say).join('\n'),
	};
	return { hidden, cards: [card], files: [file] };
}

function fitted(card: Card, copy: string, say: Say, lines: string[]): Pick<Reply, 'cards' | 'files'> {
	const file: Attachment = { name: 'citation.txt', text: `${copy}\n` };
	const all = [...lines, `**${say('toCopy')}**\n${copyBlock(copy)}`].join('\n\n');
	if (all.length <= ROOM) return { cards: [{ ...card, text: all }] };
	const most = [...lines, say('inTheFile')].join('\n\n');
	return { cards: [{ ...card, text: most.length <= ROOM ? most : say('inTheFile') }], files: [file] };
}

function inTextLines({ parenthetical, narrative, kind }: Citation, say: Say): string {
	if (kind === 'note') return `**${say('footnote')}** ${markdownOf(parenthetical)}`;
	const forms = [parenthetical, narrative ?? []].filter((runs) => runs.length > 0).map(markdownOf);
	const note = kind === 'number' ? [say('numberNote')] : [];
	return [`**${say('inText')}** ${forms.join(' · ')}`, ...note].join('\n');
}

function footerOf({ paper, citation, facts }: Cited, say: Say): string {
	const missing = citation.missing.filter((field) => field !== 'page').map((field) => say.plain(field));
	return [
		...sourceLines(paper, citation.sources, facts, say),
		...(missing.length > 0 ? [say.plain('notKnown', { fields: missing.join(', ') })] : []),
		...(citation.missing.includes('page') ? [say.plain('noPages')] : []),
	].join('\n');
}

/** A line for each source, with the facts that it gives. */
function sourceLines(paper: Paper, facts: Citation['sources'], kind: Facts, say: Say): string[] {
	const bySource = new Map<string, string[]>();
	for (const { field, source, inferred } of facts) {
		const line = inferred ? say.plain('inferred', { source }) : source;
		bySource.set(line, [...(bySource.get(line) ?? []), say.plain(field)]);
	}
	const record = paper.repository?.name ?? paper.id;
	return [
		...[...bySource].map(([source, fields]) => `${fields.join(', ')}: ${source}`),
		say.plain(kind === 'record' || facts.length === 0 ? 'recordAlone' : 'restOfRecord', { name: record }),
	];
}
