import type { Item, Name } from './schema.ts';

/** `van der Berg`, or the name of an organisation. */
export const familyName = (name: Name) =>
	name.literal ?? [name['non-dropping-particle'], name.family].filter((part) => part !== undefined).join(' ');

/** How people speak of a paper: `Perrin, Frost & Ware`; from four authors on the first `et al.`; none: its title. */
export function shortAuthors(item: Item): string {
	const names = (item.author ?? []).map(familyName);
	const last = names.at(-1);
	if (last === undefined) return item.title ?? item.id;
	if (names.length > 3) return `${names[0]} et al.`;
	return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} & ${last}`;
}

/** `Christian Perrin`, as the name is read. */
export const fullName = (name: Name) =>
	name.literal ??
	[name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
		.filter((part) => part !== undefined)
		.join(' ');

/** `Berg, van der, Anna`, with commas between what the name is made of, so that one who knows the person sees a slip. */
export const familyFirst = (name: Name) =>
	name.literal ??
	[name.family, name['non-dropping-particle'], name.given, name.suffix].filter((part) => part !== undefined).join(', ');
