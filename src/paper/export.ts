import { toBibtex } from './bibtex.ts';
import { toRis } from './ris.ts';
import type { Item } from './schema.ts';

/** Ending of a file's name in each format. */
export const EXPORT_ENDINGS = { bibtex: 'bib', ris: 'ris', 'csl-json': 'json' } as const;

export type ExportFormat = keyof typeof EXPORT_ENDINGS;

/** An item as the text of a file that reference managers read: one entry, ended by a line end. */
export function exportItem(item: Item, format: ExportFormat): string {
	switch (format) {
		case 'bibtex':
			return toBibtex(item);
		case 'ris':
			return toRis(item);
		case 'csl-json':
			return `${JSON.stringify([item], null, '\t')}\n`;
	}
}
