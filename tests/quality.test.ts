import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { halves, judge, judgeDefaults, parseQuestions } from '../src/evaluate.ts';
import { loadCorpus } from '../src/paper/corpus.ts';
import { words } from '../src/paper/question/words.ts';
import { buildIndex } from '../src/paper/search.ts';
import { isRight, rate, scores, share } from '../src/scores.ts';
import { withTypos } from './typos.ts';

const file = new URL('questions/dev.jsonl', import.meta.url);
const questions = parseQuestions(readFileSync(file, 'utf8'));
const corpus = loadCorpus('corpus', 'perrin-2018-peer-support');
const index = buildIndex(corpus);
const paper = corpus.main;
const { tuned, held } = halves(questions);

const shared = new URL('../../shared/questions/dev.jsonl', import.meta.url);
test.skipIf(!existsSync(shared))('the development set is the shared one, byte for byte', () =>
	expect(readFileSync(file).equals(readFileSync(shared))).toBe(true),
);

describe.each([
	['all questions', questions, 0.95],
	['the half that was tuned on', tuned, 0.9],
	['the half that was held out', held, 0.9],
])('%s', (_name, some, right) => {
	const { sentence, section, refused, unanswered, facts } = scores(judge(some, paper, index));

	test(`the right section is first for ${100 * right} % of the answerable, the right sentence for 90 %`, () => {
		expect(rate(section)).toBeGreaterThanOrEqual(right);
		expect(rate(sentence)).toBeGreaterThanOrEqual(0.9);
	});
	test('at most 5 % of the answerable are refused, at least 90 % of the unanswerable', () => {
		expect(rate(refused)).toBeLessThanOrEqual(0.05);
		expect(rate(unanswered)).toBeGreaterThanOrEqual(0.9);
	});
	test('every fact of the record is right', () => expect(rate(facts)).toBe(1));
});

test('MiniSearch as it comes stays far behind', () =>
	expect(rate(scores(judgeDefaults(questions, paper)).sentence)).toBeLessThan(0.5));

test('three slips of the finger a question cost at most ten points', () => {
	const typed = [1, 2, 3, 4].flatMap((seed) =>
		questions.map((one, i) => ({ ...one, question: withTypos(one.question, 3, 1000 * seed + i) })),
	);
	const [clean, slipped] = [questions, typed].map((some) => rate(share(judge(some, paper, index), isRight)));
	expect((clean ?? 0) - (slipped ?? 0)).toBeLessThanOrEqual(0.1);
});

test('no expected question of the paper is one that it is judged by', () => {
	const bare = (text: string) =>
		words(text)
			.map(({ word }) => word)
			.join(' ');
	const judged = new Set(questions.map(({ question }) => bare(question)));
	expect(
		Object.values(paper.questions)
			.flat()
			.filter((question) => judged.has(bare(question))),
	).toEqual([]);
});

test('two cold processes give the same bytes for every question', () => {
	const main = new URL('../dist/tests/answers-main.js', import.meta.url);
	const run = () => execFileSync(process.execPath, [main.pathname], { encoding: 'utf8' });
	const given = run();
	expect(given.split('\n').length).toBeGreaterThan(questions.length);
	expect(run()).toBe(given);
});
