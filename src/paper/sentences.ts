/** Half-open range `[start, end)` in UTF-16 code units. */
export type Range = { start: number; end: number };

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What ends with a full stop without ending a sentence, at the end of a segment. Unicode's rules (UAX 29) know no
 * abbreviations, so a segment that ends in one of these is joined to the next.
 */
const ABBREVIATION =
	/(?:^|[\s([])(?:\p{Lu}|al|approx|ca|cf|ch|chap|Corp|Dr|ed|eds|e\.g|eq|eqs|esp|etc|Fig|Figs|i\.e|Inc|Jr|Mr|Mrs|Ms|no|No|nos|pp|p|Prof|resp|Sr|St|Tab|U\.K|U\.S|v|viz|vol|vols|vs)\.\s+$/u;

/** The sentences of a text, trimmed: between two of them, and around them, stands white space alone. */
export function sentences(text: string): Range[] {
	const found: Range[] = [];
	let open: number | undefined;
	for (const { segment, index } of segmenter.segment(text)) {
		open ??= index;
		const end = index + segment.length;
		if (end < text.length && ABBREVIATION.test(text.slice(open, end))) continue;
		const range = trimmed(text, open, end);
		if (range.start < range.end) found.push(range);
		open = undefined;
	}
	return found;
}

function trimmed(text: string, start: number, end: number): Range {
	const piece = text.slice(start, end);
	const first = start + piece.length - piece.trimStart().length;
	return { start: first, end: first + piece.trim().length };
}
