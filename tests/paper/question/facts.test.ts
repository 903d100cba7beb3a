import { describe, expect, test } from 'vitest';
import { ask } from '../../../src/paper/ask.ts';
import { loadCorpus } from '../../../src/paper/corpus.ts';
import { RECORD_QUESTIONS } from '../../../src/paper/question/record-questions.ts';
import { buildIndex } from '../../../src/paper/search.ts';
import { FULL_RECORD, paperFrom } from '../../papers.ts';

const corpus = loadCorpus('corpus', 'perrin-2018-peer-support');
const index = buildIndex(corpus);
const answer = (question: string) => ask(question, corpus.main, index);
const fact = (question: string) => {
	const given = answer(question);
	if (given.kind !== 'fact') throw new Error(`${question}: ${given.kind}`);
	return given;
};

describe('a fact of the record is answered with the record’s own line', () => {
	test.each([
		[
			'How many authors are there, and what are their names?',
			'author',
			'posted on 29.01.2019, 00:00 by C Perrin, Andrew FrostAndrew Frost, JB Ware',
		],
		['can i read the full thing somewhere', 'availability', 'File(s) not publicly available'],
		['Who wrote it?', 'author', 'posted on 29.01.2019, 00:00 by C Perrin, Andrew FrostAndrew Frost, JB Ware'],
		[
			'did Perrin write this alone',
			'author',
			'posted on 29.01.2019, 00:00 by C Perrin, Andrew FrostAndrew Frost, JB Ware',
		],
		[
			'what is the paper called?',
			'title',
			'The utility of peer-support in enhancing the treatment of incarcerated sexual offenders',
		],
		['what kind of publication is it', 'type', 'journal contribution'],
		['is this a book chapter or a journal piece or what', 'type', 'journal contribution'],
		['which journal', 'container-title', 'International Journal of Therapeutic Communities'],
		['who published this?', 'publisher', 'Emerald Publishing, UK'],
		[
			'when was it put into the repository?',
			'posted',
			'posted on 29.01.2019, 00:00 by C Perrin, Andrew FrostAndrew Frost, JB Ware',
		],
		['can I get the PDF?', 'availability', 'File(s) not publicly available'],
		[
			'which university are the authors from',
			'affiliations',
			'Corrective Services New South Wales; University of Liverpool, Liverpool, UK',
		],
	])('%s', (question, field, line) => {
		const given = fact(question);
		expect(given.field).toBe(field);
		expect(given.lines.map(({ text }) => text)).toEqual([line]);
		for (const { start, end, text } of given.lines) expect(corpus.main.record.slice(start, end)).toBe(text);
	});
});

test.each([
	'what kind of study is this',
	'what type of review is it?',
	'is it a literature review',
	'is it a review article or an empirical paper',
	'what kind of sources did they use',
	'which types of support',
	'what is the main thesis',
	'what is this article',
])('%s: how the study was done or what it says, not what type of item it is', (question) =>
	expect(answer(question).kind).toBe('found'),
);

describe('what the record leaves blank is said as such', () => {
	test.each([
		['is it peer reviewed?', 'peer review', ['Peer Reviewed']],
		['open access?', 'open access', ['Open Access']],
		['which pages?', 'page', ['Start Page', 'End Page', 'Number of Pages']],
	])('%s', (question, field, labels) => {
		const given = fact(question);
		expect(given).toMatchObject({ field, lines: [], others: [] });
		expect(given.blank.map(({ text }) => text)).toEqual(labels);
	});
});

test.each(Object.entries(RECORD_QUESTIONS))('every question that is expected for %s asks for it', (field, lines) => {
	const missed = lines
		.trim()
		.split(/\s*\n\s*/)
		.filter((line) => {
			const given = answer(line);
			return given.kind !== 'fact' || given.field !== field;
		});
	expect(missed).toEqual([]);
});

describe('a record that gives more is asked for all of it', () => {
	const full = paperFrom('full', FULL_RECORD);
	const papers = { papers: new Map([[full.id, full]]), main: full, prompts: {} };
	const all = buildIndex(papers);
	test.each([
		['what type of item is it?', 'type', ['journal article']],
		['which volume?', 'volume', ['Volume\n\n12']],
		['issue number', 'issue', ['Issue\n\n3']],
		['how many pages?', 'page', ['Start Page\n\n101\n\nEnd Page\n\n118', 'Number of Pages\n\n18']],
		['what is the ISSN', 'ISSN', ['1234-5679']],
		['doi?', 'DOI', ['10.1234/sleep.2020.12']],
		['when was it published?', 'issued', ['Publication Year\n\n2020']],
		['is it peer reviewed?', 'peer review', ['Peer Reviewed\n\nYes']],
		['open access?', 'open access', ['Open Access\n\nNo']],
	])('%s', (question, field, lines) => {
		const given = ask(question, full, all);
		expect(given).toMatchObject({ kind: 'fact', field, blank: [] });
		expect(given.kind === 'fact' && given.lines.map(({ text }) => text)).toEqual(lines);
	});
});

test('a record without a line for its type does not say which, whatever it is cited as', () => {
	const untyped = paperFrom('untyped', FULL_RECORD.replace('journal article\n', ''));
	const papers = { papers: new Map([[untyped.id, untyped]]), main: untyped, prompts: {} };
	const given = ask('what type of item is it?', untyped, buildIndex(papers));
	expect(given).toEqual({ kind: 'fact', field: 'type', lines: [], blank: [], others: [] });
});

describe('what only other records say is named as theirs', () => {
	test.each([
		['Is there a DOI?', 'DOI', '10.1108/TC-06-2017-0018'],
		['what is the issn', 'ISSN', '0964-1866'],
		['which volume', 'volume', '39'],
		['issue number please', 'issue', '1'],
	])('%s', (question, field, value) => {
		const given = fact(question);
		expect(given).toMatchObject({ field, lines: [], blank: [] });
		expect(given.others.map((other) => other.value)).toEqual([value]);
		for (const { source } of given.others) expect(source).not.toBe('');
	});
});

test.each(['when was it published?', 'what year did this come out', 'publication date', 'how old is this paper'])(
	'%s: the day of posting is not given for it',
	(question) => {
		const given = fact(question);
		expect(given).toMatchObject({ field: 'issued', lines: [], others: [{ value: { 'date-parts': [[2018, 4, 9]] } }] });
	},
);

test.each([
	'who runs these initiatives?',
	'when was the review done?',
	'what is the main issue?',
	'who is it useful for',
	'what do the authors say about harm?',
	'is peer support reviewed here?',
	'what volume of literature did they review?',
])('%s: a question for the abstract', (question) => expect(answer(question).kind).toBe('found'));

test.each([
	'who can I contact about it?',
	'who is the editor of the journal',
	'how many times has it been cited?',
	'what licence is it under',
	'author keywords',
])('%s: no record here says', (question) => expect(['closest', 'nothing']).toContain(answer(question).kind));
