import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { citationCard, citedPassage, exportReply } from '../src/discord/citation.ts';
import { type Choice, type Context, defineCommand } from '../src/discord/command.ts';
import { LIMITS } from '../src/discord/limits.ts';
import { md, visible } from '../src/discord/markdown.ts';
import { completePaper, HIDE, onPaper, PAPER, passageIn } from '../src/discord/options.ts';
import { miss, type Reply } from '../src/discord/reply.ts';
import { type Facts, itemOf } from '../src/paper/cite.ts';
import { StyleError } from '../src/paper/engine.ts';
import type { Paper } from '../src/paper/paper.ts';
import { matchingStyles, type Style } from '../src/paper/style-names.ts';
import { BUILT_IN } from '../src/paper/styles.ts';

/** As many similar styles as a person reads. */
const LISTED = 5;

export const cite = defineCommand(
	{
		name: 'cite',
		description: 'A reference and an in-text citation, ready to copy; or an export',
		options: [
			{
				type: OptionType.String,
				name: 'style',
				description: 'Citation style: APA, Harvard, MLA, IEEE …; absent: APA',
				autocomplete: true,
			},
			{
				type: OptionType.String,
				name: 'format',
				description: 'Text, or what reference managers read; absent: text',
				choices: [
					{ name: 'text', value: 'text' },
					{ name: 'BibTeX', value: 'bibtex' },
					{ name: 'RIS', value: 'ris' },
					{ name: 'CSL-JSON', value: 'csl-json' },
				],
			},
			{
				type: OptionType.String,
				name: 'facts',
				description: 'With what other records add, or the paper’s own record alone; absent: with',
				choices: [
					{ name: 'verified', value: 'verified' },
					{ name: 'record', value: 'record' },
				],
			},
			PAPER,
			HIDE,
		],
	},
	({ style, format = 'text', facts = 'verified', paper, hide = false }, context) =>
		onPaper(paper, context, (found): Reply | Promise<Reply> => {
			if (format === 'text') return inStyle(found, style, facts, hide, context);
			return exportReply({ paper: found, item: itemOf(found, facts), facts, format, hidden: hide }, context.say);
		}),
	{ complete, buttons: { cite: citePassage } },
);

function complete(option: string, typed: string, { corpus, citer }: Context): Choice[] {
	if (option !== 'style') return completePaper(typed, corpus);
	return matchingStyles(citer.styles.known(), typed)
		.slice(0, LIMITS.choices)
		.map(({ id, title }) => ({ name: title, value: id.slice(0, LIMITS.choice) }));
}

async function inStyle(
	paper: Paper,
	typed: string | undefined,
	facts: Facts,
	hidden: boolean,
	context: Context,
): Promise<Reply> {
	const style = typed === undefined ? BUILT_IN[0] : await context.citer.styles.find(typed);
	if (!style) return unknownStyle(typed ?? '', context);
	return unlessBroken(context, async () => {
		const citation = await context.citer.cite(paper, style, facts);
		return { hidden, ...citationCard({ paper, style, citation, facts }, context.say) };
	});
}

/** State: `<paper id>:<passage id, or nothing for the paper>`; the button Cite. */
async function citePassage(state: string, context: Context): Promise<Reply | undefined> {
	const [id = '', passageId = '', ...rest] = state.split(':');
	if (rest.length > 0) return undefined;
	const whole = passageId === '' ? context.corpus.papers.get(id) : undefined;
	if (whole) return inStyle(whole, undefined, 'verified', true, context);
	const named = passageIn(context.corpus, id, passageId);
	if (!named) return undefined;
	const { paper, passage } = named;
	const [style] = BUILT_IN;
	return unlessBroken(context, async () => {
		const citation = await context.citer.cite(paper, style);
		return {
			hidden: true,
			...citedPassage({ paper, style, citation, facts: 'verified' }, passage, context.say),
		};
	});
}

async function unlessBroken({ say }: Context, reply: () => Promise<Reply>): Promise<Reply> {
	try {
		return await reply();
	} catch (error) {
		if (!(error instanceof StyleError)) throw error;
		return miss(say.plain('brokenStyle'), [md`${error.message}`, say('brokenStyleText')].join('\n'));
	}
}

function unknownStyle(typed: string, { citer, say }: Context): Reply {
	const known = citer.styles.known();
	const near = nearest(known, typed);
	const list = near.length > 0 ? [say('closestStyles')] : [say('builtInStyles')];
	const names = (near.length > 0 ? near : BUILT_IN).map(({ title }) => md`- ${title}`);
	const text = say('unknownStyleText', { typed: visible(typed).slice(0, LIMITS.choice), count: known.length });
	return miss(say.plain('unknownStyle'), [text, ...list, ...names].join('\n'));
}

/** Those with all the words that were typed, or with one of them. */
function nearest(styles: readonly Style[], typed: string): Style[] {
	const words = typed.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
	for (const some of [typed, ...words]) {
		const found = matchingStyles(styles, some);
		if (some.trim() !== '' && found.length > 0) return found.slice(0, LISTED);
	}
	return [];
}
