import type { Range } from '../paper/sentences.ts';
import { blockQuote } from './markdown.ts';
import type { Piece, Quote } from './reply.ts';

/** A part of a quotation: what of the record it shows, and the pieces that stand in it, wholly or in part. */
export type Part = Quote & Range;

export const verbatim = ({ paper, start, end }: Part) => paper.record.slice(start, end);

/**
 * A quotation in parts whose block quotes have at most `room` characters. The parts adjoin in the record: joined, they
 * are the quotation. They part between two pieces (sentences) and, only where one alone is too long, within it, between two words.
 */
export function divide({ paper, pieces }: Quote, room: number, spoiler = false): Part[] {
	const fits = (start: number, end: number) => blockQuote(paper.record.slice(start, end), spoiler).length <= room;
	const parts: Part[] = [];
	let open: Part | undefined;
	for (const piece of pieces) {
		if (open && fits(open.start, piece.end)) {
			open.pieces = [...open.pieces, piece];
			open.end = piece.end;
			continue;
		}
		for (const range of within(paper.record, open?.end ?? piece.start, piece.end, fits)) {
			open = { paper, pieces: [piece] as [Piece], ...range };
			parts.push(open);
		}
	}
	return parts;
}

/** The longest ranges that fit, one behind the other; the white space at a border opens the next. */
function* within(record: string, start: number, end: number, fits: (start: number, end: number) => boolean) {
	let from = start;
	while (!fits(from, end)) {
		const to = lastFit(record, from, end, fits);
		yield { start: from, end: to };
		from = to;
	}
	yield { start: from, end };
}

function lastFit(record: string, from: number, end: number, fits: (start: number, end: number) => boolean): number {
	let [low, high] = [from + 1, end];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (fits(from, middle)) low = middle;
		else high = middle - 1;
	}
	const space = record.slice(from, low + 1).search(/(?<=\S)\s+\S*$/);
	if (space > 0) return from + space;
	// No space behind a word: not between the halves of a surrogate pair.
	return low > from + 1 && /[\uDC00-\uDFFF]/.test(record[low] ?? '') ? low - 1 : low;
}
