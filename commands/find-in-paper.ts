import { ApplicationCommandType } from 'discord.js';
import type { MessageCommand } from '../src/discord/command.ts';
import { visible } from '../src/discord/markdown.ts';
import { ofWhich } from '../src/discord/options.ts';
import { miss, passageCard } from '../src/discord/reply.ts';

const MOST = 3;

export const findInPaper: MessageCommand = {
	body: { type: ApplicationCommandType.Message, name: 'Find in paper' },
	read({ text, url }, { corpus, index, say }) {
		const words = visible(text);
		if (words === '') return miss(say.plain('noText'), say('noTextText'));
		const cards = index
			.closest(words)
			.slice(0, MOST)
			.flatMap(({ passage }) => {
				const paper = corpus.papers.get(passage.paper);
				return paper ? [{ ...passageCard(paper, passage), ...ofWhich(paper, corpus) }] : [];
			});
		const [first, ...rest] = cards;
		if (!first) return miss(say.plain('nothingClose'), say('noPassageMessage'));
		const above = [say('closestToMessage', { url }), first.text].filter(Boolean).join('\n');
		return { hidden: true, cards: [{ ...first, text: above }, ...rest] };
	},
};
