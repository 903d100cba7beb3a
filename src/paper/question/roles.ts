import type { Passage } from '../paper.ts';
import type { SectionKey } from '../section.ts';

/**
 * What a passage speaks for. A labelled section says so itself; a sentence of an unlabelled abstract, or one that stands
 * in another section than people expect, is known by its words. `chief` are the kinds for which no passage of the paper
 * speaks better.
 */
type Roles = { chief: SectionKey[]; also: SectionKey[] };

type Kind = Exclude<SectionKey, 'abstract'>;

type Signs = {
	/** How a sentence of this kind gives itself away. */
	cue: RegExp;
	/** Where it stands in an abstract, from 0 to 1. */
	place: number;
	/** Which of several speaks for all, if their words do not tell. */
	chief: 'first' | 'last';
	/** The kinds among whose sentences it stands if it has no section of its own, */
	within: Kind[];
	/** and those that are read instead if it stands nowhere. */
	instead?: Kind[];
};

const KINDS: Readonly<Record<Kind, Signs>> = {
	background: {
		cue: /\b(little is known|recent(ly)?|increasing(ly)?|common(ly)?|widely|known|previous|prior|earlier|challenge|problem|major|often|remains?|has been|have been|past|growing|debate[ds]?)\b/i,
		place: 0,
		chief: 'first',
		within: ['purpose'],
		instead: ['purpose'],
	},
	purpose: {
		cue: /\b(aims?|aimed|purpose|objectives?|goals?|hypothes[ei]\w*|we asked|sought|set out|(this|the|our|present) (paper|study|article|review|work) (\w+ )?(examin|investigat|explor|review|assess|ask|test|compar|describ|analy|address|evaluat|report)\w*|we (\w+ )?(examine|investigate|explore|review|assess|ask|test|compare|describe|study)d?|to (examine|investigate|explore|assess|determine|test|evaluate|find out)|whether)\b/i,
		place: 0.2,
		chief: 'last',
		within: ['background'],
		instead: ['background'],
	},
	methods: {
		cue: /\b(randomi[sz]ed|recruited|enrolled|interview(s|ed)?|survey(s|ed)?|questionnaires?|samples?|sampled|participants|volunteers|respondents|measured|recorded|collected|analy[sz]ed|conducted|carried out|undertaken|data|dataset|regression|cohort|trial|experiments?|simulat\w+|review of the literature|literature|using|method|procedure|assigned|placed|observed)\b/i,
		place: 0.4,
		chief: 'first',
		within: ['purpose', 'findings'],
	},
	findings: {
		cue: /\b(results?|findings?|found|show(s|ed|n)?|reveal(s|ed)?|significant(ly)?|increased?|decreased?|reduced|improved?|rose|fell|higher|lower|more|less|fewer|associated|compared (with|to)|differ(ed|ence|ences)?|promising|effects?|p ?[<=]|evidence)\b|\d ?%|\d per cent/i,
		place: 0.65,
		chief: 'first',
		within: ['conclusions'],
		instead: ['conclusions'],
	},
	limitations: {
		cue: /\b(limit(s|ed|ation|ations)|(further|more|future) (research|work|stud(y|ies)|trials?)|caution|caveats?|generali[sz]\w*|small sample|could not|cannot|were not able|self-report\w*|unclear|remains? (to be|open)|not (measured|included|studied|tested|known)|too (short|small|few)|bias\w*)\b/i,
		place: 0.85,
		chief: 'first',
		within: ['conclusions', 'findings', 'practical', 'originality', 'methods'],
	},
	practical: {
		cue: /\b(practitioners?|clinicians?|managers?|teachers?|nurses?|doctors?|engineers?|farmers?|growers?|planners?|schools|services|policy ?makers?|(?<!(studies|research|trials|work) )should|ought to|recommend\w*|guidelines?|in practice|implement\w*|adopt\w*|(can|could|may|might) (be )?(used?|try|help|benefit|apply)|advis\w+)\b/i,
		place: 0.95,
		chief: 'first',
		within: ['conclusions', 'findings'],
		instead: ['conclusions'],
	},
	social: {
		cue: /\b(societ\w+|social|public|communit(y|ies)|welfare|citizens?|inequalit\w+|households|families|environment\w*)\b/i,
		place: 0.95,
		chief: 'first',
		within: ['conclusions', 'practical', 'findings'],
	},
	originality: {
		cue: /\b((the|our|is|are) first|for the first time|first (study|paper|review|attempt|evidence)|novel|new|original|unique|no (previous|earlier|other)|contribut\w+|never before|to (our|the authors.) knowledge)\b/i,
		place: 0.9,
		chief: 'first',
		within: ['conclusions', 'purpose', 'background', 'findings'],
	},
	conclusions: {
		cue: /\b(conclu\w+|in sum|overall|taken together|(these|our|the) (results|findings|data) (\w+ )?(suggest|show|indicate|support|confirm)\w*|suggests?|proposes|argued?|therefore|thus|could|may|might)\b/i,
		place: 1,
		chief: 'first',
		within: ['practical', 'findings'],
		instead: ['practical', 'findings'],
	},
};

const kinds = Object.keys(KINDS) as Kind[];

/** The roles of each passage of a paper, by passage id. */
export function rolesOf(passages: readonly Passage[]): ReadonlyMap<string, Roles> {
	const roles = new Map(passages.map(({ id }) => [id, { chief: [], also: [] } as Roles]));
	const own = passages.map((passage, i) => ownKind(passage, i / Math.max(1, passages.length - 1)));
	for (const kind of kinds) {
		const group = groupOf(kind, passages, own);
		const chief = chiefOf(kind, group);
		for (const passage of group) roles.get(passage.id)?.[passage === chief ? 'chief' : 'also'].push(kind);
	}
	return roles;
}

const ownKind = (passage: Passage, place: number): Kind =>
	passage.section === 'abstract' ? guess(passage.text, place) : passage.section;

/** The kind that the words and the place of a sentence of an unlabelled abstract speak for. */
function guess(text: string, place: number): Kind {
	const score = (kind: Kind) => cues(kind, text) - 2 * Math.abs(place - KINDS[kind].place);
	return kinds.reduce((best, kind) => (score(kind) > score(best) ? kind : best));
}

const cues = (kind: Kind, text: string) => text.match(new RegExp(KINDS[kind].cue, 'gi'))?.length ?? 0;

/** Those of the kind itself; else those that have its words; else those that are read instead. */
function groupOf(kind: Kind, passages: readonly Passage[], own: readonly Kind[]): Passage[] {
	const of = (kinds: readonly Kind[]) => passages.filter((_, i) => kinds.includes(own[i] as Kind));
	const { cue, within, instead = [] } = KINDS[kind];
	const groups = [of([kind]), of(within).filter(({ text }) => cue.test(text)), ...instead.map((other) => of([other]))];
	return groups.find((group) => group.length > 0) ?? [];
}

/** The passage with the most words of its kind; where none or several have them, the first or the last. */
function chiefOf(kind: Kind, group: readonly Passage[]): Passage | undefined {
	const ordered = KINDS[kind].chief === 'last' ? group.toReversed() : group;
	return ordered.reduce<Passage | undefined>(
		(best, passage) => (best && cues(kind, best.text) >= cues(kind, passage.text) ? best : passage),
		undefined,
	);
}
