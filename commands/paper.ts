import { defineCommand } from '../src/discord/command.ts';
import { FACT_NAMES, factLine, postedText } from '../src/discord/facts.ts';
import { md } from '../src/discord/markdown.ts';
import { completePaper, HIDE, onPaper, PAPER } from '../src/discord/options.ts';
import type { Card } from '../src/discord/reply.ts';
import { fullName } from '../src/paper/authors.ts';
import type { Paper } from '../src/paper/paper.ts';

export const paper = defineCommand(
	{
		name: 'paper',
		description: 'The record of the paper: what it says, what it leaves blank, what others add',
		options: [PAPER, HIDE],
	},
	({ paper: typed, hide = false }, { corpus }) =>
		onPaper(typed, corpus, (found) => ({
			hidden: hide,
			cards: [recordCard(found), ...othersCard(found)],
			buttons: [{ label: 'Cite', id: `cite:${found.id}:` }],
		})),
	{ complete: (_option, typed, { corpus }) => completePaper(typed, corpus) },
);

/** What the record itself says, and the labels that it has without a value. */
function recordCard(found: Paper): Card {
	const { item } = found;
	const said: [string, string | undefined][] = [
		['author', item.author?.map(fullName).join(', ')],
		['container-title', item['container-title']],
		['publisher', item.publisher],
		['posted', postedText(found)],
		['availability', found.availability],
		['affiliations', found.affiliations.join('\n')],
		['DOI', item.DOI && `https://doi.org/${item.DOI}`],
	];
	const fields = said.flatMap(([field, value]) =>
		value ? [{ name: FACT_NAMES[field] ?? field, value: md`${value}` }] : [],
	);
	const blank = found.blank.map(({ text }) => text).join(', ');
	if (blank !== '') fields.push({ name: 'Left blank by the record', value: md`${blank}` });
	return {
		title: item.title ?? found.id,
		url: found.repository?.url,
		fields,
		footer: found.repository ? `The record: ${found.repository.name}` : 'The record',
	};
}

function othersCard({ others }: Paper): Card[] {
	if (others.length === 0) return [];
	const fields = others.map((fact) => ({ name: FACT_NAMES[fact.field] ?? fact.field, value: factLine(fact) }));
	return [{ title: 'What other records add', fields, footer: 'Not in the record itself; each with its source' }];
}
