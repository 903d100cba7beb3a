import { ApplicationCommandType } from 'discord.js';
import type { MessageCommand } from '../src/discord/command.ts';
import { visible } from '../src/discord/markdown.ts';
import { miss, passageCard } from '../src/discord/reply.ts';

const MOST = 3;

export const findInPaper: MessageCommand = {
	body: { type: ApplicationCommandType.Message, name: 'Find in paper' },
	read({ text, url }, { corpus, index, say }) {
		const words = visible(text);
		if (words === '') return miss(say.plain('noText'), say('noTextText'));
		const cards = index
			.search(words)
			.slice(0, MOST)
			.flatMap(({ passage }) => {
				const paper = corpus.papers.get(passage.paper);
				return paper ? [passageCard(paper, passage)] : [];
			});
		const [first, ...rest] = cards;
		if (!first) return miss(say.plain('nothingClose'), say('noPassageMessage'));
		return { hidden: true, cards: [{ ...first, text: say('closestToMessage', { url }) }, ...rest] };
	},
};
