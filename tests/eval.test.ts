import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVAL } from './program.ts';

let dir: string;
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), 'verbatim-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const run = (...args: string[]) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, [EVAL, ...args], { encoding: 'utf8' });
	return { status, out: stdout, err: stderr };
};

test.each([
	[['--half', 'foo'], '--half foo: it is tuned or held'],
	[['--haf', 'held'], "Unknown option '--haf'"],
	[['one', 'two'], 'name one file'],
	[['nowhere.jsonl'], 'nowhere.jsonl'],
	[['--corpus', 'nowhere'], 'nowhere'],
	[['--paper', 'nowhere'], 'names “nowhere”'],
])('%j: one line that says what, status 1', (args, what) => {
	const { status, out, err } = run(...args);
	expect([status, out]).toEqual([1, '']);
	expect(err.trim().split('\n')).toEqual([expect.stringContaining(what)]);
});

test.each(['{"id":', '{"id":1}'])('a file in which %s is no question: one line that names it', (line) => {
	const path = join(dir, 'questions.jsonl');
	writeFileSync(path, `\n${line}\n`);
	expect(run(path)).toMatchObject({ status: 1, out: '', err: expect.stringMatching(/^line 2 is no question: .*\n$/) });
});

test('--half has the questions of that half, --help says how it is called', () => {
	const held = run('--half', 'held');
	expect(held).toMatchObject({ status: 0, err: '' });
	expect(held.out).not.toContain('half tuned on');
	expect(run('--help')).toMatchObject({ status: 0, out: expect.stringContaining('--half tuned|held') });
});
