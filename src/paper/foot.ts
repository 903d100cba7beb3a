import { type Label, readFields } from './fields.ts';
import { type Line, slice } from './lines.ts';
import type { Item, LineKey, PaperFile, Slice } from './schema.ts';

export type Foot = Pick<PaperFile, 'affiliations' | 'lines' | 'blank'> & {
	item: Partial<Item>;
	/** Lines of which it is not known what they say, and values that paper.json has no place for. */
	unread: Slice[];
};

/** Where a value is kept: as its own line where that speaks for itself, else (`2`, `Yes`) with its label. */
const PLACES: Partial<Record<Label, { key: LineKey; labelled?: true }>> = {
	journal: { key: 'container-title' },
	'parent title': { key: 'container-title' },
	publisher: { key: 'publisher' },
	doi: { key: 'DOI' },
	issn: { key: 'ISSN' },
	eissn: { key: 'ISSN' },
	language: { key: 'language' },
	'external author affiliations': { key: 'affiliations' },
	'publication date': { key: 'issued', labelled: true },
	'publication year': { key: 'issued', labelled: true },
	volume: { key: 'volume', labelled: true },
	issue: { key: 'issue', labelled: true },
	pages: { key: 'page', labelled: true },
	'start page': { key: 'page', labelled: true },
	'end page': { key: 'page', labelled: true },
	'number of pages': { key: 'number-of-pages', labelled: true },
	'peer reviewed': { key: 'peer review', labelled: true },
	'open access': { key: 'open access', labelled: true },
};

/** Reads what stands under the abstract; `type` says whether a last line without a label is a journal's name. */
export function readFoot(record: string, footLines: readonly Line[], type: string): Foot {
	const { values, blank, publisher, last, unread } = readFields(footLines, type === 'article-journal');
	const lines: PaperFile['lines'] = {};
	if (publisher) lines.publisher = slice(publisher);
	if (last) lines['container-title'] = slice(last);
	for (const [name, { label, value }] of values) {
		const place = PLACES[name];
		const whole = span(record, label.start, value.end);
		const start = name === 'end page' ? lines.page?.start : undefined;
		if (place && start !== undefined) lines.page = span(record, start, value.end);
		else if (place && !lines[place.key]) lines[place.key] = place.labelled ? whole : slice(value);
		else unread.push(whole);
	}
	const value = (label: Label) => values.get(label)?.value.text;
	const affiliations = (lines.affiliations?.text ?? '').split(';').map((name) => name.trim());
	return {
		item: present({
			'container-title': lines['container-title']?.text,
			publisher: lines.publisher?.text,
			issued: dateOf(value('publication date') ?? value('publication year')),
			volume: value('volume'),
			issue: value('issue'),
			page: pages(value('start page'), value('end page')) ?? value('pages')?.replace(/\s*[-–—]\s*/u, '-'),
			'number-of-pages': value('number of pages')?.match(/\d+/u)?.[0],
			DOI: lines.DOI?.text.replace(/^.*?(?=10\.)/u, ''),
			ISSN: lines.ISSN?.text.toUpperCase(),
			language: lines.language?.text,
		}),
		affiliations: affiliations.filter((name) => name !== ''),
		lines,
		blank,
		unread,
	};
}

const span = (record: string, start: number, end: number): Slice => ({ text: record.slice(start, end), start, end });

/** `2018`, `2018-04`, `2018-04-09` or `09.04.2018`; whether there is such a day is checked with the paper. */
function dateOf(text: string | undefined): Item['issued'] {
	if (!text) return undefined;
	const parts = text.includes('.') ? text.split('.').reverse() : text.split('-');
	const [year = 0, ...rest] = parts.map(Number);
	return { 'date-parts': [[year, ...rest]] };
}

/** A first page without a last one does not say which pages; nor do pages that run backwards. */
function pages(start: string | undefined, end: string | undefined): string | undefined {
	if (!start || !end || Number(end) < Number(start)) return undefined;
	return start === end ? start : `${start}-${end}`;
}

const present = (item: { [Field in keyof Item]?: Item[Field] | undefined }) =>
	Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Partial<Item>;
