import { readFileSync } from 'node:fs';
import { parseQuestions } from '../src/evaluate.ts';
import { ask } from '../src/paper/ask.ts';
import { loadCorpus } from '../src/paper/corpus.ts';
import { buildIndex } from '../src/paper/search.ts';

// Every answer to the development set, one a line, as a process of its own: for the test that two of them agree.
const corpus = loadCorpus('corpus', 'perrin-2018-peer-support');
const index = buildIndex(corpus);
for (const { question } of parseQuestions(readFileSync('tests/questions/dev.jsonl', 'utf8'))) {
	console.log(JSON.stringify([question, ask(question, corpus.main, index), index.search(question)]));
}
