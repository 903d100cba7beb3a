import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCiter } from '../../src/paper/cite.ts';
import { makePaper } from '../../src/paper/paper.ts';
import { buildIndex, type Index } from '../../src/paper/search.ts';
import type { Member } from '../../src/sandbox/member.ts';
import { type Running, running } from '../running.ts';
import { labels, shown } from './shown.ts';

const sentences = Array.from(
	{ length: 400 },
	(_, i) => `Result *${i}* of the _long_ section was p < .05, see https://x.org/a_${i}.`,
);
const text = sentences.join(' ');
const record = `A long one\n${text}`;
const start = record.length - text.length;
const long = makePaper(
	'long',
	{
		item: { id: 'long', type: 'article-journal', title: 'A long one' },
		others: [],
		affiliations: [],
		lines: {},
		blank: [],
		sections: [{ key: 'findings', label: '', text, start, end: record.length }],
	},
	record,
);
const corpus = { papers: new Map([[long.id, long]]), main: long, prompts: {} };
/** Every passage, whatever is asked: what is tested here is how many of them are shown. */
const index: Index = {
	...buildIndex(corpus),
	search: () => long.passages.map((passage) => ({ passage, score: 1, words: ['result'] })),
};

const citer = makeCiter([]);

let it: Running;
let alice: Member;
let bob: Member;
beforeAll(async () => {
	it = await running({ library: { corpus, index, citer } });
	alice = it.discord.member({ name: 'alice' });
	bob = it.discord.member({ name: 'bob' });
});
afterAll(() => it.close());

test('a section longer than a message goes over pages and loses not a character', async () => {
	let reply = await alice.type('/findings');
	const pages: string[][] = [];
	for (;;) {
		pages.push(shown(reply.message));
		const [, pageOf] = /Page \d+ of (\d+)/.exec(labels(reply.message).join(' ')) ?? [];
		if (pages.length === Number(pageOf)) break;
		reply = await alice.press(reply.message, 'Next');
		expect(reply.outcome).toBe('updated');
	}
	expect(pages.length).toBeGreaterThan(3);
	expect(pages.flat().join('')).toBe(text);
	await expect(alice.press(reply.message, 'Next')).rejects.toThrow('disabled');
	expect(shown((await alice.press(reply.message, 'Previous')).message)).toEqual(pages.at(-2));
});

test('/search: five a page, with any words that a person may type', async () => {
	const words = `a:b, ${'🙂 "x" '.repeat(11)}`.trim();
	const first = await alice.type(`/search words: ${words}`);
	expect(first.message?.embeds).toHaveLength(5);
	expect(labels(first.message)).toEqual(['Previous', 'Page 1 of 80', 'Next']);
	expect(shown((await alice.press(first.message, 'Next')).message)).toEqual(sentences.slice(5, 10));
});

test('somebody else turns the page for themselves alone', async () => {
	const { message } = await alice.type('/search words: result');
	const reply = await bob.press(message, 'Next');
	expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
	expect(shown(reply.message)).toEqual(sentences.slice(5, 10));
	expect(shown(message)).toEqual(sentences.slice(0, 5));
	expect(shown((await bob.press(reply.message, 'Next')).message)).toEqual(sentences.slice(10, 15));
});

test('a page beyond the last gets a sentence', async () => {
	const { message } = await alice.type('/search words: result');
	const few = { ...corpus };
	it.swap({ corpus: few, index: { ...index, search: () => index.search('').slice(0, 3) }, citer });
	const reply = await alice.press(message, 'Next');
	it.swap({ corpus, index, citer });
	expect(reply).toMatchObject({ outcome: 'replied', ephemeral: true });
	expect(reply.message?.embeds[0]?.title).toBe('There is no such page');
});
