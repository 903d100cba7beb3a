import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { defineCommand, type Press } from '../src/discord/command.ts';
import { completePaperOption, HIDE, onPaper, PAPER } from '../src/discord/options.ts';
import { type Card, missingSection, type Reply, sectionCard } from '../src/discord/reply.ts';
import type { Say } from '../src/discord/say.ts';
import type { Paper } from '../src/paper/paper.ts';
import { SECTION_KEYS, type SectionKey } from '../src/paper/section.ts';

const cardsOf = (paper: Paper, keys: readonly SectionKey[]): Card[] =>
	paper.sections.filter(({ key }) => keys.includes(key)).map((section) => sectionCard(paper, section));

/** The sections of these kinds, whole, in the order of the record; or the names of those that the paper has. */
function showSections(paper: Paper, keys: readonly SectionKey[], hidden: boolean, say: Say): Reply {
	const cards = cardsOf(paper, keys);
	if (cards.length === 0) return missingSection(paper, keys, say);
	const again = `section:${paper.id}:${keys === SECTION_KEYS ? '' : keys.join(',')}`;
	return {
		hidden,
		cards,
		buttons: [{ label: say.plain('cite'), id: `cite:${paper.id}:` }],
		pages: { again },
	};
}

const command = <const Name extends string>(name: Name, description: string, keys: readonly SectionKey[]) =>
	defineCommand(
		{ name, description, options: [PAPER, HIDE] },
		({ paper, hide = false }, context) =>
			onPaper(paper, context, (found) => showSections(found, keys, hide, context.say)),
		{ complete: completePaperOption },
	);

export const findings = command('findings', 'What the authors found, in their own words', ['findings']);
export const limitations = command('limitations', 'What limits the work, in the authors’ own words', ['limitations']);
export const methods = command('methods', 'How the work was done, in the authors’ own words', ['methods']);
export const purpose = command('purpose', 'What the paper is for, in the authors’ own words', ['purpose']);
export const originality = command('originality', 'What is new in the paper, in the authors’ own words', [
	'originality',
]);

export const implications = defineCommand(
	{
		name: 'implications',
		description: 'What follows for practice and for society, in the authors’ own words',
		options: [
			{
				type: OptionType.String,
				name: 'kind',
				description: 'Which implications; absent: both',
				choices: [
					{ name: 'practical', value: 'practical' },
					{ name: 'social', value: 'social' },
				],
			},
			PAPER,
			HIDE,
		],
	},
	({ kind, paper, hide = false }, context) =>
		onPaper(paper, context, (found) => showSections(found, kind ? [kind] : ['practical', 'social'], hide, context.say)),
	{ complete: completePaperOption },
);

/** State: `<paper id>:<section keys, set off by commas; none: all>`; the button Whole section, and the pages of a long one. */
const section: Press = (state, { corpus, say }) => {
	const [id = '', keys = ''] = state.split(':');
	const paper = corpus.papers.get(id);
	const known = keys === '' ? SECTION_KEYS : SECTION_KEYS.filter((key) => keys.split(',').includes(key));
	return paper && state.includes(':') && known.length > 0 ? showSections(paper, known, true, say) : undefined;
};

export const abstract = defineCommand(
	{ name: 'abstract', description: 'The whole abstract, word for word', options: [PAPER, HIDE] },
	({ paper, hide = false }, context) =>
		onPaper(paper, context, (found) => showSections(found, SECTION_KEYS, hide, context.say)),
	{ complete: completePaperOption, buttons: { section } },
);
