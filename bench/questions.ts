import { readFileSync } from 'node:fs';
import { parseQuestions } from '../src/evaluate.ts';

const LONGEST = 300;

/** Questions that people might ask the first paper, all different, each time in the same order. */
export function questions(): string[] {
	const expected = JSON.parse(readFileSync('corpus/perrin-2018-peer-support/questions.json', 'utf8'));
	const written = Object.values<string[]>(expected).flat();
	const others = parseQuestions(readFileSync('tests/questions/dev.jsonl', 'utf8')).map(({ question }) => question);
	const all = [...new Set([...others, ...written])].filter(({ length }) => length <= LONGEST);
	// A fixed shuffle: 7919 is prime, so that every place is taken once.
	return all.map((_, i) => all[(i * 7919) % all.length] ?? '');
}
