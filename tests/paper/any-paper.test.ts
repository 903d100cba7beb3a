import { describe, expect, test } from 'vitest';
import { ask } from '../../src/paper/ask.ts';
import { loadCorpus } from '../../src/paper/corpus.ts';
import { rolesOf } from '../../src/paper/question/roles.ts';
import { buildIndex } from '../../src/paper/search.ts';

// Three invented abstracts: without limitations; Background, Methods, Results, Conclusions; one unlabelled paragraph.
const corpus = loadCorpus('tests/corpus');
const index = buildIndex(corpus);

function answer(id: string, question: string): string {
	const paper = corpus.papers.get(id);
	if (!paper) throw new Error(`no paper ${id}`);
	const given = ask(question, paper, index);
	if (given.kind === 'found') return given.hits[0]?.passage.id ?? '';
	return given.kind === 'fact' ? `fact ${given.field}` : 'not answered';
}

const expected: Readonly<Record<string, readonly (readonly [question: string, answer: RegExp])[]>> = {
	'bakery-2020': [
		['how did they do it?', /^methods\.1$/],
		['what should practitioners do?', /^practical\./],
		['what did they find?', /^findings\./],
		['what was the outcome', /^findings\./],
		["what's the aim", /^purpose\.2$/],
		['what was known before?', /^purpose\.1$/],
		['why does it matter for society?', /^social\./],
		["what's new here?", /^originality\./],
		['what gap does it fill', /^originality\./],
		['so what?', /^practical\./],
		['how many bakeries took part?', /^methods\.1$/],
		['how long did they keep records?', /^methods\.1$/],
		['where did the sales figures come from?', /^methods\.3$/],
		['by how much did discarded bread fall?', /^findings\.1$/],
		['who bought the old bread?', /^findings\.3$/],
		['what are the limitations?', /^not answered$/],
		['what are the drawbacks', /^not answered$/],
		['what is the p-value', /^not answered$/],
		['what was the mean age of the customers', /^not answered$/],
		['does it work in restaurants', /^not answered$/],
		['which country was this in', /^not answered$/],
		['is it peer reviewed', /^fact peer review$/],
		['when was it published', /^fact issued$/],
	],
	'shift-sleep-2019': [
		['how did they do it?', /^methods\.1$/],
		['was it randomised', /^methods\.1$/],
		['what should practitioners do?', /^conclusions\.2$/],
		['what should hospitals do?', /^conclusions\.2$/],
		['what was found', /^findings\./],
		['why did they do this?', /^background\./],
		['so what?', /^conclusions\.1$/],
		['bottom line please', /^conclusions\.1$/],
		['what are the limitations?', /^conclusions\.3$/],
		['what further research is needed', /^conclusions\.3$/],
		['does the effect last for years?', /^conclusions\.3$/],
		['how many porters took part?', /^methods\.1$/],
		['how many ppl did they talk to', /^methods\.1$/],
		['so, tldr what did they find', /^findings\./],
		['what was the effect size', /^findings\.1$/],
		['is it safe', /^not answered$/],
		['how old were they', /^not answered$/],
		['in which city was the trial done', /^methods\.1$/],
		['how was sleep measured?', /^methods\.2$/],
		['what was the p-value?', /^findings\.1$/],
		['how much longer did they sleep', /^findings\.1$/],
		['how many dropped out?', /^findings\.3$/],
		['does it work for doctors?', /^not answered$/],
		['what did it cost?', /^not answered$/],
		['who funded the trial', /^not answered$/],
	],
	'hive-2021': [
		['how did they do it?', /^abstract\.4$/],
		['what were they trying to find out?', /^abstract\.3$/],
		['what is the aim', /^abstract\.3$/],
		['what was known before?', /^abstract\.2$/],
		['what did they find?', /^abstract\.7$/],
		['bottom line', /^abstract\.7$/],
		['what should practitioners do?', /^abstract\.8$/],
		['what are the limitations?', /^abstract\.9$/],
		['any caveats', /^abstract\.9$/],
		['when was the sound recorded?', /^abstract\.4$/],
		['how many hives did they use', /^abstract\.4$/],
		['how many hives swarmed?', /^abstract\.5$/],
		['does rain matter?', /^abstract\.6$/],
		['how much did a microphone cost', /^not answered$/],
		['which software analysed the sound', /^not answered$/],
		['what about wasps', /^not answered$/],
	],
};

describe.each(Object.entries(expected))('%s', (id, questions) => {
	test.each(questions)('%s → %s', (question, pattern) => expect(answer(id, question)).toMatch(pattern));
});

test('each kind of question has one passage that speaks for it, or none', () => {
	for (const { passages } of [...corpus.papers.values(), ...loadCorpus('corpus').papers.values()]) {
		const chiefs = [...rolesOf(passages).values()].flatMap(({ chief }) => chief);
		expect(new Set(chiefs).size).toBe(chiefs.length);
		for (const kind of ['purpose', 'methods', 'findings', 'conclusions']) expect(chiefs).toContain(kind);
	}
});

test('a question to one paper is never answered by another', () => {
	for (const paper of corpus.papers.values()) {
		for (const [question] of Object.values(expected).flat()) {
			const given = ask(question, paper, index);
			const hits = given.kind === 'found' ? given.hits : given.kind === 'closest' ? [given.hit] : [];
			for (const { passage } of hits) expect(passage.paper).toBe(paper.id);
		}
	}
});
