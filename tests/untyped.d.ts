/** The readers that the exports are read back with; they bring no types. */
declare module '@citation-js/core' {
	export class Cite {
		constructor(data: unknown);
		data: Record<string, unknown>[];
	}
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module '@customcommander/ris' {
	/** Null: it cannot be read. A tag's values, in order. */
	export function read(text: string): Record<string, (string | Record<string, string>)[]>[] | null;
}
