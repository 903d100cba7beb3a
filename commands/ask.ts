import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { defineCommand, type Press } from '../src/discord/command.ts';
import { factCards } from '../src/discord/facts.ts';
import { LIMITS } from '../src/discord/limits.ts';
import { visible } from '../src/discord/markdown.ts';
import { completePaper, HIDE, onPaper, PAPER } from '../src/discord/options.ts';
import { type Button, note, passageCard, type Reply } from '../src/discord/reply.ts';
import type { Say } from '../src/discord/say.ts';
import { type Answer, ask as answerTo, RECORD_FIELDS } from '../src/paper/ask.ts';
import type { Paper } from '../src/paper/paper.ts';
import { factOf } from '../src/paper/question/facts.ts';
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
	{ complete: (_option, typed, { corpus }) => completePaper(typed, corpus), buttons: { why, passages, fact } },
);

function replyTo(answer: Answer, paper: Paper, hidden: boolean, say: Say): Reply {
	switch (answer.kind) {
		case 'found': {
			const cards = answer.hits.map(({ passage }) => passageCard(paper, passage));
			const shared = answer.hits.map(({ passage }) => passage.id).join(',');
			return {
				hidden,
				cards,
				buttons: buttonsFor(answer.hits[0], paper, say),
				share: `passages:${paper.id}:${shared}`,
			};
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
			return { hidden, cards: factCards(answer, paper, say), share: `fact:${paper.id}:${answer.field}` };
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
	const paper = corpus.papers.get(id);
	const passage = paper?.passages.find((one) => one.id === passageId);
	if (!paper || !passage) return undefined;
	const matched = visible(words).split(' ').filter(Boolean);
	const because = matched.length === 0 ? say('whyKind') : say('whyWords', { words: matched.join(', ') });
	return { hidden: true, cards: [{ ...passageCard(paper, passage), text: because }] };
}

/** State: `<paper id>:<passage ids, set off by commas>`; the passages of an answer again, as it is shared. */
function passages(...[state, { corpus }]: Parameters<Press>): Reply | undefined {
	const [id = '', ids = ''] = state.split(':');
	const paper = corpus.papers.get(id);
	const found = ids.split(',').flatMap((one) => paper?.passages.find((passage) => passage.id === one) ?? []);
	return paper && found.length > 0
		? { hidden: true, cards: found.map((passage) => passageCard(paper, passage)) }
		: undefined;
}

/** State: `<paper id>:<field>`; a fact of the record again, as it is shared. */
function fact(...[state, { corpus, say }]: Parameters<Press>): Reply | undefined {
	const [id = '', name] = state.split(':');
	const paper = corpus.papers.get(id);
	const field = RECORD_FIELDS.find((one) => one === name);
	if (!paper || !field) return undefined;
	return { hidden: true, cards: factCards({ kind: 'fact', field, ...factOf(paper, field) }, paper, say) };
}
