import { defineCommand } from '../src/discord/command.ts';
import { HIDE, paperLines } from '../src/discord/options.ts';

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
							`${say.command('ask')}: ${say('helpAsk')}`,
							`${say.command('purpose')} ${say.command('methods')} ${say.command('findings')} ${say.command('limitations')} ${say.command('implications')} ${say.command('originality')}: ${say('helpSections')}`,
							`${say.command('abstract')}: ${say('helpAbstract')}`,
							`${say.command('search')}: ${say('helpSearch')}`,
							`${say.command('cite')}: ${say('helpCite')}`,
							`${say.command('paper')}: ${say('helpPaper')}`,
							`${say.command('discuss')}: ${say('helpDiscuss')}`,
							`${say.command('quiz')}: ${say('helpQuiz')}`,
						].join('\n'),
					},
					{
						name: say.plain('helpAlso'),
						value: [say('helpFind'), say('helpChat'), say('helpHide')].map((line) => `- ${line}`).join('\n'),
					},
					{
						name: say.plain('helpPapers'),
						value: paperLines([...corpus.papers.values()], LISTED, say).join('\n'),
					},
					{ name: say.plain('helpKept'), value: say('helpKeptText') },
					{ name: say.plain('helpSource'), value: say('helpSourceText') },
				],
			},
		],
	}),
);
