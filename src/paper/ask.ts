import type { Paper } from './paper.ts';
import type { Fact, Slice } from './schema.ts';
import type { Hit, Index } from './search.ts';

/** What people ask of the record rather than of the abstract. */
export type RecordField =
	| 'title'
	| 'author'
	| 'container-title'
	| 'publisher'
	| 'posted'
	| 'issued'
	| 'availability'
	| 'affiliations'
	| 'DOI'
	| 'volume'
	| 'issue'
	| 'page'
	| 'ISSN'
	| 'peer review'
	| 'open access'
	| 'URL';

export type Answer =
	/** The passages that answer, best first: one to three. */
	| { kind: 'found'; hits: Hit[] }
	/** The abstract does not answer; this passage is the closest to the question. */
	| { kind: 'closest'; hit: Hit }
	/** The abstract does not answer, and nothing in it is close. */
	| { kind: 'nothing' }
	/** A greeting, thanks, a question about the bot: no question to the paper. */
	| { kind: 'small talk' }
	/**
	 * A fact of the record: the record's own lines, verbatim (none where it says nothing), the labels that it leaves
	 * blank, and what other records say.
	 */
	| { kind: 'fact'; field: RecordField; lines: Slice[]; blank: Slice[]; others: Fact[] };

/** @param question what was typed, 1–300 characters */
export function ask(question: string, paper: Paper, index: Index): Answer {
	const [hit] = index.search(question, paper.id);
	return hit ? { kind: 'closest', hit } : { kind: 'nothing' };
}
