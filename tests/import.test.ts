import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importRecord } from '../src/importer.ts';
import { loadCorpus } from '../src/paper/corpus.ts';
import { UsageError } from '../src/usage.ts';

const ID = 'perrin-2018-peer-support';
const first = readFileSync(join('corpus', ID, 'record.txt'));
const committed = readFileSync(join('corpus', ID, 'paper.json'), 'utf8');

let dir = '';
let corpus = '';
let page = '';
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), 'import-'));
	corpus = join(dir, 'corpus');
	page = join(dir, 'page.txt');
	writeFileSync(page, first);
});
afterEach(() => rmSync(dir, { recursive: true }));

const run = (...args: string[]) => importRecord([...args, '--corpus', corpus]);
const paperJson = (id: string) => readFileSync(join(corpus, id, 'paper.json'), 'utf8');

describe('import', () => {
	test('the first paper again: the committed paper.json, byte for byte', () => {
		cpSync(join('corpus', ID), join(corpus, ID), { recursive: true });
		const said = run(join(corpus, ID, 'record.txt'));
		expect(paperJson(ID)).toBe(committed);
		expect(said).toMatch(/^type: +journal contribution$/m);
		expect(said).toContain('Start Page, End Page, Number of Pages, Peer Reviewed, Open Access, Era Eligible');
		expect(readdirSync(join(corpus, ID)).sort()).toEqual(readdirSync(join('corpus', ID)).sort());
	});

	test('another file: its bytes, under an id of author and title, and a paper that loads', () => {
		const bytes = Buffer.concat([Buffer.from('\ufeff'), Buffer.from(first.toString().replaceAll('\n', '\r\n'))]);
		writeFileSync(page, bytes);
		run(page);
		const id = 'perrin-the-utility-of-peer-support-in';
		expect(readFileSync(join(corpus, id, 'record.txt')).equals(bytes)).toBe(true);
		const paper = loadCorpus(corpus).main;
		expect(paper.item.id).toBe(id);
		expect(paper.sections.map(({ text }) => text)).toEqual(
			JSON.parse(committed).sections.map((s: { text: string }) => s.text),
		);
	});

	test('with an id and where it is from', () => {
		run(page, '--id', 'p-1', '--repository', 'Acquire', '--url', 'https://example.org/1');
		expect(JSON.parse(paperJson('p-1')).repository).toEqual({ name: 'Acquire', url: 'https://example.org/1' });
	});

	test('what people have added is kept', () => {
		run(page, '--id', 'p', '--repository', 'Acquire', '--url', 'https://example.org/1');
		const others = [{ field: 'volume', value: '39', source: 'the publisher' }];
		writeFileSync(join(corpus, 'p', 'paper.json'), JSON.stringify({ ...JSON.parse(paperJson('p')), others }));
		run(page, '--id', 'p');
		expect(JSON.parse(paperJson('p'))).toMatchObject({ others, repository: { name: 'Acquire' } });
		run(join(corpus, 'p', 'record.txt'), '--repository', 'Other', '--url', 'https://example.org/2');
		expect(JSON.parse(paperJson('p'))).toMatchObject({ others, repository: { name: 'Other' } });
	});

	test('names the lines that it did not keep', () => {
		writeFileSync(page, first.toString().replace('Era Eligible\n', 'Era Eligible\n\nYes\n'));
		expect(run(page, '--id', 'p')).toContain('Era Eligible Yes (line 40)');
	});
});

describe('an import that fails writes nothing and says why in one line', () => {
	const failing: [name: string, prepare: () => string[], message: string | RegExp][] = [
		['no file', () => [], 'name one file; usage:'],
		['two files', () => [page, page], 'name one file; usage:'],
		['an unknown option', () => [page, '--force'], /Unknown option '--force'.*usage:/],
		[
			'a repository without an address',
			() => [page, '--repository', 'Acquire'],
			'--repository and --url belong together',
		],
		['an address that is none', () => [page, '--repository', 'A', '--url', 'x'], 'repository.url: '],
		['an id that is none', () => [page, '--id', '../x'], '--id “../x”: an id is'],
		['a file that is not there', () => [join(dir, 'none.txt')], 'none.txt: there is no such file'],
		['a record that breaks a rule', () => (writeFileSync(page, 'A title\n'), [page]), 'page.txt:1: no line “posted on'],
		[
			'a name that makes no id',
			() => (writeFileSync(page, '題\nposted on 29.01.2019 by 王明\nA.\n'), [page]),
			'--id “”: an id is',
		],
	];
	test.each(failing)('%s', (_, prepare, message) => {
		const args = prepare();
		expect(() => run(...args)).toThrow(message);
		expect(() => run(...args)).not.toThrow(/\n/);
		expect(existsSync(corpus)).toBe(false);
	});

	test('another record stands there', () => {
		run(page, '--id', 'p');
		const before = paperJson('p');
		writeFileSync(page, first.toString().replace('JB Ware', 'JB Wares'));
		expect(() => run(page, '--id', 'p')).toThrow(/record\.txt is another record: choose another --id/);
		expect(paperJson('p')).toBe(before);
		expect(readFileSync(join(corpus, 'p', 'record.txt')).equals(first)).toBe(true);
	});

	test.each(['{ "others": ', '{ "others": [{ "field": "volume", "value": "39" }] }'])(
		'a paper.json that is broken: %s',
		(text) => {
			run(page, '--id', 'p');
			writeFileSync(join(corpus, 'p', 'paper.json'), text);
			expect(() => run(page, '--id', 'p')).toThrow(/paper\.json: /);
			expect(paperJson('p')).toBe(text);
		},
	);

	test('a record in the corpus has its folder’s name', () => {
		run(page, '--id', 'p');
		expect(() => run(join(corpus, 'p', 'record.txt'), '--id', 'q')).toThrow(UsageError);
	});
});

test('the program: what was read and status 0, or one line and status 1', () => {
	const start = (...args: string[]) =>
		spawnSync(process.execPath, ['dist/src/import.js', ...args, '--corpus', corpus], { encoding: 'utf8' });
	expect(start(page)).toMatchObject({
		status: 0,
		stderr: '',
		stdout: expect.stringContaining('Frost, Andrew; Ware, J. B.'),
	});
	expect(start('--help')).toMatchObject({
		status: 0,
		stdout: expect.stringContaining('usage: npm run import -- FILE'),
	});
	expect(start(join(dir, 'none'))).toMatchObject({
		status: 1,
		stdout: '',
		stderr: expect.stringMatching(/^[^\n]*there is no such file\n$/),
	});
});
