import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { type Context, defineCommand } from '../src/discord/command.ts';
import { visible } from '../src/discord/markdown.ts';
import { completePaperOption, HIDE, ofWhich, onPaper, PAPER } from '../src/discord/options.ts';
import { miss, passageCard, type Reply } from '../src/discord/reply.ts';

const PAGE_SIZE = 5;

/** Characters; each may be two UTF-16 units, and so many fit the custom_ids with which pages are turned. */
const LONGEST = 100;

export const search = defineCommand(
	{
		name: 'search',
		description: 'Every passage with these words, in all papers or in one',
		options: [
			{
				type: OptionType.String,
				name: 'words',
				description: 'The words to look for',
				required: true,
				min_length: 1,
				max_length: LONGEST,
			},
			{ ...PAPER, description: 'Which paper; absent: all of them' },
			HIDE,
		],
	},
	({ words, paper, hide = false }, context) =>
		paper === undefined
			? results(words, undefined, context, hide)
			: onPaper(paper, context, ({ id }) => results(words, id, context, hide)),
	{
		complete: completePaperOption,
		buttons: { search: again },
	},
);

/** State: `<paper id, or nothing for the whole corpus>:<words>`. */
function again(state: string, context: Context): Reply | undefined {
	const [, paper = '', words = ''] = /^([^:]*):(.*)$/s.exec(state) ?? [];
	if (words === '' || (paper !== '' && !context.corpus.papers.has(paper))) return undefined;
	return results(words, paper || undefined, context, true);
}

function results(typed: string, paper: string | undefined, { corpus, index, say }: Context, hidden: boolean): Reply {
	const words = [...visible(typed)].slice(0, LONGEST).join('');
	if (words === '') return miss(say.plain('noPassage'), say('noPassageMessage'));
	const hits = index.search(words, paper);
	if (hits.length === 0) {
		return miss(say.plain('noPassage'), say('noPassageText', { words }));
	}
	const cards = hits.flatMap(({ passage }) => {
		const found = corpus.papers.get(passage.paper);
		return found ? [{ ...passageCard(found, passage), ...ofWhich(found, corpus) }] : [];
	});
	return { hidden, cards, pages: { again: `search:${paper ?? ''}:${words}`, size: PAGE_SIZE } };
}
