import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command, Context } from '../../src/discord/command.ts';
import { divide, verbatim } from '../../src/discord/divide.ts';
import { blockQuote, quotations } from '../../src/discord/markdown.ts';
import { checkQuotations, type Message, NotVerbatimError, render } from '../../src/discord/render.ts';
import { miss, type Reply, sectionCard } from '../../src/discord/reply.ts';
import { sayIn } from '../../src/discord/say.ts';
import { makeCiter } from '../../src/paper/cite.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { anyPaper, paperOf } from '../papers.ts';
import { expectWithinLimits } from './within.ts';

const say = sayIn('en-US');

/** Many passages answer every search, so that long replies are made. */
const contextOf = (paper: Paper, locale = 'en-US'): Context => ({
	corpus: { papers: new Map([[paper.id, paper]]), main: paper, prompts: {} },
	index: {
		...({} as Context['index']),
		search: () => paper.passages.slice(0, 30).map((passage) => ({ passage, score: 1, words: ['a*b', '@everyone'] })),
	},
	say: sayIn(locale),
	chance: 0.5,
	citer: makeCiter([]),
});

function pagesOf(reply: Reply): Message[] {
	const pages: Message[] = [];
	for (let page = render(reply, say); page; page = render(reply, say, pages.length)) {
		pages.push(page);
		if (!reply.pages) break;
	}
	return pages;
}

const quoted = (pages: readonly Message[]) =>
	pages.flatMap(({ embeds }) => embeds.flatMap(({ description = '' }) => quotations(description)));

const typed = commands.filter((command): command is Command => 'run' in command);

const SHOWING = typed.filter(({ body }) => !['ask', 'cite', 'search'].includes(body.name));

test('every page of every command is within Discord’s limits, whatever the paper holds', async () => {
	await fc.assert(
		fc.asyncProperty(anyPaper, fc.constantFrom('en-US', 'de', 'fr', 'es-ES'), async (paper, locale) => {
			for (const command of SHOWING) {
				const pages = pagesOf(await command.run({}, contextOf(paper, locale)));
				expect(pages.length).toBeGreaterThan(0);
				for (const page of pages) expectWithinLimits(page);
			}
			const search = typed.find(({ body }) => body.name === 'search');
			const reply = await search?.run({ words: '*'.repeat(100) }, contextOf(paper, locale));
			for (const page of reply ? pagesOf(reply) : []) expectWithinLimits(page);
		}),
		{ numRuns: 25 },
	);
});

test('the quotations of all pages, joined, are the section, character for character', () => {
	fc.assert(
		fc.property(anyPaper, (paper) => {
			for (const section of paper.sections) {
				const reply: Reply = { hidden: false, cards: [sectionCard(paper, section)], pages: { again: 'x:' } };
				const pages = pagesOf(reply);
				expect(quoted(pages).join('')).toBe(paper.record.slice(section.start, section.end));
			}
		}),
		{ numRuns: 25 },
	);
});

test('parts of a quotation adjoin, fit, and never part a character', () => {
	fc.assert(
		fc.property(anyPaper, fc.integer({ min: 200, max: 4096 }), (paper, room) => {
			for (const section of paper.sections) {
				const { quote } = sectionCard(paper, section);
				const parts = quote ? divide(quote, room) : [];
				for (const part of parts) {
					expect(blockQuote(verbatim(part)).length).toBeLessThanOrEqual(room);
					expect(verbatim(part)).not.toMatch(/\p{Cs}/u);
				}
				expect(parts.map(verbatim).join('')).toBe(section.text);
			}
		}),
		{ numRuns: 25 },
	);
});

const paper = paperOf('one', [
	{ key: 'findings', label: 'Results', text: 'The *p* was < .05.\n1. So (it) was; see\r\n> this.' },
]);
const [passage] = paper.passages;
const section = paper.sections[0];
if (!passage || !section) throw new Error('the paper has no passage');
const card = sectionCard(paper, section);

test('a quotation of which one character is another is refused', () => {
	const part = divide({ paper, pieces: [{ name: 'x', start: section.start, end: section.end }] }, 4000)[0];
	const description = blockQuote(section.text);
	expect(() => checkQuotations({ embed: { description }, part })).not.toThrow();
	const character = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom(...'\\>\n *.'));
	fc.assert(
		fc.property(fc.nat(description.length - 1), character, (at, other) => {
			fc.pre(description[at] !== other);
			const tampered = description.slice(0, at) + other + description.slice(at + 1);
			expect(() => checkQuotations({ embed: { description: tampered }, part })).toThrow(NotVerbatimError);
		}),
		{ numRuns: 1000 },
	);
});

test.each<[string, Reply]>([
	['a quotation of nothing', { hidden: false, cards: [{ title: 'x', text: '> Peer-support always works.' }] }],
	['one in a field', { hidden: false, cards: [{ title: 'x', fields: [{ name: 'x', value: '> works' }] }] }],
	['one before the true one', { hidden: false, cards: [{ ...card, text: '> works' }] }],
	['true text quoted without saying what', { hidden: false, cards: [{ title: 'x', text: blockQuote(section.text) }] }],
])('%s is refused', (_name, reply) => {
	expect(() => render(reply, say)).toThrow(NotVerbatimError);
});

test('a page that there is not is none', () => {
	expect(render(miss('a', 'b'), say, 1)).toBeUndefined();
	expect(render(miss('a', 'b'), say, -1)).toBeUndefined();
});

test('a title shows what it holds and is cut before its escapes', () => {
	const [embed] = render({ hidden: false, cards: [{ title: '*'.repeat(300) }] }, say)?.embeds ?? [];
	expect(embed?.title).toBe(`${'\\*'.repeat(127)}…`);
});

test('a long card says on each of its embeds that it goes on, under the same title', () => {
	const fields = Array.from({ length: 30 }, (_, i) => ({ name: `n${i}`, value: 'v' }));
	const pages = pagesOf({ hidden: false, cards: [{ title: 'Record', fields, footer: 'f' }] });
	expect(pages[0]?.embeds.map(({ title, fields = [] }) => [title, fields.length])).toEqual([
		['Record', 25],
		['Record (continued)', 5],
	]);
});

test('what does not fit and cannot be turned says that there is more', () => {
	const long = { title: 'x', text: 'y'.repeat(4000) };
	const [message] = pagesOf({ hidden: false, cards: [long, long] });
	expect(message?.embeds.map(({ title }) => title)).toEqual(['x', undefined]);
	expect(message?.embeds.at(-1)?.description).toMatch(/the rest is left out/);
	if (message) expectWithinLimits(message);
});

test('a link that is too long still leads to the record', () => {
	const url = `https://x.org/1#:~:text=${'a'.repeat(3000)}`;
	const [embed] = render({ hidden: false, cards: [{ title: 'x', url, text: 'y' }] }, say)?.embeds ?? [];
	expect(embed?.url).toBe('https://x.org/1');
});

test('more buttons than a row holds go over several; a custom_id that is too long is a bug and said to be one', () => {
	const buttons = Array.from({ length: 6 }, (_, i) => ({ label: `${i}`, id: `x:${i}` }));
	const message = render({ hidden: false, cards: [{ title: 'x' }], buttons }, say);
	expect(message?.components.map((row) => row.components.length)).toEqual([5, 1]);
	const long = [{ label: 'x', id: 'x'.repeat(101) }];
	expect(() => render({ hidden: false, cards: [{ title: 'x' }], buttons: long }, say)).toThrow('101 characters');
});
