import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../src/paper/sentences.ts';

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

/** Each case is its sentences; the text is they, with a space between. */
const cases: [name: string, ...sentences: string[]][] = [
	['plain sentences', 'Pumps fail.', 'Do they?', 'They do!'],
	['et al.', 'Smith et al. (2018) found it, as did Ware et al. later.', 'Next.'],
	['et al. before a name', 'Frost et al. Ware agreed.', 'So did we.'],
	['et al. at an end', 'It was shown by Smith et al.', 'The effect was small.'],
	['e.g. and i.e.', 'Some pumps, e.g. Afridev and India Mark II, fail, i.e. Stop.', 'Others last.'],
	['figures and tables', 'See Fig. 2 and Tab. 1, or Figs. S1 to S3.', 'It rises.'],
	['decimals and percentages', 'The rate was 3.5%, up from 2.1% (p < .05).', 'Next, n = 120).'],
	['a p value at the end', 'It rose, p < .05.', 'Next, it fell.'],
	['a sentence that begins with a figure', 'It rose by 3.5%.', '45% were male.', '12 died.'],
	['a year at the end, a figure after it', 'It was done in February 2017.', '38 pumps were used.'],
	['initials', 'We thank J. B. Ware, P. Drummond and C. Perrin.', 'They helped.'],
	['initials with a hyphen', 'J.-P. Sartre and K. He wrote.', 'Then Thi Le did.'],
	['a letter that is no initial', 'They had hepatitis B.', 'The rest did not.'],
	['U.S. before a noun', 'In the U.S. Navy it is so.', 'It is not in the U.K. Army.'],
	['U.S. at an end', 'This was done in the U.S.', 'In Europe it was not.'],
	['titles', 'Dr. Smith met Prof. Jones and Mrs. Lee at St. Mary’s.', 'They spoke.'],
	['vs.', 'We compared apples vs. Pears and 12 vs. 14 trees.', 'Both grew.'],
	['no. with a number', 'It is grant no. 5 of No. 12.', 'It ended.'],
	['no at an end', 'The answer is no.', 'We tried again.'],
	['pages and volumes', 'See vol. 3, pp. 12–14, ed. 2.', 'It is there.'],
	['about', 'It took approx. 45 minutes, ca. 3 tries and min. 2 people.', 'Then it stopped.'],
	['a unit at the end', 'Each took 5 min.', 'Most were tired.'],
	['months', 'From Jan. 2017 to Sept. 2018.', 'It was in Dec.', 'We stopped.'],
	['species', 'We grew E. coli and Salmonella spp. Both grew.'],
	['etc. within', 'We took pumps, handles, etc. from Ghana.', 'We took no more.'],
	['etc. at an end', 'We took pumps, handles, etc.', 'They were old.'],
	['degrees and companies', 'A Ph.D. Student from Acme Inc. Ghana came.', 'It helped.'],
	['an ellipsis within', 'They waited … and then … left.', 'Nobody came.'],
	['an ellipsis at an end', 'They waited...', 'Nobody came.'],
	['quotations', 'She said “Stop.”', '“Why?” he asked.', '‘Because!’ she said.'],
	['a question within', 'The question “Does it last?” remains.', 'It does.'],
	['brackets', 'It rose (see above).', '(It fell later.)', 'It ended.'],
	['semicolons and colons', 'Two things: it rose; it fell.', 'And: it ended.'],
	['addresses', 'See https://example.org/a.b/C.html and ClinicalTrials.gov.', 'It is there.'],
	['versions', 'We used R 4.1.2 and Node.js v20.', 'It worked.'],
	['a list with numbers', 'There were aims.', '1. To see.', '2. To hear.'],
	['figures that end sentences', 'There were 12.', '14 left.', 'So 2 stayed.'],
];

describe('sentences', () => {
	test.each(cases)('%s', (_, ...parts) => {
		expect(split(parts.join(' '))).toEqual(parts);
	});

	test('a line broken for its width is no end; a paragraph is one, with a stop or without', () => {
		expect(split('It is\nbroken here. It\r\nWent on.\n\nA heading\n\nThe end.')).toEqual([
			'It is\nbroken here.',
			'It\r\nWent on.',
			'A heading',
			'The end.',
		]);
	});

	test('nothing and white space have none', () => {
		expect(split('')).toEqual([]);
		expect(split(' \n\u00a0')).toEqual([]);
	});

	test('whatever the text, sentences are in order and only white space is outside of them', () => {
		const piece = fc.constantFrom(
			'. ',
			'! ',
			'\n',
			'\r\n\r\n',
			' ',
			'45%',
			'et al. ',
			'J. ',
			'Fig. ',
			'“',
			'” ',
			'…',
			'A',
			'b',
			'👍',
			'1. ',
		);
		const text = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.array(piece).map((pieces) => pieces.join('')),
		);
		fc.assert(
			fc.property(text, (text) => {
				const ranges = sentences(text);
				let end = 0;
				for (const range of ranges) {
					expect(text.slice(end, range.start).trim()).toBe('');
					expect(text.slice(range.start, range.end).trim()).toBe(text.slice(range.start, range.end));
					expect(range.end).toBeGreaterThan(range.start);
					end = range.end;
				}
				expect(text.slice(end).trim()).toBe('');
			}),
			{ numRuns: 500 },
		);
	});
});
