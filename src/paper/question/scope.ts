import type { Paper } from '../paper.ts';
import type { Hit } from '../search.ts';
import { ASPECTS } from './aspects.ts';
import { onceFor } from './once.ts';
import { term } from './terms.ts';
import { words } from './words.ts';

/**
 * Groups and places that a paper is either about or not: one line is one group under all its names. A question about
 * one that the abstract never names is not answered by what it says of others.
 */
const GROUPS = `
	women woman females? girls? ladies wives mothers?
	boys? fathers?
	child(?:ren)? juveniles? youths? adolescents? teen(?:age)?(?:r|rs)? minors? kids? young(?:er)?
	elderly seniors? older pensioners? retired
	victims? survivors?
	famil(?:y|ies) parents? relatives? spouses? partners?
	ethnic(?:ity)? race racial black white hispanic latino asian indigenous aboriginal maori minorit(?:y|ies) migrants? immigrants? refugees?
	disabilit(?:y|ies) disabled autis(?:m|tic) deaf blind(?!\\s+spot)
	psychosis psychotic schizophreni(?:a|c) personality depress(?:ed|ion|ive) ptsd
	drugs? addict(?:s|ed|ion)? alcohol substance
	gay lesbian lgbt(?:q)? trans(?:gender)? queer
	pregnan(?:t|cy|cies)
	veterans? soldiers? military
	animals? mice rats? dogs? monkeys?
	europe(?:an)? america(?:n|ns)? usa us states canad(?:a|ian) brazil mexic(?:o|an) africa(?:n)? asia(?:n)? china chinese japan(?:ese)? india(?:n)? russia(?:n)? german(?:y)? france french spain spanish ital(?:y|ian) dutch netherlands scandinavia(?:n)? swed(?:en|ish) norw(?:ay|egian) denmark danish finland british britain england english scot(?:land|tish) wales welsh uk ireland irish australia(?:n)? zealand sydney london
	low income high income developing developed
	rural urban
`
	.trim()
	.split('\n')
	.map((line) => new RegExp(`\\b(?:${line.trim().replaceAll(' ', '|')})\\b`));

const plain = (text: string) =>
	words(text)
		.map(({ word }) => word)
		.join(' ');

/** What a paper says does not change between two questions. */
const textOf = onceFor(({ item, sections }: Paper) =>
	plain([item.title ?? '', ...sections.map(({ text }) => text)].join(' ')),
);

/** Whether a question is about a group, a place, a year or a paper other than this one's, or the opposite of the passage. */
export function isBeyond(question: string, paper: Paper, { passage }: Hit): boolean {
	const text = textOf(paper);
	const years = question.match(/\b(?:1[5-9]|20)\d\d\b/g) ?? [];
	return (
		speaksOfOpposite(question, passage.text, paper) ||
		GROUPS.some((group) => group.test(question) && !group.test(text)) ||
		years.some((year) => !text.includes(year)) ||
		/\b(?:another|the other|the next|(?:the|their) (?:previous|earlier|second|new|other|last|latest)) (?:paper|article)\b/.test(
			question,
		)
	);
}

/** Words of which a passage that has the one says nothing about the other. */
const OPPOSITES: readonly (readonly [string, string])[] = [
	['quantitative', 'qualitative'],
	['short-term', 'long-term'],
	['adult', 'juvenile'],
	['positive', 'negative'],
	['female', 'male'],
];

/** Each way around, and those that the paper brings. */
const oppositesOf = onceFor(({ beside }: Paper) =>
	[...OPPOSITES, ...beside.opposites].flatMap(([one, other]) => {
		const [a, b] = [one, other].map((word) => new RegExp(`\\b${word.replace('-', '[- ]')}`, 'i')) as [RegExp, RegExp];
		return [
			{ asked: a, held: b },
			{ asked: b, held: a },
		];
	}),
);

/** “What do quantitative studies show?” is not answered by what qualitative ones show; “is it quantitative?” is. */
const speaksOfOpposite = (question: string, passage: string, paper: Paper): boolean =>
	!/^(is|are|was|were|do|does|did|can|could|has|have|or)\b/.test(question) &&
	oppositesOf(paper).some(
		({ asked, held }) => asked.test(question) && !held.test(question) && !asked.test(passage) && held.test(passage),
	);

/** A text as its terms, set off by spaces, so that a phrase can be looked for. */
const terms = (text: string) =>
	` ${words(text)
		.map(({ word }) => term(word))
		.join(' ')} `;

type Aspect = readonly string[];
/** The phrases of aspects, by the term that they start with. */
type Phrases = ReadonlyMap<string, readonly (readonly [phrase: string, aspect: Aspect])[]>;

function phrasesOf(aspects: readonly Aspect[]): Phrases {
	const phrases = new Map<string, [phrase: string, aspect: Aspect][]>();
	for (const aspect of aspects.map((one) => one.map(terms))) {
		for (const phrase of aspect) {
			const start = phrase.trim().split(' ')[0] ?? '';
			phrases.set(start, [...(phrases.get(start) ?? []), [phrase, aspect]]);
		}
	}
	return phrases;
}

/** Of any paper; made with the first question, as a start has no time for it. */
let general: Phrases | undefined;
const inGeneral = () => {
	general ??= phrasesOf(
		ASPECTS.trim()
			.split('\n')
			.map((line) => line.split(',')),
	);
	return general;
};

const ownPhrases = onceFor(({ beside }: Paper) => phrasesOf(beside.aspects));

/** What each passage of a paper says and is expected to answer, in terms, by passage id. */
const toldBy = onceFor(
	({ passages, questions }: Paper) =>
		new Map(passages.map(({ id, text }) => [id, terms([text, ...(questions[id] ?? [])].join(' '))])),
);

/** Whether a question is about an aspect of which neither the passage nor what it is expected to answer has a word. */
export function asksBeside(question: string, paper: Paper, { passage }: Hit): boolean {
	const asked = terms(question);
	const touched = asked
		.trim()
		.split(' ')
		.flatMap((first) => [...(inGeneral().get(first) ?? []), ...(ownPhrases(paper).get(first) ?? [])])
		.filter(([phrase]) => asked.includes(phrase));
	if (touched.length === 0) return false;
	const told = toldBy(paper).get(passage.id) ?? '';
	return touched.some(([, aspect]) => !aspect.some((phrase) => told.includes(phrase)));
}
