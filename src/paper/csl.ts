import { SaxesParser } from 'saxes';

/** What a .csl file says of itself. */
type StyleHead = {
	title: string;
	/** `MLA` where the title is `Modern Language Association 9th edition`. */
	short?: string;
	/** The style that this one only has another name for: the file name of its parent, without .csl. */
	parent?: string;
	locale?: string;
};

/** A .csl file that is none; the message says what is wrong with it, as the end of a sentence. */
export class NotAStyle extends Error {}

const CSL = 'http://purl.org/net/xbiblio/csl';

type Seen = Partial<StyleHead> & { path: string[]; layouts: number; macros: Set<string>; called: Set<string> };

function parser(seen: Seen) {
	const xml = new SaxesParser({ xmlns: true });
	xml.on('error', (error) => {
		throw new NotAStyle(`it is not well-formed XML (${error.message})`);
	});
	xml.on('opentag', ({ local, uri, attributes }) => {
		const value = (name: string) => attributes[name]?.value;
		if (seen.path.length === 0) {
			if (local !== 'style' || uri !== CSL) throw new NotAStyle(`its root is <${local}>, not a CSL style`);
			const locale = value('default-locale');
			if (locale) seen.locale = locale;
		}
		seen.path.push(local);
		const path = seen.path.join('/');
		const parent = value('rel') === 'independent-parent' && value('href')?.split('/').at(-1);
		if (path === 'style/info/link' && parent) seen.parent = parent;
		if (path === 'style/citation/layout') seen.layouts += 1;
		if (path === 'style/macro') seen.macros.add(value('name') ?? '');
		else if (value('macro') !== undefined) seen.called.add(value('macro') ?? '');
	});
	xml.on('text', (text) => {
		const path = seen.path.join('/');
		if (path === 'style/info/title') seen.title = `${seen.title ?? ''}${text}`.replace(/\s+/g, ' ').trim();
		if (path === 'style/info/title-short') seen.short = text.trim();
	});
	xml.on('closetag', () => void seen.path.pop());
	return xml;
}

const unseen = (): Seen => ({ path: [], layouts: 0, macros: new Set(), called: new Set() });

/** The head of a style from the start of its file, as far as it goes. @throws NotAStyle */
export function readHead(start: string): StyleHead {
	const seen = unseen();
	parser(seen).write(start);
	return headOf(seen);
}

function headOf({ title, short, parent, locale }: Seen): StyleHead {
	if (!title) throw new NotAStyle('it has no title');
	return { title, ...(short && { short }), ...(parent && { parent }), ...(locale && { locale }) };
}

/** The head of a whole style, of which all is checked that the processor takes for granted. @throws NotAStyle */
export function checkStyle(xml: string): StyleHead {
	const seen = unseen();
	parser(seen).write(xml).close();
	const undefined_ = [...seen.called].find((macro) => !seen.macros.has(macro));
	if (undefined_ !== undefined) throw new NotAStyle(`it calls the macro “${undefined_}”, which it does not have`);
	if (!seen.parent && seen.layouts !== 1) throw new NotAStyle('it does not say how to cite');
	return headOf(seen);
}
