import { posix } from 'node:path';

export type Import = { from: string; to: string; isType: boolean };

/** What stands where, and what it may import. A rule holds for the files that it names; each file has exactly one. */
export type Rule = { files: RegExp; may: readonly RegExp[] };

const STATEMENT =
	/^[ \t]*(?:import|export)\s+(?<type>type\s)?(?<names>[^'"`;]*?)from\s*['"](?<from>[^'"]+)['"]|^[ \t]*import\s*['"](?<bare>[^'"]+)['"]|\bimport\(\s*['"`](?<later>[^'"`]+)['"`]|\brequire(?:\.resolve)?\(\s*['"`](?<old>[^'"`]+)['"`]/gm;

/** What a file imports: paths from the root of the project, and the names of packages as they are written. */
export function importsOf(path: string, source: string): Import[] {
	const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
	return [...code.matchAll(STATEMENT)].flatMap(({ groups = {} }) => {
		const { type, names = '', from, bare, later, old } = groups;
		const to = from ?? bare ?? later ?? old;
		if (to === undefined) return [];
		const listed = /^\{(.*)\}$/s
			.exec(names.trim())?.[1]
			?.split(',')
			.map((name) => name.trim())
			.filter(Boolean);
		const isType =
			type !== undefined || (listed !== undefined && listed.length > 0 && listed.every((name) => /^type\s/.test(name)));
		return [{ from: path, to: to.startsWith('.') ? posix.join(posix.dirname(path), to) : to, isType }];
	});
}

/** The name of the package that an import is from; undefined for files of the project and what Node brings. */
export function packageOf({ to }: Import): string | undefined {
	if (/^(node:|src\/|commands\/|tests\/|bench\/|tools\/)/.test(to)) return undefined;
	return /^(@[^/]+\/)?[^/]+/.exec(to)?.[0];
}

/** Every import that its file's rule does not allow, and every file that has no rule or several. */
export function violations(files: ReadonlyMap<string, string>, rules: readonly Rule[]): string[] {
	return [...files].flatMap(([path, source]) => {
		const [rule, ...others] = rules.filter((one) => one.files.test(path));
		if (!rule || others.length > 0) return [`${path}: ${rule ? 'several rules hold' : 'no rule holds'} for it`];
		return importsOf(path, source)
			.filter(({ to }) => !rule.may.some((one) => one.test(to)))
			.map(({ to }) => `${path} imports ${to}`);
	});
}

/** The first way that leads back to where it began, for each file that has one. */
export function cycles(imports: readonly Import[]): string[] {
	const next = new Map<string, string[]>();
	for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
	const done = new Set<string>();
	const found: string[] = [];
	const walk = (file: string, way: readonly string[]): void => {
		if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' -> '));
		if (done.has(file) || way.includes(file)) return;
		for (const to of next.get(file) ?? []) walk(to, [...way, file]);
		done.add(file);
	};
	for (const file of next.keys()) walk(file, []);
	return found;
}
