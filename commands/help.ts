import { defineCommand } from '../src/discord/command.ts';
import { md } from '../src/discord/markdown.ts';
import { HIDE, nameOf } from '../src/discord/options.ts';

export const help = defineCommand(
	{ name: 'help', description: 'What I can do, what I do not keep, where my words come from', options: [HIDE] },
	({ hide = false }, { corpus }) => ({
		hidden: hide,
		cards: [
			{
				title: 'A paper, in its own words',
				text: 'I answer with passages of a paper’s abstract, word for word, and say so where it does not answer.',
				fields: [
					{ name: 'Try', value: EXAMPLES.map((line) => `- \`${line}\``).join('\n') },
					{ name: 'More', value: MORE },
					{
						name: 'Papers here',
						value: [...corpus.papers.values()]
							.slice(0, 5)
							.map((paper) => md`- ${nameOf(paper)}`)
							.join('\n'),
					},
					{ name: 'What I keep', value: 'Nothing: no questions, no messages, no names.' },
					{
						name: 'Where my words come from',
						value:
							'The public record of each paper. Only the abstract is indexed, not the full text. I never rephrase.',
					},
				],
			},
		],
	}),
);

const EXAMPLES = ['/ask question: what did they find?', '/limitations', '/cite'];

const MORE = [
	'`/purpose` `/methods` `/findings` `/limitations` `/implications` `/originality`: one section, whole',
	'`/abstract`: all of it · `/search`: passages by words · `/paper`: the record and what it leaves blank',
	'`hide: True` with any command: only you see the reply',
].join('\n');
