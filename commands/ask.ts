import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { defineCommand, type Press } from '../src/discord/command.ts';
import { factCards } from '../src/discord/facts.ts';
import { LIMITS } from '../src/discord/limits.ts';
import { visible } from '../src/discord/markdown.ts';
import { completePaperOption, HIDE, onPaper, PAPER, passageIn } from '../src/discord/options.ts';
import { type Button, note, passageCard, type Reply } from '../src/discord/reply.ts';
import type { Say } from '../src/discord/say.ts';
import { type Answer, ask as answerTo } from '../src/paper/ask.ts';
import type { Paper } from '../src/paper/paper.ts';
import type { Hit } from '../src/paper/search.ts';
import { SECTION_NAMES } from '../src/paper/section.ts';

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
	({ question, paper, hide = false }, context) =>
		onPaper(paper, context, (found): Reply => {
			const answer = answerTo(question, found, context.index);
			return { ...replyTo(answer, found, hide, context.say), counts: answer.kind };
		}),
	{ complete: completePaperOption, buttons: { why } },
);

function replyTo(answer: Answer, paper: Paper, hidden: boolean, say: Say): Reply {
	switch (answer.kind) {
		case 'found': {
			const cards = answer.hits.map(({ passage }) => passageCard(paper, passage));
			return { hidden, cards, buttons: buttonsFor(answer.hits[0], paper, say) };
		}
		case 'closest': {
			const card = passageCard(paper, answer.hit.passage, say.plain('notAnswered'));
			return {
				hidden: true,
				cards: [{ ...card, text: say('closestPassage') }],
				buttons: buttonsFor(answer.hit, paper, say),
			};
		}
		case 'fact':
			return { hidden, cards: factCards(answer, paper, say) };
		case 'small talk':
			return note(say.plain('askMe'), pointer(paper, say));
		case 'nothing':
			return note(say.plain('notAnswered'), pointer(paper, say));
	}
}

function pointer(paper: Paper, say: Say): string {
	const sections = [...new Set(paper.sections.map(({ key }) => SECTION_NAMES[key]))].join(', ');
	return [say('pointer', { title: paper.verified.title ?? paper.id, sections }), say('pointerTry')].join('\n');
}

function buttonsFor(hit: Hit | undefined, paper: Paper, say: Say): Button[] {
	if (!hit) return [];
	const { id, section } = hit.passage;
	return [
		{ label: say.plain('wholeSection'), id: `section:${paper.id}:${section}` },
		{ label: say.plain('cite'), id: `cite:${paper.id}:${id}` },
		{ label: say.plain('whyThisPassage'), id: whyId(paper, hit) },
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

function why(...[state, { corpus, say }]: Parameters<Press>): Reply | undefined {
	const [, id = '', passageId = '', words = ''] = /^([^:]*):([^:]*):(.*)$/s.exec(state) ?? [];
	const named = passageIn(corpus, id, passageId);
	if (!named) return undefined;
	const matched = visible(words).split(' ').filter(Boolean);
	const because = matched.length === 0 ? say('whyKind') : say('whyWords', { words: matched.join(', ') });
	return { hidden: true, cards: [{ ...passageCard(named.paper, named.passage), text: because }] };
}
