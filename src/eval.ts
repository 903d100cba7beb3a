import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
	halves,
	judge,
	judgeDefaults,
	parseQuestions,
	type Question,
	QuestionsError,
	type Verdict,
} from './evaluate.ts';
import { loadCorpus } from './paper/corpus.ts';
import { CorpusError } from './paper/paper.ts';
import { buildIndex } from './paper/search.ts';
import { isRight, rate, type Scores, type Share, scores, share, wilson } from './scores.ts';
import { UsageError } from './usage.ts';

const USAGE = `npm run eval -- [FILE] [--corpus DIR] [--paper ID] [--half tuned|held]
FILE has one question a line, as tests/questions/dev.jsonl (default).`;

const HALVES = ['tuned', 'held'] as const;
type Half = (typeof HALVES)[number];
const isHalf = (text: string): text is Half => HALVES.some((half) => half === text);

const ROWS: readonly (readonly [name: keyof Scores, title: string])[] = [
	['sentence', 'answerable: right sentence first'],
	['section', 'answerable: right section first'],
	['refused', 'answerable: refused, wrongly'],
	['unanswered', 'unanswerable: not answered, rightly'],
	['facts', 'facts of the record: right'],
];

const percent = (value: number) => `${(100 * value).toFixed(0)}`;

function cell(value: Share): string {
	if (value.of === 0) return '–'.padEnd(24);
	const [low, high] = wilson(value).map(percent);
	return `${percent(rate(value)).padStart(3)} % ${`(${value.hits}/${value.of})`.padEnd(9)} ${low}–${high}`.padEnd(24);
}

function table(columns: readonly (readonly [title: string, verdicts: readonly Verdict[]])[]): string {
	const counted = columns.map(([, verdicts]) => scores(verdicts));
	const head = [''.padEnd(38), ...columns.map(([title]) => title.padEnd(24))].join('');
	const rows = ROWS.map(([name, title]) => title.padEnd(38) + counted.map((column) => cell(column[name])).join(''));
	return [head, ...rows].join('\n');
}

/** One line for each section of the answerable and each kind of the unanswerable. */
function byKind(verdicts: readonly Verdict[]): string {
	const group = ({ question }: Verdict) =>
		`${question.kind}: ${question.subtype ?? question.field ?? question.section}`;
	const groups = [...new Set(verdicts.map(group))];
	return groups
		.map(
			(name) =>
				`${name.padEnd(38)}${cell(
					share(
						verdicts.filter((one) => group(one) === name),
						isRight,
					),
				)}`,
		)
		.join('\n');
}

const miss = ({ question: { id, question, kind, gold }, given }: Verdict) =>
	`${id} ${kind}: ${question}\n    given: ${given}${gold.length > 0 ? `; right: ${gold[0]}` : ''}`;

type Call = { file: string; corpus: string; paper: string | undefined; half: Half | undefined; help: boolean };

/** @throws UsageError whose message is one line */
function readCall(): Call {
	const string = { type: 'string' } as const;
	const options = { corpus: string, paper: string, half: string, help: { type: 'boolean' } } as const;
	try {
		const { values, positionals } = parseArgs({ allowPositionals: true, options });
		const { corpus = 'corpus', paper, half, help = false } = values;
		const [file = 'tests/questions/dev.jsonl', more] = positionals;
		if (more !== undefined) throw new Error('name one file');
		if (half !== undefined && !isHalf(half)) throw new Error(`--half ${half}: it is ${HALVES.join(' or ')}`);
		return { file, corpus, paper, half, help };
	} catch (cause) {
		throw new UsageError(`${(cause as Error).message}; ${USAGE}`.replaceAll(/\s+/g, ' '), { cause });
	}
}

function main(): void {
	const { file, corpus: dir, paper, half, help } = readCall();
	if (help) return console.log(USAGE);
	const corpus = loadCorpus(dir, paper);
	const index = buildIndex(corpus);
	const all = parseQuestions(readFileSync(file, 'utf8'));
	const { tuned, held } = halves(all);
	const shown: Question[] = half === undefined ? all : { tuned, held }[half];
	const ours = (questions: readonly Question[]) => judge(questions, corpus.main, index);
	const verdicts = ours(shown);
	console.log(`${shown.length} questions of ${file} to ${corpus.main.id}; in each cell: share, count, 95 % interval\n`);
	console.log(
		table([
			['this bot', verdicts],
			...(shown === all
				? ([
						['half tuned on', ours(tuned)],
						['half held out', ours(held)],
					] as const)
				: []),
			['MiniSearch’s defaults', judgeDefaults(shown, corpus.main)],
		]),
	);
	console.log(`\nRight by kind\n${byKind(verdicts)}\n`);
	const misses = verdicts.filter((verdict) => !isRight(verdict));
	console.log(misses.length === 0 ? 'No misses.' : `${misses.length} misses\n${misses.map(miss).join('\n')}`);
}

try {
	main();
} catch (error) {
	const isOurs = error instanceof UsageError || error instanceof CorpusError || error instanceof QuestionsError;
	// A file that is not there or cannot be read: the message says which.
	if (!isOurs && !(error instanceof Error && 'syscall' in error)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
