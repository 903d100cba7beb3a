import { expect, test } from 'vitest';
import { paper } from '../../commands/paper.ts';
import { escapeMarkdown } from '../../src/discord/markdown.ts';
import { contextOf, perrin } from '../context.ts';
import { FULL_RECORD, paperFrom, paperOf } from '../papers.ts';
import { shown } from './replies.ts';

const findings = [{ key: 'findings', label: 'Results', text: 'It was so.' }] as const;

test('what the record says, what it leaves blank, what others add with their sources', async () => {
	const { hidden, titles, text, quotes } = shown(await paper.run({}, contextOf()));
	expect({ hidden, quotes }).toEqual({ hidden: false, quotes: [] });
	expect(titles).toEqual([perrin.item.title, 'What other records add']);
	expect(text).toContain('C. Perrin, Andrew Frost, J. B. Ware');
	expect(text).toContain('journal contribution');
	expect(text).toContain('29 January 2019');
	for (const { text: label } of perrin.blank) expect(text).toContain(label);
	for (const { source } of perrin.others) expect(text).toContain(escapeMarkdown(source));
	expect(text).toMatch(/39 \(inferred; /);
});

test('all that a fuller record gives is there', async () => {
	const { text } = shown(await paper.run({}, contextOf([paperFrom('full', FULL_RECORD)])));
	for (const value of [
		'2020',
		'12',
		'101-118',
		'1234-5679',
		'10.1234/sleep.2020.12',
		'Yes',
		'No',
		'University of Northfield',
	])
		expect(text).toContain(value);
});

test('a record that says little is shown as it is; there is no card for what nobody adds', async () => {
	const { titles, text } = shown(await paper.run({ hide: true }, contextOf([paperOf('bare', findings)])));
	expect(titles).toEqual(['bare']);
	expect(text).not.toMatch(/undefined|null/);
});

test('what the record holds is shown, not interpreted', async () => {
	const wild = paperOf('wild', findings, { title: '# **T**', authors: ['*A*'], affiliations: ['> B', '<@1>'] });
	const { titles, text, quotes } = shown(await paper.run({}, contextOf([wild])));
	expect(quotes).toEqual([]);
	expect(titles).toEqual(['\\# \\*\\*T\\*\\*']);
	expect(text).toContain('\\*A\\*');
	expect(text).toContain('\\> B\n\\<@1>');
});

test('a long record has pages, made again from the paper’s id', async () => {
	const long = paperOf('long', findings, {
		title: 'T'.repeat(200),
		affiliations: Array.from({ length: 300 }, () => 'An institute'),
	});
	const context = contextOf([long]);
	const reply = await paper.run({}, context);
	expect(reply.pages).toEqual({ again: 'paper:long' });
	expect(await paper.buttons?.paper?.('long', context)).toMatchObject({ cards: reply.cards });
	expect(await paper.buttons?.paper?.('gone', context)).toBeUndefined();
});
