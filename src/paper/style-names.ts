import { fold, hasEvery } from './typed.ts';

/** A citation style: one that the bot brings, or a .csl file (`path`). */
export type Style = { id: string; title: string; short?: string; path?: string };

/** As much of an id or title as Discord carries; two styles that begin alike for so long are told apart by nothing. */
const CARRIED = 90;

/** What people look for most, after the styles that the bot brings. */
const OFTEN = ['modern-language-association', 'chicago-author-date', 'ieee', 'american-medical-association', 'nature'];

/** Whether a style has every word that was typed, in its id or its titles. */
const holds = ({ id, title, short }: Style, typed: string) => hasEvery(`${id} ${title} ${short ?? ''}`, typed);

/** By id, else by title, else by short title. */
export function findStyle(styles: readonly Style[], typed: string): Style | undefined {
	const wanted = fold(typed.trim().replace(/…$/, ''));
	const named = (name = '') =>
		wanted !== '' && (fold(name) === wanted || (wanted.length >= CARRIED && fold(name).startsWith(wanted)));
	const short = styles.filter((style) => named(style.short));
	return (
		styles.find(({ id }) => named(id)) ??
		styles.find(({ title }) => named(title)) ??
		// Several editions share one: `MLA`.
		short.find(({ id }) => OFTEN.includes(id)) ??
		short[0]
	);
}

/** The style that alone has the words that were typed. */
export function onlyStyle(styles: readonly Style[], typed: string): Style | undefined {
	const [style, ...others] = fold(typed) === '' ? [] : styles.filter((one) => holds(one, typed));
	return others.length === 0 ? style : undefined;
}

/** The styles that have the words: the bot’s own, those that people want most, those called so, the rest. */
export function matchingStyles(styles: readonly Style[], typed: string): Style[] {
	const rank = (style: Style) => {
		if (style.path === undefined) return 0;
		if (OFTEN.includes(style.id)) return 1 + OFTEN.indexOf(style.id) / OFTEN.length;
		if (findStyle([style], typed)) return 2;
		return fold(style.title).startsWith(fold(typed)) || fold(style.short ?? '').startsWith(fold(typed)) ? 3 : 4;
	};
	return styles
		.filter((style) => holds(style, typed))
		.map((style) => ({ style, rank: rank(style) }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ style }) => style);
}
