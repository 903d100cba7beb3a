/** Half-open range `[start, end)` in UTF-16 code units. */
export type Range = { start: number; end: number };

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** What ends with a full stop and mostly ends no sentence, by what may follow. Unicode's rules know no abbreviations. */
const ABBREVIATIONS = {
	/** Something always follows: a name, an example, a figure. */
	always: 'approx|ca|cf|dr|e\\.g|esp|gen|i\\.e|incl|mr|mrs|ms|mt|mx|prof|resp|rev|sen|st|subsp|spp?|v|viz|vs',
	/** Only where a number follows: “no. 5” goes on, “the answer is no. Five …” does not. */
	number:
		'apr|art|aug|ch|chap|chaps|dec|ed|eds|eq|eqs|est|exp|feb|figs?|jan|jul|jun|mar|max|min|nos?|nov|nr|oct|' +
		'pp?|pt|ref|refs|sects?|secs?|sept?|suppl|tab|tabs|vols?',
	/** May end a sentence: only where the next word is no usual beginning of one. */
	unlessBeginning: 'a\\.m|al|co|corp|dept|etc|inc|jr|ltd|m\\.d|p\\.m|ph\\.d|sr|u\\.k|u\\.n|u\\.s|u\\.s\\.a|univ',
};
const endsWith = (words: string) => new RegExp(`(?:^|[\\s(["“‘/–—-])(?:${words})\\.\\s+$`, 'iu');
const ALWAYS = endsWith(ABBREVIATIONS.always);
const BEFORE_NUMBER = endsWith(ABBREVIATIONS.number);
const UNLESS_BEGINNING = endsWith(ABBREVIATIONS.unlessBeginning);
/** `J. `, and `J.-P. ` */
const INITIAL = /(?:^|[\s(["“‘.-])\p{Lu}\.\s+$/u;

const NUMBER = /^[([#]?\p{Lu}?\p{N}|^[IVXLC]+\b/u;
/** Words that begin sentences and no names, so that initials (“K. He”) are not taken for an end. */
const BEGINNING =
	/^(?:A|After|Although|As|At|Because|Before|Both|But|Despite|During|Each|Finally|For|From|Further|Furthermore|Here|However|If|In|Instead|It|Its|Moreover|Most|Our|Overall|Some|Such|That|The|Their|There|Therefore|These|They|This|Those|Thus|We|When|Whereas|While|With)\b(?!\.)/u;

/** Unicode's rules see no end before a figure: “It rose. 45% were male.” */
const BEFORE_FIGURE = /[.!?…]["'”’)\]]*\s+(?=["“‘([]?\p{N})/gu;

/** The sentences of a text, trimmed: between two of them, and around them, stands white space alone. */
export function sentences(text: string): Range[] {
	const found: Range[] = [];
	let open = 0;
	for (const end of ends(text)) {
		if (end < text.length && goesOn(text.slice(open, end), text.slice(end))) continue;
		const piece = text.slice(open, end);
		const start = open + piece.length - piece.trimStart().length;
		if (piece.trim()) found.push({ start, end: start + piece.trim().length });
		open = end;
	}
	return found;
}

/** Where a sentence may end, behind the white space there; the last is the end of the text. */
function ends(text: string): number[] {
	const segments = [...segmenter.segment(text)].map(({ segment, index }) => index + segment.length);
	const figures = [...text.matchAll(BEFORE_FIGURE)].map(({ 0: end, index }) => index + end.length);
	return [...new Set([...segments, ...figures])].sort((a, b) => a - b);
}

function goesOn(before: string, after: string): boolean {
	if (/(?:\n[^\S\n]*\n|\r[^\S\n\r]*\r)\s*$/u.test(before)) return false;
	// A line that ends in no stop is broken for its width; “Yahoo! is” and “‘Why?’ they asked” go on in small letters.
	if (!/[.!?…:]["'”’)\]]*\s*$/u.test(before) || /^\p{Ll}/u.test(after)) return true;
	// The number of a list's item.
	if (/^\s*[([]?\p{N}{1,2}[.)]\s+$/u.test(before)) return true;
	if (ALWAYS.test(before)) return true;
	if (INITIAL.test(before) || UNLESS_BEGINNING.test(before)) return !BEGINNING.test(after);
	return BEFORE_NUMBER.test(before) && NUMBER.test(after);
}
