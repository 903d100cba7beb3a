import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { divide, verbatim } from '../../src/discord/divide.ts';
import { blockQuote, quotations } from '../../src/discord/markdown.ts';
import { checkQuotations, type Message, NotVerbatimError, render } from '../../src/discord/render.ts';
import { miss, type Reply, sectionCard } from '../../src/discord/reply.ts';
import { sayIn } from '../../src/discord/say.ts';
import { contextOf } from '../context.ts';
import { anyPaper, paperOf } from '../papers.ts';
import { expectWithinLimits } from './within.ts';

const say = sayIn('en-US');

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

const slash = commands.filter((command) => 'run' in command);
/** The longest that may be typed. */
const ARGS: Record<string, object> = { ask: { question: '*'.repeat(300) }, search: { words: '*'.repeat(100) } };

/** Those that read or format more than a page shows take their time; a few papers must do. */
test.each([
	{ names: ['ask', 'cite'], numRuns: 3 },
	{ names: slash.map(({ body }) => body.name).filter((name) => name !== 'ask' && name !== 'cite'), numRuns: 15 },
])(
	'every page of $names is within Discord’s limits, whatever the paper holds',
	async ({ names, numRuns }) => {
		const some = slash.filter(({ body }) => names.includes(body.name));
		await fc.assert(
			fc.asyncProperty(anyPaper, fc.constantFrom('en-US', 'de', 'fr', 'es-ES'), async (paper, locale) => {
				const context = contextOf([paper], { locale, found: paper.passages.slice(0, 30) });
				for (const { body, run } of some) {
					const pages = pagesOf(await run(ARGS[body.name] ?? {}, context));
					expect(pages.length).toBeGreaterThan(0);
					for (const page of pages) expectWithinLimits(page);
				}
			}),
			{ numRuns },
		);
	},
	120_000,
);

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
		fc.property(anyPaper, fc.integer({ min: 200, max: 4096 }), fc.boolean(), (paper, room, spoiler) => {
			for (const section of paper.sections) {
				const { quote } = sectionCard(paper, section);
				const parts = quote ? divide(quote, room, spoiler) : [];
				for (const part of parts) {
					expect(blockQuote(verbatim(part), spoiler).length).toBeLessThanOrEqual(room);
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
	const spoilt = blockQuote(section.text, true);
	const description = blockQuote(section.text);
	for (const one of [description, spoilt]) {
		expect(() => checkQuotations({ embed: { description: one }, part })).not.toThrow();
	}
	const character = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom(...'\\>\n *.'));
	fc.assert(
		fc.property(fc.constantFrom(description, spoilt), fc.nat(), character, (whole, random, other) => {
			const at = random % whole.length;
			fc.pre(whole[at] !== other);
			const tampered = whole.slice(0, at) + other + whole.slice(at + 1);
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
