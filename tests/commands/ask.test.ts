import { expect, test } from 'vitest';
import { ask } from '../../commands/ask.ts';
import type { Index } from '../../src/paper/search.ts';
import { contextOf, perrin } from '../context.ts';
import { shown } from './replies.ts';

const context = contextOf();
const limitations = perrin.sections.find(({ key }) => key === 'limitations')?.text;

test('a question that the abstract answers: passages of the record, for all to see, unless hidden', async () => {
	for (const hide of [false, true]) {
		const reply = shown(await ask.run({ question: 'what should future research look at?', hide }, context));
		expect(reply.hidden).toBe(hide);
		expect(reply.quotes.length).toBeGreaterThan(0);
		for (const quote of reply.quotes) expect(perrin.record).toContain(quote);
		for (const footer of reply.footers) expect(footer).toMatch(/\d · Perrin, Frost & Ware · /);
	}
});

test('the buttons under an answer lead to its first passage, and each does', async () => {
	const { buttons } = shown(await ask.run({ question: 'what are the limitations?' }, context));
	expect(buttons.map((id) => id.split(':')[0])).toEqual(['section', 'cite', 'why']);
	const why = buttons.find((id) => id.startsWith('why:'))?.slice('why:'.length) ?? '';
	const reply = await ask.buttons?.why?.(why, context);
	expect(reply && shown(reply)).toMatchObject({ hidden: true, quotes: [limitations] });
});

test.each(['how many articles made it into their sample', 'zzz qqq', '🙂', '\u200b'.repeat(300)])(
	'%j is not answered: hidden, and what is close is marked as no answer',
	async (question) => {
		const reply = shown(await ask.run({ question }, context));
		expect(reply.hidden).toBe(true);
		expect(reply.titles).toHaveLength(1);
		expect(reply.titles[0]).toMatch(/^(The abstract does not answer this|Ask me about the paper)$/);
		if (reply.quotes.length > 0) expect(reply.text).toMatch(/^Closest passage, not an answer\n> /);
	},
);

test('the words that led to a passage are shown inert, and as many as fit', async () => {
	const passage = perrin.passages.find(({ id }) => id === 'findings.1');
	if (!passage) throw new Error('no such passage');
	const words = ['@everyone', '**x**', '[a](http://b.c)', '\u202eevil', 'y'.repeat(60), 'z'];
	const hit = { passage, score: 1, words };
	const finder = context.index.finder(perrin);
	const index: Index = {
		...context.index,
		finder: () => ({ ...finder, look: (words) => ({ ...finder.look(words), hits: [{ ...hit, likeness: 1 }] }) }),
	};
	const { buttons } = shown(await ask.run({ question: 'what did they find?' }, { ...context, index }));
	const why = buttons.find((id) => id.startsWith('why:')) ?? '';
	expect(why.length).toBeLessThanOrEqual(100);
	const reply = await ask.buttons?.why?.(`${perrin.id}:findings.1:${words.join(' ')}`, context);
	const text = reply ? shown(reply).text : '';
	expect(text).toContain('\\*\\*x\\*\\*');
	expect(text).toContain('\\[a\\]');
	expect(text).not.toContain('\u202e');
});

test('an unknown paper is a hidden reply with those that there are', async () => {
	const { hidden, titles } = shown(await ask.run({ question: 'why?', paper: 'nowhere' }, context));
	expect({ hidden, titles }).toEqual({ hidden: true, titles: ['No such paper here'] });
});
