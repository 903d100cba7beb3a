import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadCorpus } from '../../src/paper/corpus.ts';
import { promptsFor } from '../../src/paper/prompts.ts';
import { SECTION_KEYS } from '../../src/paper/section.ts';

const { prompts: general, main: paper } = loadCorpus('corpus', 'perrin-2018-peer-support');

describe('the prompts that come with the bot', () => {
	test.each(SECTION_KEYS)('general ones for %s: at least three, each a question of its own', (section) => {
		const texts = general[section] ?? [];
		expect(texts.length).toBeGreaterThanOrEqual(3);
		expect(new Set(texts).size).toBe(texts.length);
		for (const text of texts) expect(text).toMatch(/\?$/);
	});

	test('special ones for each passage of the paper: three, open, none to be answered with yes or no', () => {
		expect(Object.keys(paper.prompts)).toEqual(paper.passages.map(({ id }) => id));
		const all = [...Object.values(paper.prompts), ...Object.values(general)].flat();
		for (const texts of Object.values(paper.prompts)) expect(texts).toHaveLength(3);
		const CLOSED = /^(is|are|was|were|do|does|did|can|could|should|would|will|has|have|isn’t|don’t)\b/i;
		for (const text of all) expect(text.split(/(?<=[.!?]) /).at(-1)).not.toMatch(CLOSED);
	});

	test('what they quote stands in their passage, word for word', () => {
		for (const { id, start, end } of paper.passages) {
			const passage = paper.record.slice(start, end).toLowerCase();
			for (const text of paper.prompts[id] ?? []) {
				for (const [, quoted = ''] of text.matchAll(/“([^”]+)”/g)) expect(passage).toContain(quoted.toLowerCase());
			}
		}
	});
});

describe('three prompts, each with its passage', () => {
	const passages = [
		{ id: 'findings.1', name: 'Findings 1' },
		{ id: 'findings.2', name: 'Findings 2' },
	];
	const special = { 'findings.1': ['a1', 'b1', 'c1'], 'findings.2': ['a2', 'b2'] };
	test('from one passage to the next', () => {
		expect(promptsFor('findings', passages, special, {}, 0)).toEqual([
			{ text: 'a1', passage: 'Findings 1' },
			{ text: 'b2', passage: 'Findings 2' },
			{ text: 'c1', passage: 'Findings 1' },
		]);
	});

	test('as chance has it, from another passage on, or of another round of the general ones', () => {
		const found = (chance: number) => promptsFor('findings', passages, special, {}, chance).map(({ text }) => text);
		expect([found(0.49), found(0.5), found(0.99)]).toEqual([
			['a1', 'b2', 'c1'],
			['a2', 'b1'],
			['a2', 'b1'],
		]);
		const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
		const other = (chance: number) => promptsFor('findings', passages, {}, { findings: texts }, chance);
		expect(other(0.49).map(({ text }) => text)).toEqual(['a', 'b', 'c']);
		expect(other(0.99).map(({ text }) => text)).toEqual(['d', 'e', 'f']);
	});

	test('all that come with the bot are used', () => {
		const chances = Array.from({ length: 30 }, (_, i) => i / 30);
		for (const section of SECTION_KEYS) {
			const own = paper.passages.filter((passage) => passage.section === section);
			const all = own.length > 0 ? own : [{ id: 'x', name: 'X' }];
			const shown = chances.flatMap((chance) =>
				promptsFor(section, all, own.length > 0 ? paper.prompts : {}, general, chance),
			);
			const written = own.length > 0 ? own.flatMap(({ id }) => paper.prompts[id] ?? []) : (general[section] ?? []);
			expect(new Set(shown.map(({ text }) => text))).toEqual(new Set(written));
		}
	});

	test('general ones where the paper has none', () => {
		const found = promptsFor('findings', passages, { 'findings.1': ['a1'] }, { findings: ['a', 'b', 'c', 'd'] }, 0);
		expect(found.map(({ text }) => text)).toEqual(['a1', 'b', 'c']);
		expect(promptsFor('findings', passages, {}, { purpose: ['a'] }, 0)).toEqual([]);
	});
});

describe('a broken file ends the start, with file, field and rule', () => {
	const BROKEN: [file: string, json: unknown, message: RegExp][] = [
		['hive-2021/prompts.json', { 'findings.9': ['Why?'] }, /hive-2021\/prompts\.json: findings\.9: is no passage/],
		['hive-2021/prompts.json', { 'abstract.1': [''] }, /hive-2021\/prompts\.json: abstract\.1\[0\]: /],
		['hive-2021/beside.json', { aspects: [[]] }, /hive-2021\/beside\.json: aspects\[0\]: /],
		['hive-2021/beside.json', { opposites: [['queen']] }, /hive-2021\/beside\.json: opposites\[0\]/],
		['prompts.json', { nonsense: ['Why?'] }, /\/prompts\.json: /],
		['prompts.json', { findings: 'Why?' }, /\/prompts\.json: findings: /],
	];
	test.each(BROKEN)('%s %j', (file, json, message) => {
		const dir = mkdtempSync(join(tmpdir(), 'corpus-'));
		onTestFinished(() => rmSync(dir, { recursive: true }));
		cpSync('tests/corpus/hive-2021', join(dir, 'hive-2021'), { recursive: true });
		expect(loadCorpus(dir).main.id).toBe('hive-2021');
		writeFileSync(join(dir, file), JSON.stringify(json));
		expect(() => loadCorpus(dir)).toThrow(message);
	});
});
