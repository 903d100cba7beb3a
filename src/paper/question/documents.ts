import { type Paper, sectionAt } from '../paper.ts';
import { SECTION_KEYS, type SectionKey } from '../section.ts';
import { EXPECTED } from './expected.ts';
import { rolesOf } from './roles.ts';
import { VOCABULARY } from './vocabulary.ts';

/** What is indexed for a passage: its own text, its heading, and what people are expected to ask of it. */
export type Document = {
	id: string;
	text: string;
	label: string;
	/** Other words for a section of its kind. */
	vocabulary: string;
	/** Questions written for this very passage, one a line. */
	asked: string;
	/** Questions that any section of its kind answers, one a line: for the passage that speaks for the section, */
	chief: string;
	/** and for the others. */
	also: string;
};

export function documentsOf(paper: Paper): Document[] {
	const roles = rolesOf(paper.passages);
	const lines = (kinds: readonly SectionKey[], of: Readonly<Record<SectionKey, string>>) =>
		kinds.map((kind) => of[kind].trim()).join('\n');
	return paper.passages.map((passage) => {
		const { id, text, name } = passage;
		const { chief, also } = roles.get(id) ?? { chief: [], also: [] };
		return {
			id,
			text,
			label: `${sectionAt(paper, passage)?.label ?? ''} ${name}`,
			vocabulary: lines([...chief, ...also], VOCABULARY),
			asked: (paper.questions[id] ?? []).join('\n'),
			chief: lines(chief, EXPECTED),
			also: lines(also, EXPECTED),
		};
	});
}

/** Questions that sections of other papers answer and nothing in this one does: of kinds for which none of it speaks. */
export function unanswerable(paper: Paper): string[] {
	const spoken = new Set([...rolesOf(paper.passages).values()].flatMap(({ chief }) => chief));
	return SECTION_KEYS.filter((kind) => kind !== 'abstract' && !spoken.has(kind)).flatMap((kind) =>
		EXPECTED[kind].trim().split('\n'),
	);
}

/** Every line of a document that people may have in mind when they type: all but the passage itself. */
export const linesOf = ({ label, vocabulary, asked, chief, also }: Document): string[] =>
	[label, ...vocabulary.split(','), ...asked.split('\n'), ...chief.split('\n'), ...also.split('\n')].map((line) =>
		line.trim(),
	);
