/** The two ends of a page range as they stand, `S1–S12`, `123-8`; undefined where the pages are anything else. */
export function pageRange(pages: string): [first: string, last: string] | undefined {
	const [, first, last] = /^\s*([^\s–—,-]+)\s*[–—-]+\s*([^\s–—,-]+)\s*$/u.exec(pages) ?? [];
	return first !== undefined && last !== undefined && /\d/.test(first) && /\d/.test(last) ? [first, last] : undefined;
}
