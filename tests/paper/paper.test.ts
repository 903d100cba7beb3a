import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/paper/corpus.ts';
import { CorpusError, makePaper } from '../../src/paper/paper.ts';

const ID = 'perrin-2018-peer-support';
const { papers, main: perrin } = loadCorpus('corpus');
const record = readFileSync(join('corpus', ID, 'record.txt'), 'utf8');
const json = readFileSync(join('corpus', ID, 'paper.json'), 'utf8');

const temporary: string[] = [];
afterAll(() => {
	for (const dir of temporary) rmSync(dir, { recursive: true });
});

/** A corpus folder with copies of the first paper under these ids. */
function corpusOf(...ids: string[]): string {
	const dir = mkdtempSync(join(tmpdir(), 'corpus-'));
	temporary.push(dir);
	for (const id of ids) {
		cpSync(join('corpus', ID), join(dir, id), { recursive: true });
		writeFileSync(join(dir, id, 'paper.json'), json.replace(`"id": "${ID}"`, `"id": "${id}"`));
	}
	return dir;
}

const messageOf = (run: () => unknown) => {
	try {
		run();
	} catch (error) {
		expect(error).toBeInstanceOf(CorpusError);
		return (error as Error).message;
	}
	return 'nothing was thrown';
};

test('the first paper has its seven sections, in order, under the labels of the record', () => {
	expect(perrin.sections.map(({ key, label }) => [key, label])).toEqual([
		['purpose', 'Purpose'],
		['methods', 'Design/methodology/approach'],
		['findings', 'Findings'],
		['limitations', 'Research limitations/implications'],
		['practical', 'Practical implications'],
		['social', 'Social implications'],
		['originality', 'Originality/value'],
	]);
	expect(perrin.passages.map(({ name }) => name)).toContain('Originality 2');
});

test('the passages of each section, with the white space between them, are the section, in every paper', () => {
	for (const paper of papers.values()) {
		for (const section of paper.sections) {
			const passages = paper.passages.filter(({ start, end }) => start >= section.start && end <= section.end);
			const between = passages.map(({ end }, i) => paper.record.slice(end, passages[i + 1]?.start ?? section.end));
			expect(between.join('')).toMatch(/^\s*$/);
			const joined = passages.map(({ text }, i) => text + between[i]).join('');
			expect(joined).toBe(paper.record.slice(section.start, section.end));
		}
	}
});

test('what other records say goes before what the record says, each with its source', () => {
	expect(perrin.item).not.toHaveProperty('issued');
	expect(perrin.verified).toMatchObject({ issued: { 'date-parts': [[2018, 4, 9]] }, volume: '39', issue: '1' });
	expect(perrin.verified).not.toHaveProperty('page');
	expect(perrin.others.filter(({ inferred }) => inferred).map(({ field }) => field)).toEqual(['volume']);
	expect(perrin.others.every(({ source }) => source.length > 10)).toBe(true);
});

describe('a broken paper: file, field and rule on one line', () => {
	const broken: [name: string, breakIt: (file: any) => void, message: string][] = [
		['no sections', (file) => (file.sections = []), 'sections: a paper has at least one section'],
		['sections missing', (file) => delete file.sections, 'sections: is missing'],
		['an empty section', (file) => (file.sections[1].text = ''), 'sections[1].text: is empty'],
		[
			'a changed character',
			(file) => (file.sections[3].text = file.sections[3].text.replace('is', 'iz')),
			'sections[3] (limitations): its text is not what record.txt has from 1047 to 1140',
		],
		['a shifted offset', (file) => (file.sections[0].start += 1), 'sections[0] (purpose): its text is not'],
		[
			'a changed label',
			(file) => (file.sections[2].label = 'Findingz'),
			'sections[2].label: record.txt has no “Findingz”',
		],
		['sections out of order', (file) => file.sections.reverse(), 'sections[1].start: starts at 1692, before'],
		[
			'a section twice',
			(file) => file.sections.splice(1, 0, file.sections[0]),
			'sections[1].start: starts at 227, before',
		],
		['an unknown section', (file) => (file.sections[0].key = 'funding'), 'sections[0].key: '],
		['an unknown key', (file) => (file.colour = 'red'), 'the file: Unrecognized key: "colour"'],
		['an unknown variable', (file) => (file.item.pages = '1'), 'item: Unrecognized key: "pages"'],
		['no such posted day', (file) => (file.posted = '2019-02-30'), 'posted: is “2019-02-30”, which is no day'],
		[
			'an offset in quotation marks',
			(file) => (file.sections[2].start = '5'),
			'sections[2].start: is string, expected number',
		],
		[
			'a title that the record does not have',
			(file) => (file.item.title = 'Mine'),
			'title: is “Mine”, and “The utility of',
		],
		[
			'an availability that it does not have',
			(file) => (file.availability = 'Free'),
			'availability: is “Free”, and “File(s)',
		],
		[
			'no such month',
			(file) => (file.others[2].value['date-parts'] = [[2018, 13]]),
			'others[2].value.date-parts[0]: a date is',
		],
		[
			'no such day',
			(file) => (file.others[2].value['date-parts'] = [[2018, 4, 31]]),
			'others[2].value.date-parts[0]: a date is',
		],
		[
			'a DOI with its address',
			(file) => (file.others[5].value = 'https://doi.org/10.1108/x'),
			'others[5].value: a DOI is bare',
		],
		['a bad ISSN', (file) => (file.others[6].value = '09641866'), 'others[6].value: an ISSN has the form'],
		['a fact without a source', (file) => delete file.others[0].source, 'others[0].source: is missing: who says so?'],
		[
			'a fact with an empty source',
			(file) => (file.others[0].source = ' '),
			'others[0].source: is empty: who says so?',
		],
		['a fact of no field', (file) => (file.others[0].field = 'licence'), 'others[0].field: '],
		['a changed line', (file) => (file.lines.publisher.text = 'Emerald'), 'lines.publisher: its text is not'],
		['a changed blank label', (file) => (file.blank[0].end = 1), 'blank[0]: its text is not'],
		['a repository that is no address', (file) => (file.repository.url = 'javascript:1'), 'repository.url: '],
	];

	test.each(broken)('%s', (_, breakIt, message) => {
		const file = JSON.parse(json);
		breakIt(file);
		const said = messageOf(() => makePaper(ID, file, record, 'x/paper.json'));
		expect(said).toContain(`x/paper.json: ${message}`);
		expect(said).not.toContain('\n');
	});

	test('a record of which one character was changed', () => {
		const altered = record.replace('qualitative', 'qualitativa');
		expect(messageOf(() => makePaper(ID, JSON.parse(json), altered))).toContain(
			'sections[2] (findings): its text is not',
		);
	});

	test('a paper.json that is no object', () => {
		expect(messageOf(() => makePaper(ID, null, record))).toBe('paper.json: the file: is null, expected object');
	});
});

