import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { shortAuthors } from '../paper/authors.ts';
import type { Corpus } from '../paper/corpus.ts';
import type { Paper } from '../paper/paper.ts';
import { fold, hasEvery } from '../paper/typed.ts';
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

/** The completion of the option `paper`, of every command that has no other to complete. */
export const completePaperOption = (_option: string, typed: string, { corpus }: Context) =>
	completePaper(typed, corpus);

/** Papers that hold every word typed so far in their id, authors or title, as choices. */
export function completePaper(typed: string, { papers }: Corpus): Choice[] {
	return [...papers.values()]
		.filter((paper) => holds(paper, typed))
		.slice(0, LIMITS.choices)
		.map((paper) => ({ name: cut(nameOf(paper), LIMITS.choice), value: paper.id }));
}

function holds(paper: Paper, typed: string): boolean {
	return hasEvery(`${paper.id} ${nameOf(paper)}`, typed);
}

const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Whole words: a letter that happens to stand in a title names no paper. */
function hasWords(paper: Paper, asked: readonly string[]): boolean {
	const own = new Set(wordsOf(`${paper.id} ${nameOf(paper)}`));
	return asked.every((word) => own.has(word));
}

/**
 * The papers that may be meant: the one with this id or of the name that it was shown by, or those with all the words
 * that were typed; absent: the main one.
 */
export function findPapers(typed: string | undefined, { papers, main }: Corpus): Paper[] {
	if (typed === undefined) return [main];
	const all = [...papers.values()];
	const named = all.filter((paper) =>
		[paper.id, cut(nameOf(paper), LIMITS.choice)].some((name) => fold(name) === fold(typed)),
	);
	if (named.length > 0) return named.slice(0, 1);
	const asked = wordsOf(typed);
	return asked.length === 0 ? [] : all.filter((paper) => hasWords(paper, asked));
}

/** The passage that a custom_id names, if it is there (any more). */
export function passageIn({ papers }: Corpus, paperId: string, passageId: string) {
	const paper = papers.get(paperId);
	const passage = paper?.passages.find(({ id }) => id === passageId);
	return paper && passage ? { paper, passage } : undefined;
}

/** Runs on the paper that is meant, or says which may be meant, or which there are. */
export function onPaper<R extends Reply | Promise<Reply>>(
	typed: string | undefined,
	context: Context,
	run: (paper: Paper) => R,
): R | Reply {
	const [paper, ...more] = findPapers(typed, context.corpus);
	if (paper && more.length === 0) return run(paper);
	return paper ? severalPapers([paper, ...more], context) : unknownPaper(context);
}

/** As many papers as a person reads; the rest is found by autocomplete. */
const LISTED = 10;

function unknownPaper({ corpus, say }: Context): Reply {
	const list = paperLines([...corpus.papers.values()], LISTED, say);
	return miss(say.plain('unknownPaper'), [say('unknownPaperText'), ...list].join('\n'));
}

function severalPapers(papers: readonly Paper[], { say }: Context): Reply {
	const list = paperLines(papers, LISTED, say);
	return miss(say.plain('severalPapers'), [say('severalPapersText'), ...list].join('\n'));
}

/** The first papers by name, as a list, and how many more there are. */
export function paperLines(papers: readonly Paper[], most: number, say: Say): string[] {
	const lines = papers.slice(0, most).map((paper) => md`- ${cut(nameOf(paper), LIMITS.choice)}`);
	return papers.length > most ? [...lines, `- ${say('morePapers', { count: papers.length - most })}`] : lines;
}

/** Where there are several papers, the title of the one that is quoted: authors alone may have written more than one. */
export const ofWhich = ({ verified }: Paper, { papers }: Corpus) =>
	papers.size > 1 && verified.title !== undefined ? { text: md`${verified.title}` } : {};
