import { pageRange } from './pages.ts';
import type { Item, Name } from './schema.ts';

/** CSL's types as RIS has them; all others are GEN. */
const TYPES: Readonly<Record<string, string>> = {
	'article-journal': 'JOUR',
	'article-magazine': 'MGZN',
	'article-newspaper': 'NEWS',
	article: 'UNPB',
	book: 'BOOK',
	chapter: 'CHAP',
	dataset: 'DATA',
	'paper-conference': 'CPAPER',
	report: 'RPRT',
	thesis: 'THES',
	webpage: 'ELEC',
};

/**
 * RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): a tag and a value a line. Lines end in LF, which all
 * readers take and some want. A value has no length limit and no escapes, so a line end in one becomes a space.
 */
export function toRis(item: Item): string {
	const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
	const range = item.page === undefined ? undefined : pageRange(item.page);
	const lines: [tag: string, value: string | undefined][] = [
		['TY', TYPES[item.type] ?? 'GEN'],
		['ID', item.id],
		...(item.author ?? []).map((name): [string, string] => ['AU', risName(name)]),
		['TI', item.title],
		['T2', item['container-title']],
		['PY', year?.toString()],
		['DA', year === undefined ? undefined : [year, pad(month), pad(day), ''].join('/')],
		['VL', item.volume],
		['IS', item.issue],
		['SP', range?.[0] ?? item.page],
		['EP', range?.[1]],
		['C7', item.number],
		['DO', item.DOI],
		['SN', item.ISSN],
		['PB', item.publisher],
		['LA', item.language],
		['UR', item.URL],
		['ER', ''],
	];
	return lines
		.filter(([, value]) => value !== undefined)
		.map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ').trim()}\n`)
		.join('');
}

const pad = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));

/** `van der Berg, Anna, Jr.`; an organisation as it is called. */
const risName = (name: Name): string =>
	name.literal ??
	[
		[name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
		name.given,
		name.suffix,
	]
		.filter(Boolean)
		.join(', ');
