import { familyName } from './authors.ts';
import { type Engine, makeEngine, type Rendered } from './engine.ts';
import type { Paper } from './paper.ts';
import { spellInitials } from './people.ts';
import { plainText, type Run } from './runs.ts';
import type { Fact, Item, Name } from './schema.ts';
import type { Style } from './style-names.ts';
import { openStyles, type Styles } from './styles.ts';

/** The record with what other records add, or the record alone. */
export type Facts = 'verified' | 'record';

export type Citation = {
	/** The entry of the reference list; empty where the style has no such list. */
	reference: Run[];
	/** Behind a sentence: `(Perrin et al., 2018)`, `[1]`; the footnote in a style that cites in notes. */
	parenthetical: Run[];
	/** In a sentence: `Perrin et al. (2018)`; absent in a style that cites in notes. */
	narrative?: Run[];
	/** How the style cites; a number is the entry's place in somebody's own list. */
	kind: 'author' | 'number' | 'note';
	/** The facts in the citation that the paper's own record does not give, each with its source. */
	sources: Fact[];
	/** What a complete reference has and this one has not. */
	missing: MissingField[];
};

type MissingField = 'author' | 'title' | 'container-title' | 'issued' | 'volume' | 'issue' | 'page' | 'DOI';

export type Citer = {
	styles: Styles;
	/** @throws StyleError whose message is a sentence for people */
	cite(paper: Paper, style: Style, facts?: Facts): Promise<Citation>;
	close(): Promise<void>;
};

/** @param dirs folders with .csl files */
export function makeCiter(dirs: readonly string[], engine: Engine = makeEngine()): Citer {
	const styles = openStyles(dirs);
	return {
		styles,
		async cite(paper, style, facts = 'verified') {
			// Loaded with the first citation, as is the processor, so that the bot starts without them.
			const { runsOf } = await import('./html.ts');
			const printed = (html: string) => (html.includes(NOT_PRINTED) ? [] : runsOf(html));
			const item = itemOf(paper, facts);
			const rendered = await engine.render(await styles.load(style), {
				...item,
				author: item.author?.map(withInitials),
			});
			const reference = runsOf(rendered.reference);
			const parenthetical = runsOf(rendered.citation);
			const kind = kindOf(rendered, plainText(parenthetical));
			const author = kind === 'number' ? namesOf(item) : printed(rendered.author);
			const rest = kind === 'number' ? parenthetical : printed(rendered.rest);
			return {
				reference,
				parenthetical,
				...(kind !== 'note' && author.length > 0 && { narrative: joined(author, rest) }),
				kind,
				sources: facts === 'record' ? [] : sourcesOf(paper, plainText(reference)),
				missing: missingIn(item),
			};
		},
		close: () => engine.close(),
	};
}

export const itemOf = (paper: Paper, facts: Facts): Item => (facts === 'record' ? paper.item : paper.verified);

/** citeproc's word for what a style does not print. */
const NOT_PRINTED = '[NO_PRINTED_FORM]';

function kindOf({ note, author }: Rendered, citation: string): Citation['kind'] {
	if (note) return 'note';
	return author.includes(NOT_PRINTED) && /^\D*1\D*$/.test(citation) ? 'number' : 'author';
}

const joined = (author: Run[], rest: Run[]): Run[] =>
	rest.length === 0 ? author : [...author, { text: ' ', italic: false, bold: false }, ...rest];

/** Styles that cite by number do not say how to name the authors in a sentence; this is what all their guides allow. */
function namesOf(item: Item): Run[] {
	const [first, second, ...others] = (item.author ?? []).map(familyName);
	if (first === undefined) return [];
	const text = second === undefined ? first : others.length > 0 ? `${first} et al.` : `${first} and ${second}`;
	return [{ text, italic: false, bold: false }];
}

/** `JB` are two initials, which the processor would take for one name. */
const withInitials = (name: Name): Name =>
	name.given !== undefined && /^\p{Lu}{1,3}$/u.test(name.given) ? { ...name, given: spellInitials(name.given) } : name;

/** Fields that many styles do not show, and that stand as they are where one does; all others are in most. */
const SELDOM: ReadonlySet<string> = new Set(['DOI', 'ISSN', 'URL', 'language', 'publisher']);

const sourcesOf = ({ others }: Paper, reference: string): Fact[] =>
	others.filter(({ field, value }) => !SELDOM.has(field) || reference.includes(String(value)));

const EXPECTED: readonly MissingField[] = [
	'author',
	'title',
	'container-title',
	'issued',
	'volume',
	'issue',
	'page',
	'DOI',
];

/** An article that is known by its number has no pages to miss; only journals have volumes and issues. */
function missingIn(item: Item): MissingField[] {
	const journal = item.type === 'article-journal';
	return EXPECTED.filter((field) => {
		if (field === 'page' && item.number !== undefined) return false;
		if (!journal && ['container-title', 'volume', 'issue', 'page'].includes(field)) return false;
		return item[field] === undefined;
	});
}
