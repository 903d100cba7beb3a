import fc from 'fast-check';
import { expect, test } from 'vitest';
import { search } from '../../commands/search.ts';
import { contextOf, perrin } from '../context.ts';
import { paperOf } from '../papers.ts';
import { shown } from './replies.ts';

const other = paperOf('other', [{ key: 'findings', label: 'Results', text: 'Peers support each other.' }], {
	title: 'Other',
});
const context = contextOf([perrin, other]);

test('passages with the words, of all papers or of one, each under its name', async () => {
	const all = shown(await search.run({ words: 'support' }, context));
	expect(all.hidden).toBe(false);
	expect(all.quotes.length).toBeLessThanOrEqual(5);
	const one = shown(await search.run({ words: 'support', paper: 'other' }, context));
	expect(one).toMatchObject({ quotes: ['Peers support each other.'], footers: ['Findings 1 · Other · record'] });
	expect(shown(await search.run({ words: 'support', paper: 'other', hide: true }, context)).hidden).toBe(true);
});

test('five a page, and the buttons make the same pages again', async () => {
	const found = contextOf([perrin], { found: perrin.passages });
	const reply = await search.run({ words: 'a:b' }, found);
	expect(shown(reply).quotes).toEqual(perrin.passages.slice(0, 5).map(({ text }) => text));
	expect(reply.pages?.again).toBe('search::a:b');
	const again = await search.buttons?.search?.(':a:b', found);
	expect(again).toMatchObject({ cards: reply.cards, pages: reply.pages });
});

test('words of which nothing is seen are none', async () => {
	const { hidden, text } = shown(await search.run({ words: '\u200b\u3164'.repeat(50) }, context));
	expect({ hidden, text }).toEqual({ hidden: true, text: '`/search` looks for words, `/ask` takes a question.' });
});

test('words that nothing has come back inert, in a hidden reply', async () => {
	const nothing = contextOf([perrin], { found: [] });
	const typed = '@everyone **x** [a](b) `c` ||d|| <@1> # \u202e {{words}} $t(failed) $&';
	const { hidden, text, titles } = shown(await search.run({ words: typed }, nothing));
	expect({ hidden, titles }).toEqual({ hidden: true, titles: ['No passage has these words'] });
	expect(text).toContain('@everyone \\*\\*x\\*\\* \\[a\\](b) \\`c\\` \\|\\|d\\|\\| \\<@1> #  {{words}} $t(failed) $&');
});

test('whatever is typed, no markdown of it is left, and nothing that is not seen', async () => {
	const nothing = contextOf([perrin], { found: [] });
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (words) => {
			const { text } = shown(await search.run({ words }, nothing));
			expect(text).not.toMatch(/(?<!\\)(?:\\\\)*[*_~|<]/);
			expect(text).not.toMatch(/[\p{Cf}\p{Cs}]/u);
		}),
	);
});
