import { pageRange } from './pages.ts';
import type { Item, Name } from './schema.ts';

/** CSL's types as BibTeX has them; all others are @misc. */
const TYPES: Readonly<Record<string, string>> = {
	'article-journal': 'article',
	'article-magazine': 'article',
	'article-newspaper': 'article',
	book: 'book',
	chapter: 'incollection',
	'paper-conference': 'inproceedings',
	report: 'techreport',
	thesis: 'phdthesis',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** In UTF-8, which all of BibTeX's readers of today take; only what means something to LaTeX is escaped. */
export function toBibtex(item: Item): string {
	const type = TYPES[item.type] ?? 'misc';
	const article = type === 'article';
	const number = article ? item.issue : (item.number ?? item.issue);
	const [year, month] = item.issued?.['date-parts'][0] ?? [];
	const range = item.page === undefined ? undefined : pageRange(item.page);
	const fields: [name: string, value: string | undefined][] = [
		['author', item.author?.map(bibtexName).join(' and ')],
		['title', item.title && keepCapitals(item.title)],
		[article ? 'journal' : 'booktitle', item['container-title'] && escapeLatex(item['container-title'])],
		['year', year?.toString()],
		['volume', item.volume && escapeLatex(item.volume)],
		['number', number && escapeLatex(number)],
		['pages', range ? range.map(escapeLatex).join('--') : item.page && escapeLatex(item.page)],
		['eid', article ? item.number && escapeLatex(item.number) : undefined],
		['doi', item.DOI && verbatim(item.DOI)],
		['issn', item.ISSN],
		['publisher', item.publisher && escapeLatex(item.publisher)],
		['language', item.language && escapeLatex(item.language)],
		['url', item.URL && verbatim(item.URL)],
	];
	const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`\t${name} = {${value}}`]));
	// A month is a name that BibTeX has, and so stands without braces.
	if (month !== undefined) lines.push(`\tmonth = ${MONTHS[month - 1]}`);
	return `@${type}{${[citationKey(item), ...lines].join(',\n')}\n}\n`;
}

/** `perrin2018`: the first author, or the first words of the title, and the year, in letters that every reader takes. */
function citationKey(item: Item): string {
	const [first] = item.author ?? [];
	const name = first?.family ?? first?.literal ?? item.title ?? item.id;
	const letters = name.normalize('NFKD').replace(/[^a-z0-9 ]/gi, '');
	const word = letters.toLowerCase().trim().split(/\s+/).slice(0, 3).join('-') || 'item';
	return `${word}${item.issued?.['date-parts'][0][0] ?? ''}`;
}

const LATEX: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	// A brace of the text, even an escaped one, would count among those that hold the value.
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};

const escapeLatex = (text: string) =>
	text.replace(/\s+/g, ' ').replace(/[\\{}~^&%$#_]/g, (mark) => LATEX[mark] ?? `\\${mark}`);

/** Addresses are read as they stand; only braces would be counted. */
const verbatim = (address: string) => address.replace(/[{}]/g, encodeURIComponent);

/** Bibliography styles lower the case of titles; words with a capital after the first word are kept from it. */
const keepCapitals = (title: string) =>
	title
		.replace(/\s+/g, ' ')
		.split(' ')
		.map((word, i) => {
			const kept = i === 0 ? /^.+\p{Lu}/u.test(word) : /\p{Lu}/u.test(word);
			return kept ? `{${escapeLatex(word)}}` : escapeLatex(word);
		})
		.join(' ');

/** `van der Berg, Jr., Anna`; braces keep an organisation whole, and a comma or an “and” from parting a name. */
function bibtexName(name: Name): string {
	if (name.literal !== undefined) return `{${escapeLatex(name.literal)}}`;
	const particle = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ');
	const family = [particle && escapeLatex(particle), name.family && whole(name.family)].filter(Boolean).join(' ');
	return [family, name.suffix && whole(name.suffix), name.given && whole(name.given)].filter(Boolean).join(', ');
}

/** A comma, an “and” or a word in lower case would part a name, or be taken for its particle. */
const whole = (part: string) =>
	/,|(?:^|\s)(?:\p{Ll}|[Aa][Nn][Dd](?:\s|$))/u.test(part) ? `{${escapeLatex(part)}}` : escapeLatex(part);