describe('a corpus folder', () => {
	test.each([
		[
			'paper.json is missing',
			(dir: string) => rmSync(join(dir, 'paper.json')),
			/paper\.json: is missing; make it with: npm run import -- .*record\.txt$/,
		],
		['record.txt is missing', (dir: string) => rmSync(join(dir, 'record.txt')), /record\.txt: there is no such file$/],
		['not JSON', (dir: string) => writeFileSync(join(dir, 'paper.json'), '{\n"item": {\n,'), /paper\.json: not JSON/],
		[
			'not UTF-8',
			(dir: string) => writeFileSync(join(dir, 'record.txt'), Buffer.from([0x41, 0xff])),
			/record\.txt: cannot be read as UTF-8/,
		],
	])('%s', (_, breakIt, message) => {
		const dir = corpusOf('a');
		breakIt(join(dir, 'a'));
		const said = messageOf(() => loadCorpus(dir));
		expect(said).toMatch(message);
		expect(said).toContain(join(dir, 'a'));
		expect(said).not.toContain('\n');
	});

	test('several papers, in the order of their ids; the first is meant unless another is named', () => {
		const dir = corpusOf('b', 'a');
		expect([...loadCorpus(dir).papers.keys()]).toEqual(['a', 'b']);
		expect(loadCorpus(dir).main.id).toBe('a');
		expect(loadCorpus(dir, 'b').main.id).toBe('b');
		expect(messageOf(() => loadCorpus(dir, 'c'))).toContain('DEFAULT_PAPER names “c”, but there is only a, b');
	});

	test('linked folders are papers; notes and other folders are none', () => {
		const dir = corpusOf();
		mkdirSync(join(dir, 'styles'));
		writeFileSync(join(dir, 'notes.txt'), 'x');
		symlinkSync(join(corpusOf('elsewhere'), 'elsewhere'), join(dir, 'linked'));
		expect([...loadCorpus(dir).papers.keys()]).toEqual(['linked']);
	});

	test('an id that fits no button, and the same item twice', () => {
		expect(messageOf(() => loadCorpus(corpusOf('Big Paper')))).toContain('folder is named');
		const twins = corpusOf('a', 'b');
		cpSync(join(twins, 'a'), join(twins, 'b'), { recursive: true });
		expect(messageOf(() => loadCorpus(twins))).toContain('b/paper.json: item.id: “a” is that of a too');
	});

	test('no paper, no folder', () => {
		const dir = corpusOf();
		expect(messageOf(() => loadCorpus(dir))).toContain('no paper here');
		expect(messageOf(() => loadCorpus(join(dir, 'none')))).toContain('the corpus folder cannot be read');
	});
});

test('a paper without limitations, repository, or what other records say is a paper', () => {
	const { repository: _, posted: __, ...file } = JSON.parse(json);
	file.sections.splice(3, 1);
	const paper = makePaper('x', { ...file, others: [] }, record);
	expect(paper.passages.some(({ section }) => section === 'limitations')).toBe(false);
	expect(paper.verified).toEqual(paper.item);
});
