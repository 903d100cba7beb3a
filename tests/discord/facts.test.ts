import { expect, test } from 'vitest';
import { dateText, factCards, factLine, factText, postedText, recordSays } from '../../src/discord/facts.ts';
import { render } from '../../src/discord/render.ts';
import { sayIn } from '../../src/discord/say.ts';
import { perrin } from '../context.ts';
import { FULL_RECORD, paperFrom, paperOf } from '../papers.ts';

const say = sayIn('en-US');
const line = (text: string) => {
	const start = perrin.record.indexOf(text);
	return { text, start, end: start + text.length };
};

test('a date is as exact as it is known', () => {
	expect([[2018, 4, 9], [2018, 4], [2018]].map((date) => dateText(date, 'en-GB'))).toEqual([
		'9 April 2018',
		'April 2018',
		'2018',
	]);
	expect(dateText([2018, 4, 9], 'de')).toBe('9. April 2018');
	expect(dateText([2018, 1, 1], 'en-GB')).toBe('1 January 2018');
	expect(postedText(perrin, say)).toBe('29 January 2019');
});

test('values as people read them', () => {
	expect(factText('author', [{ family: 'Perrin', given: 'C.' }, { literal: 'WHO' }], 'en-GB')).toBe('C. Perrin, WHO');
	expect(factText('issued', { 'date-parts': [[2018, 4]] }, 'en-GB')).toBe('April 2018');
	expect(factText('DOI', '10.1108/x', 'en-GB')).toBe('https://doi.org/10.1108/x');
	expect(factText('volume', '39', 'en-GB')).toBe('39');
});

test('a fact carries who says so, and that it was inferred; neither is markdown', () => {
	expect(factLine({ field: 'volume', value: '*39*', source: 'a_b_' }, say)).toBe('\\*39\\* (a\\_b\\_)');
	expect(factLine({ field: 'volume', value: '39', source: 'x', inferred: true }, say)).toBe('39 (inferred; x)');
});

test('lines of the record are quoted each for itself, not what stands between them', () => {
	const lines = [line('Emerald Publishing, UK'), line('International Journal of Therapeutic Communities')];
	const cards = factCards({ kind: 'fact', field: 'publisher', lines, blank: [], others: [] }, perrin, say);
	const message = render({ hidden: false, cards }, say);
	expect(message?.embeds.map(({ description }) => description)).toEqual([
		'> Emerald Publishing, UK',
		'> International Journal of Therapeutic Communities',
	]);
});

test('what the record says of each field, as people read it', () => {
	const full = paperFrom('full', FULL_RECORD);
	expect([full, perrin].map((paper) => recordSays('type', paper, say))).toEqual([
		'journal article',
		'journal contribution',
	]);
	const fields = ['issued', 'volume', 'issue', 'page', 'ISSN', 'DOI', 'peer review', 'open access', 'posted'] as const;
	expect(fields.map((field) => recordSays(field, full, say))).toEqual([
		'2020',
		'12',
		'3',
		'101-118',
		'1234-5679',
		'https://doi.org/10.1234/sleep.2020.12',
		'Yes',
		'No',
		'3 February 2021',
	]);
	expect(fields.slice(0, 8).map((field) => recordSays(field, perrin, say))).toEqual(Array(8).fill(undefined));
});

test('what the record says without a line of its own is told, not denied', () => {
	const repository = { name: 'Acquire', url: 'https://acquire.example.org/1' };
	const paper = paperOf('plain', [{ key: 'findings', label: 'Results', text: 'It was so.' }], { repository });
	const [card] = factCards({ kind: 'fact', field: 'URL', lines: [], blank: [], others: [] }, paper, say);
	expect(card?.text).toBe('https://acquire.example.org/1');
});

test('where the record is silent or blank, it says so, and quotes nothing', () => {
	const silent = factCards({ kind: 'fact', field: 'volume', lines: [], blank: [], others: [] }, perrin, say);
	expect(silent).toMatchObject([{ title: 'Volume', text: 'The record does not say.' }]);
	const blank = [line('Start Page'), line('End Page')];
	const [card] = factCards({ kind: 'fact', field: 'page', lines: [], blank, others: [] }, perrin, say);
	expect(card?.text).toContain('“Start Page”, “End Page”');
	expect(card?.quote).toBeUndefined();
});

test('what others say is theirs; the day of posting is not the day of publication', () => {
	const others = perrin.others.filter(({ field }) => field === 'issued');
	const [card] = factCards({ kind: 'fact', field: 'issued', lines: [], blank: [], others }, perrin, say);
	expect(card?.fields?.[0]).toEqual({
		name: 'Another record says',
		value: expect.stringContaining('9 April 2018 (British Library'),
	});
	expect(card?.text).toContain('29 January 2019; that is not the day of publication');
});
