import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { defineCommand, type Press } from '../src/discord/command.ts';
import { factCard } from '../src/discord/facts.ts';
import { LIMITS } from '../src/discord/limits.ts';
import { md, visible } from '../src/discord/markdown.ts';
import { completePaper, HIDE, onPaper, PAPER } from '../src/discord/options.ts';
import { type Button, miss, passageCard, type Reply } from '../src/discord/reply.ts';
import { type Answer, ask as answerTo } from '../src/paper/ask.ts';
import type { Paper } from '../src/paper/paper.ts';
import type { Hit } from '../src/paper/search.ts';
import { SECTION_NAMES } from '../src/paper/section.ts';

const NOT_ANSWERED = 'The abstract does not answer this';

export const ask = defineCommand(
	{
		name: 'ask',
		description: 'Ask the paper a question; it answers in its own words, or not at all',
		options: [
			{
				type: OptionType.String,
				name: 'question',
				description: 'Your question, in your own words',
				required: true,
				min_length: 1,
				max_length: 300,
			},
			PAPER,
			HIDE,
		],
	},
	({ question, paper, hide = false }, { corpus, index }) =>
		onPaper(paper, corpus, (found) => replyTo(answerTo(question, found, index), found, hide)),
	{ complete: (_option, typed, { corpus }) => completePaper(typed, corpus), buttons: { why } },
);

function replyTo(answer: Answer, paper: Paper, hidden: boolean): Reply {
	switch (answer.kind) {
		case 'found': {
			const cards = answer.hits.map(({ passage }) => passageCard(paper, passage));
			return { hidden, cards, buttons: buttonsFor(answer.hits[0], paper) };
		}
		case 'closest': {
			const card = passageCard(paper, answer.hit.passage, NOT_ANSWERED);
			return {
				hidden: true,
				cards: [{ ...card, text: 'Closest passage, not an answer' }],
				buttons: buttonsFor(answer.hit, paper),
			};
		}
		case 'fact':
			return { hidden, cards: [factCard(answer, paper)] };
		case 'small talk':
			return miss('Ask me about the paper', pointer(paper));
		case 'nothing':
			return miss(NOT_ANSWERED, pointer(paper));
	}
}

function pointer(paper: Paper): string {
	const sections = [...new Set(paper.sections.map(({ key }) => SECTION_NAMES[key]))].join(', ');
	return [
		md`I quote from the abstract of “${paper.verified.title ?? paper.id}” and from nothing else: ${sections}.`,
		'Try `/ask question: what did they find?`, or `/abstract` to read it whole; `/help` has more.',
	].join('\n');
}

function buttonsFor(hit: Hit | undefined, paper: Paper): Button[] {
	if (!hit) return [];
	const { id, section } = hit.passage;
	return [
		{ label: 'Whole section', id: `section:${paper.id}:${section}` },
		{ label: 'Cite', id: `cite:${paper.id}:${id}` },
		{ label: 'Why this passage', id: whyId(paper, hit) },
	];
}

/** `why:<paper id>:<passage id>:<words>`: as many of the words that matched as there is room for. */
function whyId(paper: Paper, { passage, words }: Hit): string {
	const start = `why:${paper.id}:${passage.id}:`;
	const kept: string[] = [];
	for (const word of words.map(visible)) {
		if ([start, ...kept, word].join(' ').length <= LIMITS.customId) kept.push(word);
	}
	return start + kept.join(' ');
}

function why(...[state, { corpus }]: Parameters<Press>): Reply | undefined {
	const [, id = '', passageId = '', words = ''] = /^([^:]*):([^:]*):(.*)$/s.exec(state) ?? [];
	const paper = corpus.papers.get(id);
	const passage = paper?.passages.find((one) => one.id === passageId);
	if (!paper || !passage) return undefined;
	const matched = visible(words).split(' ').filter(Boolean);
	const because =
		matched.length === 0
			? 'No single word of the question decided; it was the kind of question that it is.'
			: `Words of the question that led here: ${matched.map((word) => md`**${word}**`).join(', ')}.`;
	return { hidden: true, cards: [{ ...passageCard(paper, passage), text: because }] };
}
