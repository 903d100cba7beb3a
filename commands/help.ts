import { defineCommand } from '../src/discord/command.ts';
import { md } from '../src/discord/markdown.ts';
import { HIDE, nameOf } from '../src/discord/options.ts';

const EXAMPLES = ['/ask question: what did they find?', '/limitations', '/cite'];

/** As many papers as a newcomer reads. */
const LISTED = 5;

export const help = defineCommand(
	{ name: 'help', description: 'What I can do, what I do not keep, where my words come from', options: [HIDE] },
	({ hide = false }, { corpus, say }) => ({
		hidden: hide,
		cards: [
			{
				title: say.plain('help'),
				text: say('helpText'),
				fields: [
					{ name: say.plain('helpTry'), value: EXAMPLES.map((line) => `- \`${line}\``).join('\n') },
					{
						name: say.plain('helpMore'),
						value: [
							`\`/purpose\` \`/methods\` \`/findings\` \`/limitations\` \`/implications\` \`/originality\`: ${say('helpSections')}`,
							`\`/abstract\`: ${say('helpAbstract')}`,
							`\`/search\`: ${say('helpSearch')}`,
							`\`/paper\`: ${say('helpPaper')}`,
							say('helpHide'),
						].join('\n'),
					},
					{
						name: say.plain('helpPapers'),
						value: [...corpus.papers.values()]
							.slice(0, LISTED)
							.map((paper) => md`- ${nameOf(paper)}`)
							.join('\n'),
					},
					{ name: say.plain('helpKept'), value: say('helpKeptText') },
					{ name: say.plain('helpSource'), value: say('helpSourceText') },
				],
			},
		],
	}),
);
