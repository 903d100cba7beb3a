import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/paper/corpus.ts';
import { buildIndex } from '../../src/paper/search.ts';
import { paperOf } from '../papers.ts';

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

	test('by the heading, which people see; not by other words for the kind of section, which they do not', () => {
		expect(ids('limitations', first.main.id)).toEqual(['limitations.1']);
		expect(ids('drawbacks', first.main.id)).toEqual([]);
		expect(ids('work')).not.toContain('purpose.1');
		expect(index.closest('drawbacks')[0]?.passage.section).toBe('limitations');
	});

	test('each passage by the heading that it stands under, where two are of one kind', () => {
		const paper = paperOf('twice', [
			{ key: 'practical', label: 'Managerial implications', text: 'One.' },
			{ key: 'practical', label: 'Policy implications', text: 'Two.' },
		]);
		const both = buildIndex({ papers: new Map([[paper.id, paper]]), main: paper, prompts: {} });
		expect(both.search('managerial').map(({ passage }) => passage.text)).toEqual(['One.']);
		expect(both.search('policy').map(({ passage }) => passage.text)).toEqual(['Two.']);
	});

	test('with a slip, or begun only, where no paper has the word as typed', () => {
		expect(ids('recidvism')).toEqual(ids('recidivism'));
		expect(ids('recidiv')[0]).toBe('social.1');
	});

	test('in one paper or in all', () => {
		expect(new Set(index.search('offenders hives').map(({ passage }) => passage.paper)).size).toBeGreaterThan(1);
		for (const { passage } of index.search('offenders hives', 'hive-2021')) expect(passage.paper).toBe('hive-2021');
		expect(index.search('offenders hives', 'no such paper')).toEqual([]);
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
