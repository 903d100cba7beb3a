import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { halves, judge, judgeDefaults, parseQuestions, type Question, type Verdict } from './evaluate.ts';
import { loadCorpus } from './paper/corpus.ts';
import { buildIndex } from './paper/search.ts';
import { isRight, rate, type Scores, type Share, scores, share, wilson } from './scores.ts';

const USAGE = `npm run eval -- [FILE] [--corpus DIR] [--paper ID] [--half tuned|held]
FILE has one question a line, as tests/questions/dev.jsonl (default).`;

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

function main(): void {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			corpus: { type: 'string' },
			paper: { type: 'string' },
			half: { type: 'string' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return console.log(USAGE);
	const file = positionals[0] ?? 'tests/questions/dev.jsonl';
	const corpus = loadCorpus(values.corpus ?? 'corpus', values.paper);
	const index = buildIndex(corpus);
	const all = parseQuestions(readFileSync(file, 'utf8'));
	const { tuned, held } = halves(all);
	const shown: Question[] = values.half === 'tuned' ? tuned : values.half === 'held' ? held : all;
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

main();
