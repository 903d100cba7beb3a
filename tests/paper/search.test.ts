import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/paper/paper.ts';
import { buildIndex } from '../../src/paper/search.ts';

const first = loadCorpus('corpus', 'perrin-2018-peer-support');
const others = loadCorpus('tests/corpus');
const corpus = { papers: new Map([...first.papers, ...others.papers]), main: first.main, prompts: {} };
const index = buildIndex(corpus);
const ids = (query: string, paper?: string) => index.search(query, paper).map(({ passage }) => passage.id);

describe('a search finds the passages with its words', () => {
	test.each([
		['recidivism', ['social.1']], // stands there alone
		['Prisoners', ['practical.2', 'purpose.2']], // twice in one sentence, in another form in the other
		['anxiety recidivism', ['social.1', 'practical.2']], // the shorter sentence first
		['peersupport mechanism', ['purpose.3']],
	])('%s', (query, expected) => expect(ids(query, first.main.id).slice(0, expected.length)).toEqual(expected));

	test('in any inflection and spelling', () => {
		expect(ids('randomized')).toEqual(ids('randomised'));
		expect(ids('offender')).toEqual(ids('offenders'));
		expect(ids('peer-support')).toEqual(ids('PEER SUPPORT'));
		expect(ids('peersupport')).toEqual(ids('peer support'));
	});

	test('by other words for the kind of section', () =>
		expect(ids('drawbacks', first.main.id)[0]).toBe('limitations.1'));

	test('with a slip, or begun only, where no paper has the word as typed', () => {
		expect(ids('recidvism')).toEqual(ids('recidivism'));
		expect(ids('recidiv')[0]).toBe('social.1');
	});

	test('in one paper or in all', () => {
		expect(new Set(index.search('research').map(({ passage }) => passage.paper)).size).toBeGreaterThan(1);
		for (const { passage } of index.search('research', 'hive-2021')) expect(passage.paper).toBe('hive-2021');
		expect(index.search('research', 'no such paper')).toEqual([]);
	});

	test('and says which words matched, as they were typed', () =>
		expect(index.search('Do PRISONERS feel anxiety?', first.main.id)[0]?.words).toEqual(['PRISONERS', 'anxiety']));

	test('best first, equal ones in the order of the record', () => {
		const hits = index.search('peer support', first.main.id);
		for (const [i, hit] of hits.entries()) {
			const next = hits[i + 1];
			if (!next) continue;
			expect(hit.score).toBeGreaterThanOrEqual(next.score);
			if (hit.score === next.score) expect(hit.passage.start).toBeLessThan(next.passage.start);
		}
	});

	test.each(['', 'of the and to which is', '🙂', '\u200b', 'xqzvwwvzq'])('%j: nothing', (query) =>
		expect(ids(query)).toEqual([]),
	);
});
