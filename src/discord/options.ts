import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { shortAuthors } from '../paper/authors.ts';
import type { Corpus, Paper } from '../paper/paper.ts';
import type { Choice, Context, Option } from './command.ts';
import { cut, LIMITS } from './limits.ts';
import { md } from './markdown.ts';
import { miss, type Reply } from './reply.ts';
import type { Say } from './say.ts';

/** The options that commands share. */
export const HIDE = {
	type: OptionType.Boolean,
	name: 'hide',
	description: 'Only you see the reply',
} as const satisfies Option;

export const PAPER = {
	type: OptionType.String,
	name: 'paper',
	description: 'Which paper; absent: the main one',
	autocomplete: true,
} as const satisfies Option;

/** What a paper is called where people choose one. */
export const nameOf = ({ verified }: Paper) =>
	[...new Set([shortAuthors(verified), verified.title])].filter(Boolean).join(': ');

/** Papers that hold every word typed so far in their id, authors or title, as choices. */
export function completePaper(typed: string, { papers }: Corpus): Choice[] {
	return [...papers.values()]
		.filter((paper) => holds(paper, typed))
		.slice(0, LIMITS.choices)
		.map((paper) => ({ name: cut(nameOf(paper), LIMITS.choice), value: paper.id }));
}

function holds(paper: Paper, typed: string): boolean {
	const text = fold(`${paper.id} ${nameOf(paper)}`);
	return fold(typed)
		.split(/\s+/)
		.every((word) => text.includes(word));
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim();

const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Whole words: a letter that happens to stand in a title names no paper. */
function hasWords(paper: Paper, asked: readonly string[]): boolean {
	const own = new Set(wordsOf(`${paper.id} ${nameOf(paper)}`));
	return asked.every((word) => own.has(word));
}

/** The paper that is meant: its id, the name it was shown by, or words that only one paper has; absent: the main one. */
export function findPaper(typed: string | undefined, { papers, main }: Corpus): Paper | undefined {
	if (typed === undefined) return main;
	const all = [...papers.values()];
	const named = all.find((paper) =>
		[paper.id, cut(nameOf(paper), LIMITS.choice)].some((name) => fold(name) === fold(typed)),
	);
	const asked = wordsOf(typed);
	const similar = asked.length === 0 ? [] : all.filter((paper) => hasWords(paper, asked));
	return named ?? (similar.length === 1 ? similar[0] : undefined);
}

/** Runs on the paper that is meant, or says which papers there are. */
export function onPaper<R extends Reply | Promise<Reply>>(
	typed: string | undefined,
	context: Context,
	run: (paper: Paper) => R,
): R | Reply {
	const paper = findPaper(typed, context.corpus);
	return paper ? run(paper) : unknownPaper(context);
}

/** As many papers as a person reads; the rest is found by autocomplete. */
const LISTED = 10;

function unknownPaper({ corpus, say }: Context): Reply {
	return miss(say.plain('unknownPaper'), [say('unknownPaperText'), ...paperLines(corpus, LISTED, say)].join('\n'));
}

/** The first papers by name, as a list, and how many more there are. */
export function paperLines({ papers }: Corpus, most: number, say: Say): string[] {
	const lines = [...papers.values()].slice(0, most).map((paper) => md`- ${cut(nameOf(paper), LIMITS.choice)}`);
	return papers.size > most ? [...lines, `- ${say('morePapers', { count: papers.size - most })}`] : lines;
}
