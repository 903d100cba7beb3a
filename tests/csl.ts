import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const head = (title: string, more = '') =>
	`<info><title>${title}</title><id>x</id>${more}<updated>2020-01-01T00:00:00+00:00</updated></info>`;

/** A small style of our own: `Title (Frost)`. */
export const style = (title: string, more = '', inLayout = '') =>
	`<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">${head(title, more)}
<citation><layout prefix="(" suffix=")"><names variable="author"><name form="short"/></names></layout></citation>
<bibliography><layout><text variable="title"/>${inLayout}</layout></bibliography></style>`;

/** A style that only has another name for its parent. */
export const dependent = (title: string, parent: string, locale = '') =>
	`<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"${locale && ` default-locale="${locale}"`}>${head(
		title,
		`<link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/>`,
	)}</style>`;

/** A new folder with these files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
	const dir = mkdtempSync(join(tmpdir(), 'verbatim-styles-'));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(dir, name)), { recursive: true });
		writeFileSync(join(dir, name), text);
	}
	return dir;
}
