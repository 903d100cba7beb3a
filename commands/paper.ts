import { type Context, defineCommand } from '../src/discord/command.ts';
import { factLine, recordSays } from '../src/discord/facts.ts';
import { md } from '../src/discord/markdown.ts';
import { completePaperOption, HIDE, onPaper, PAPER } from '../src/discord/options.ts';
import type { Card, Reply } from '../src/discord/reply.ts';
import type { Say } from '../src/discord/say.ts';
import type { Paper } from '../src/paper/paper.ts';

export const paper = defineCommand(
	{
		name: 'paper',
		description: 'The record of the paper: what it says, what it leaves blank, what others add',
		options: [PAPER, HIDE],
	},
	({ paper: typed, hide = false }, context) => onPaper(typed, context, (found) => show(found, hide, context.say)),
	{ complete: completePaperOption, buttons: { paper: again } },
);

/** State: `<paper id>`; the pages of a long record. */
function again(state: string, { corpus, say }: Context): Reply | undefined {
	const found = corpus.papers.get(state);
	return found && show(found, true, say);
}

const show = (found: Paper, hidden: boolean, say: Say): Reply => ({
	hidden,
	cards: [recordCard(found, say), ...othersCard(found, say)],
	buttons: [{ label: say.plain('cite'), id: `cite:${found.id}:` }],
	pages: { again: `paper:${found.id}` },
});

/** The title stands above, and leads to the address. */
const SHOWN = [
	'author',
	'type',
	'container-title',
	'issued',
	'volume',
	'issue',
	'page',
	'number-of-pages',
	'ISSN',
	'DOI',
	'publisher',
	'posted',
	'availability',
	'affiliations',
	'peer review',
	'open access',
] as const;

/** What the record itself says, and the labels that it has without a value. */
function recordCard(found: Paper, say: Say): Card {
	const fields = SHOWN.flatMap((field) => {
		const said = recordSays(field, found, say);
		return said ? [{ name: say.plain(field), value: md`${said}` }] : [];
	});
	const blank = found.blank.map(({ text }) => text).join(', ');
	if (blank !== '') fields.push({ name: say.plain('leftBlank'), value: md`${blank}` });
	return {
		title: found.item.title ?? found.id,
		url: found.repository?.url,
		fields,
		footer: say.plain('theRecord', { name: found.repository?.name ?? found.id }),
	};
}

function othersCard({ others }: Paper, say: Say): Card[] {
	if (others.length === 0) return [];
	const fields = others.map((fact) => ({ name: say.plain(fact.field), value: factLine(fact, say) }));
	return [{ title: say.plain('othersAdd'), fields, footer: say.plain('othersAddNote') }];
}
