import type { Paper } from './paper.ts';
import type { Range } from './sentences.ts';

/** Words that name each end of a long passage in a text fragment; a shorter passage is given whole. */
const END_WORDS = 5;

/**
 * The record's address, opening at the words of the range (https://wicg.github.io/scroll-to-text-fragment/), if it is
 * known where the record stands on the web.
 */
export function linkTo(paper: Paper, range: Range): string | undefined {
	const url = paper.repository?.url;
	if (url === undefined) return undefined;
	const words = paper.record.slice(range.start, range.end).trim().split(/\s+/);
	const ends = words.length <= 2 * END_WORDS ? [words] : [words.slice(0, END_WORDS), words.slice(-END_WORDS)];
	return `${url}${url.includes('#') ? '' : '#'}:~:text=${ends.map((part) => directive(part.join(' '))).join(',')}`;
}

/** In a text directive a dash would set off a prefix or suffix. */
const directive = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
