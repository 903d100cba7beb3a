import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CorpusError, loadCorpus, readQuestions } from '../../src/paper/paper.ts';

const paper = loadCorpus('tests/corpus', 'hive-2021').main;

test('a paper without expected questions has none', () => expect(paper.questions).toEqual({}));

test('expected questions are read by passage', () =>
	expect(readQuestions({ 'abstract.1': ['why?'] }, paper)).toEqual({ 'abstract.1': ['why?'] }));

test.each([
	[{ 'findings.1': ['why?'] }, /questions\.json: findings\.1: is no passage of the paper, which has abstract\.1, /],
	[{ 'abstract.1': 'why?' }, /questions\.json: abstract\.1: /],
	[{ 'abstract.1': ['why?', ''] }, /questions\.json: abstract\.1\[1\]: /],
	[['why?'], /questions\.json: the file: /],
])('%j names file, field and rule', (json, message) => {
	expect(() => readQuestions(json, paper)).toThrow(CorpusError);
	expect(() => readQuestions(json, paper)).toThrow(message);
});

test('a broken file ends the start with its path', () => {
	const dir = mkdtempSync(join(tmpdir(), 'corpus-'));
	cpSync('tests/corpus/hive-2021', join(dir, 'hive-2021'), { recursive: true });
	writeFileSync(join(dir, 'hive-2021', 'questions.json'), '{');
	expect(() => loadCorpus(dir)).toThrow(/hive-2021\/questions\.json: not JSON/);
});
