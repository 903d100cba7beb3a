import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/paper/corpus.ts';
import { CorpusError, checkAnchored } from '../../src/paper/paper.ts';

const paper = loadCorpus('tests/corpus', 'hive-2021').main;

test('a paper without expected questions has none', () => expect(paper.questions).toEqual({}));

test('expected questions are read by passage', () =>
	expect(checkAnchored({ 'abstract.1': ['why?'] }, paper, 'questions.json')).toEqual({ 'abstract.1': ['why?'] }));

test.each([
	[{ 'findings.1': ['why?'] }, /questions\.json: findings\.1: is no passage of the paper, which has abstract\.1, /],
	[{ 'abstract.1': 'why?' }, /questions\.json: abstract\.1: /],
	[{ 'abstract.1': ['why?', ''] }, /questions\.json: abstract\.1\[1\]: /],
	[['why?'], /questions\.json: the file: /],
])('%j names file, field and rule', (json, message) => {
	expect(() => checkAnchored(json, paper, 'questions.json')).toThrow(CorpusError);
	expect(() => checkAnchored(json, paper, 'questions.json')).toThrow(message);
});

test('a broken file ends the start with its path', () => {
	const dir = mkdtempSync(join(tmpdir(), 'corpus-'));
	cpSync('tests/corpus/hive-2021', join(dir, 'hive-2021'), { recursive: true });
	writeFileSync(join(dir, 'hive-2021', 'questions.json'), '{');
	expect(() => loadCorpus(dir)).toThrow(/hive-2021\/questions\.json: not JSON/);
});
