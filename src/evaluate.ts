import MiniSearch from 'minisearch';
import { z } from 'zod';
import { type Answer, ask } from './paper/ask.ts';
import type { Paper } from './paper/paper.ts';
import type { RecordField } from './paper/question/facts-asked.ts';
import type { Index } from './paper/search.ts';

/** One line of a question file. `gold`: the sentences that answer, or the record's lines for a fact of the record. */
const questionSchema = z.object({
	id: z.string(),
	question: z.string(),
	kind: z.enum(['answerable', 'unanswerable', 'metadata']),
	section: z.string(),
	gold: z.array(z.string()),
	subtype: z.string().optional(),
	/** Metadata: which fact, and whether the record gives it. */
	field: z.string().optional(),
	answered: z.boolean().optional(),
});

export type Question = z.infer<typeof questionSchema>;

/** What an engine made of one question. */
export type Verdict = {
	question: Question;
	/** Something was given as the answer. */
	answered: boolean;
	/** The first passage given as the answer is one of the right ones; for a fact: field and content are right. */
	sentence: boolean;
	/** It stands in the right section. */
	section: boolean;
	/** What was given, for the list of misses. */
	given: string;
};

/** What question files call the fields of a record. */
const FIELDS: Readonly<Record<string, RecordField>> = {
	authors: 'author',
	item_type: 'type',
	journal: 'container-title',
	posted_date: 'posted',
	publication_year: 'issued',
	publication_date: 'issued',
	full_text: 'availability',
	doi: 'DOI',
	pages: 'page',
	issn: 'ISSN',
	peer_reviewed: 'peer review',
	open_access: 'open access',
	url: 'URL',
};

/** A line that is no question; the message is one line that names it. */
export class QuestionsError extends Error {}

/** @throws QuestionsError */
export const parseQuestions = (jsonl: string): Question[] =>
	jsonl.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parseQuestion(line, i + 1)]));

function parseQuestion(line: string, number: number): Question {
	try {
		return questionSchema.parse(JSON.parse(line));
	} catch (cause) {
		const why = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
		throw new QuestionsError(`line ${number} is no question: ${why.replaceAll(/\s+/g, ' ')}`, { cause });
	}
}

/** Every second question of each kind: one half to tune on, one to be judged by. */
export function halves(questions: readonly Question[]): { tuned: Question[]; held: Question[] } {
	const place = (question: Question) => questions.filter(({ kind }) => kind === question.kind).indexOf(question);
	return {
		tuned: questions.filter((question) => place(question) % 2 === 0),
		held: questions.filter((question) => place(question) % 2 === 1),
	};
}

export const judge = (questions: readonly Question[], paper: Paper, index: Index): Verdict[] =>
	questions.map((question) => judged(question, ask(question.question, paper, index)));

function judged(question: Question, answer: Answer): Verdict {
	const answered = answer.kind === 'found' || answer.kind === 'fact';
	const passage = answer.kind === 'found' ? answer.hits[0]?.passage : undefined;
	const given =
		answer.kind === 'fact'
			? `fact ${answer.field}`
			: `${answer.kind} ${passage?.id ?? (answer.kind === 'closest' ? answer.hit.passage.id : '')}`;
	if (question.kind === 'metadata') {
		const right = isRightFact(question, answer);
		return { question, answered, sentence: right, section: right, given };
	}
	const sentence = passage !== undefined && question.gold.includes(passage.text);
	return { question, answered, sentence, section: sentence || passage?.section === question.section, given };
}

/** The field that was asked for, and the record's own line for it, or none where the record does not say. */
function isRightFact({ field = '', answered, gold }: Question, answer: Answer): boolean {
	if (answer.kind !== 'fact' || answer.field !== (FIELDS[field] ?? field)) return false;
	if (!answered) return answer.lines.length === 0;
	return gold.every((line) => answer.lines.some(({ text }) => text === line));
}

/** MiniSearch as it comes, over the same passages: no stemming, no stop words, no expected questions, no refusal. */
export function judgeDefaults(questions: readonly Question[], paper: Paper): Verdict[] {
	const labels = new Map(paper.sections.map(({ key, label }) => [key, label]));
	const engine = new MiniSearch<{ id: string; text: string; label: string }>({ fields: ['text', 'label'] });
	engine.addAll(paper.passages.map(({ id, text, section }) => ({ id, text, label: labels.get(section) ?? '' })));
	return questions.map((question) => {
		const id = engine.search(question.question)[0]?.id as string | undefined;
		const passage = paper.passages.find((passage) => passage.id === id);
		const sentence = passage !== undefined && question.gold.includes(passage.text);
		const section = sentence || passage?.section === question.section;
		return { question, answered: passage !== undefined, sentence, section, given: passage?.id ?? 'nothing' };
	});
}
