import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationCard, citedPassage, copyBlock, exportReply, markdownOf } from '../../src/discord/citation.ts';
import { quotations, unescapeMarkdown } from '../../src/discord/markdown.ts';
import { render } from '../../src/discord/render.ts';
import { sayIn } from '../../src/discord/say.ts';
import type { Citation } from '../../src/paper/cite.ts';
import { loadCorpus } from '../../src/paper/corpus.ts';
import type { Run } from '../../src/paper/runs.ts';

const say = sayIn('en-GB');
const paper = loadCorpus('corpus').main;
const style = { id: 'apa', title: 'APA 7th edition' };
const run = (text: string, italic = false, bold = false): Run => ({ text, italic, bold });

const citationOf = (reference: Run[]): Citation => ({
	reference,
	parenthetical: [run('(Perrin et al., 2018)')],
	narrative: [run('Perrin et al. (2018)')],
	kind: 'author',
	sources: [],
	missing: [],
});
const cited = (reference: Run[]) => ({ paper, style, citation: citationOf(reference), facts: 'verified' as const });

describe('runs as markdown', () => {
	test.each([
		[[run('A. '), run('J & K_L', true), run(', '), run('39', true), run('(1).')], 'A. *J & K\\_L*, *39*(1).'],
		[[run('1. Frost')], '1\\. Frost'],
		[[run('[1] Frost')], '\\[1\\] Frost'],
		[[run('On *this* https://doi.org/10.1000/a_b')], 'On \\*this\\* https://doi.org/10.1000/a_b'],
		[[run('a'), run(' b ', true), run('c')], 'a *b* c'],
		[[run('a '), run('2', false, true), run('3', true, true)], 'a **2*****3***'],
	])('%j', (runs, markdown) => {
		expect(markdownOf(runs as Run[])).toBe(markdown);
	});

	test('plain text comes back character for character', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 100 }).filter((text) => !/https?:/.test(text));
		fc.assert(
			fc.property(text, (text) => {
				expect(unescapeMarkdown(markdownOf([run(text)]))).toBe(text);
			}),
		);
	});
});

test('what is to copy stands in a code block, and where that cannot be, escaped; never as a quotation', () => {
	expect(copyBlock('1. Frost *x*')).toBe('```\n1. Frost *x*\n```');
	fc.assert(
		fc.property(fc.array(fc.constantFrom('```', '`', '> ', '\n', 'a', '*')), (pieces) => {
			const text = pieces.join('');
			const block = copyBlock(text);
			if (block.startsWith('```')) expect(block.slice(4, -4)).toBe(text);
			else expect(unescapeMarkdown(block)).toBe(text);
			expect(block.startsWith('```') ? text.includes('```') : false).toBe(false);
			expect(quotations(block)).toEqual([]);
		}),
	);
});

describe('a reply fits into one message', () => {
	test.each([10, 3000, 20_000])('a reference of %i characters', (length) => {
		const reply = { hidden: false, ...citationCard(cited([run('_'.repeat(length))]), say) };
		const message = render(reply, say);
		expect(message?.embeds).toHaveLength(1);
		const whole = [message?.embeds[0]?.description, ...(message?.files ?? []).map(({ text }) => text)].join('');
		expect(whole).toContain('_'.repeat(length));
	});

	test('an export that is long, or has a code block of its own, is only in the file', () => {
		for (const title of ['x'.repeat(5000), 'On ``` and *']) {
			const item = { ...paper.item, title };
			const reply = exportReply({ paper, item, facts: 'record', format: 'ris', hidden: true }, say);
			expect(reply.files?.[0]).toMatchObject({ name: `${paper.id}.ris`, text: expect.stringContaining(title) });
			expect(render(reply, say)?.embeds[0]?.description).toMatch(/in the attached file/);
		}
	});
});

test('a passage is quoted verbatim, with its name, its citation and all of it to copy', () => {
	const passage = paper.passages.find(({ id }) => id === 'limitations.1') ?? paper.passages[0];
	if (!passage) throw new Error('no passage');
	const message = render({ hidden: true, ...citedPassage(cited([run('Perrin 2018.')]), passage, say) }, say);
	const [quotation, citation] = message?.embeds ?? [];
	expect(quotations(quotation?.description ?? '')).toEqual([passage.text]);
	expect(quotations(citation?.description ?? '')).toEqual([]);
	expect(citation?.description).toContain(
		`\`\`\`\n“${passage.text}” (Perrin et al., 2018)\nLimitations 1 · Perrin, Frost & Ware · Acquire, CQUniversity’s repository\n\nPerrin 2018.\n\`\`\``,
	);
});
