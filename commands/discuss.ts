import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { type Context, defineCommand } from '../src/discord/command.ts';
import { cut, LIMITS } from '../src/discord/limits.ts';
import { md, spoiler, visible } from '../src/discord/markdown.ts';
import { completePaperOption, HIDE, onPaper, PAPER } from '../src/discord/options.ts';
import { type Card, missingSection, passagesIn, type Reply, sectionCard } from '../src/discord/reply.ts';
import type { Say } from '../src/discord/say.ts';
import { shortAuthors } from '../src/paper/authors.ts';
import type { Paper } from '../src/paper/paper.ts';
import { type Prompt, promptsFor } from '../src/paper/prompts.ts';
import type { Section } from '../src/paper/schema.ts';
import { SECTION_NAMES, type SectionKey } from '../src/paper/section.ts';

const choice = <Key extends SectionKey>(value: Key) => ({ name: SECTION_NAMES[value], value }) as const;

export const discuss = defineCommand(
	{
		name: 'discuss',
		description: 'Opens a discussion of a passage, with questions on it',
		options: [
			{
				type: OptionType.String,
				name: 'section',
				description: 'Which section; absent: the findings',
				choices: [
					choice('purpose'),
					choice('methods'),
					choice('findings'),
					choice('limitations'),
					choice('practical'),
					choice('social'),
					choice('originality'),
					choice('background'),
					choice('conclusions'),
				],
			},
			{
				type: OptionType.String,
				name: 'title',
				description: 'What the discussion is called',
				min_length: 1,
				max_length: 100,
			},
			{
				type: OptionType.Boolean,
				name: 'reveal',
				description: 'Predict first, then look: passage and questions are behind spoiler bars',
			},
			PAPER,
			HIDE,
		],
	},
	({ section, title, reveal = false, paper, hide = false }, context) =>
		onPaper(paper, context, (found) => open(found, section, { title, covered: reveal, hidden: hide }, context)),
	{ complete: completePaperOption },
);

type Wishes = { title: string | undefined; covered: boolean; hidden: boolean };

/** Where nothing is chosen, what people come for first; an abstract without it has a conclusion or is one piece. */
const FIRST: readonly SectionKey[] = ['findings', 'conclusions', 'abstract'];

function open(paper: Paper, wanted: SectionKey | undefined, wishes: Wishes, { corpus, say, chance }: Context): Reply {
	const keys = wanted ? [wanted] : FIRST;
	const section = keys.flatMap((key) => paper.sections.filter((one) => one.key === key))[0];
	if (!section) return missingSection(paper, keys, say);
	const { hidden, covered } = wishes;
	const passages = passagesIn(paper, section);
	const name = `${SECTION_NAMES[section.key]}: ${shortAuthors(paper.verified)}`;
	const title = cut(visible(wishes.title ?? '') || name, LIMITS.threadName);
	const card = sectionCard(paper, section);
	const prompts = promptsFor(section.key, passages, paper.prompts, corpus.prompts, chance);
	const questions: Card = {
		title: say.plain('prompts'),
		text: prompts.map((prompt, i) => promptLine(prompt, i, covered)).join('\n'),
	};
	return {
		hidden,
		cards: [covered ? { ...card, text: predict(paper, section, say), spoiler: true } : card],
		buttons: [{ label: say.plain('cite'), id: `cite:${paper.id}:` }],
		...(prompts.length > 0 && { thread: { name: title, cards: [questions] } }),
	};
}

const predict = ({ id, verified }: Paper, { key, label }: Section, say: Say) =>
	say('predictFirst', { section: label || SECTION_NAMES[key], title: verified.title ?? id });

const promptLine = ({ text, passage }: Prompt, i: number, covered: boolean) =>
	`${i + 1}. ${covered ? spoiler(text) : md`${text}`} (${passage})`;
