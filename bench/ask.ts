import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { parseQuestions } from '../src/evaluate.ts';
import { ask } from '../src/paper/ask.ts';
import { loadCorpus } from '../src/paper/corpus.ts';
import { buildIndex } from '../src/paper/search.ts';
import { quantile } from './figures.ts';

const ROUNDS = 20;
const LENGTH = 300;

/** How long one question to the first paper takes, beside MiniSearch alone over the same passages, in milliseconds. */
export async function benchAsk(): Promise<string[]> {
	const corpus = loadCorpus('corpus', 'perrin-2018-peer-support');
	const paper = corpus.main;
	const questions = parseQuestions(readFileSync('tests/questions/dev.jsonl', 'utf8')).map(({ question }) => question);
	const index = buildIndex(corpus);
	const cold = timed(() => ask('What did they find?', paper, index));
	const alone = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] });
	alone.addAll(paper.passages);
	const ours = times(questions, (question) => ask(question, paper, index));
	const theirs = times(questions, (question) => alone.search(question));
	const nonsense = times([3, 5, 8, 12, LENGTH].map(gibberish), (question) => ask(question, paper, index));
	const [median, least] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
	return [
		`ask: first question ${cold.toFixed(0)} ms (makes the paper's finder)`,
		`ask: one question ${median.toFixed(2)} ms median, ${quantile(ours, 0.99).toFixed(2)} ms 99th percentile`,
		`ask: MiniSearch alone ${least.toFixed(2)} ms median: ratio ${(median / least).toFixed(1)}`,
		`ask: ${LENGTH} characters of nonsense ${quantile(nonsense, 0.5).toFixed(2)} ms median, ${quantile(nonsense, 1).toFixed(2)} ms at most`,
	];
}

/** Every question `ROUNDS` times, after a round that warms up. */
function times(questions: readonly string[], run: (question: string) => unknown): number[] {
	for (const question of questions) run(question);
	return Array.from({ length: ROUNDS }, () => questions.map((question) => timed(() => run(question)))).flat();
}

function timed(run: () => unknown): number {
	const start = performance.now();
	run();
	return performance.now() - start;
}

/** Words of one length that are none, the same every time. */
function gibberish(length: number): string {
	let state = length;
	const letter = () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return String.fromCharCode(97 + (state % 26));
	};
	return Array.from({ length: LENGTH }, (_, i) => (i % (length + 1) === length ? ' ' : letter())).join('');
}
