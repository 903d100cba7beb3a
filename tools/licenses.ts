import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import satisfies from 'spdx-satisfies';

/** Licences that ask for no more than to be named, as SPDX calls them. */
const ALLOWED = [
	'0BSD',
	'Apache-2.0',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC0-1.0',
	'ISC',
	'MIT',
	'Unlicense',
];

/** Packages under another licence, each with what it takes to use them. */
const ALLOWED_TOO: Readonly<Record<string, readonly string[]>> = {
	// Used unchanged; NOTICE names its maker, its licence and where its source is.
	citeproc: ['CPAL-1.0'],
};

/** Packages with an install script that the bot does not need: it runs without any. */
const IDLE_SCRIPTS: ReadonlySet<string> = new Set([
	// Prints a request for donations.
	'core-js-pure',
]);

/** Of package-lock.json, version 3: paths in node_modules. */
export type Lock = { packages: Readonly<Record<string, Locked>> };
type Locked = {
	version?: string;
	license?: string;
	integrity?: string;
	dev?: boolean;
	hasInstallScript?: boolean;
};

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** What is installed without development packages, whatever the platform. */
const atRunTime = ({ packages }: Lock) => Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);

/** A line for each run-time package whose licence is not known or not allowed, that is not pinned, or runs a script. */
export function problemsOf(lock: Lock): string[] {
	return atRunTime(lock).flatMap(([path, { version, license, integrity, hasInstallScript }]) => {
		const name = nameOf(path);
		const said = `${name} ${version ?? ''}`.trim();
		const problems: string[] = [];
		if (!license) problems.push(`${said}: its licence is not known`);
		else if (!isAllowed(license, [...ALLOWED, ...(ALLOWED_TOO[name] ?? [])]))
			problems.push(`${said}: the licence ${license} is not allowed`);
		if (!version || !integrity) problems.push(`${said}: the lock file does not say what exactly it is`);
		if (hasInstallScript && !IDLE_SCRIPTS.has(name)) problems.push(`${said}: it has an install script`);
		return problems;
	});
}

function isAllowed(license: string, allowed: readonly string[]): boolean {
	try {
		return satisfies(license, [...allowed]);
	} catch {
		// Not an expression of SPDX.
		return false;
	}
}

/** Each licence with the packages under it, the commonest first. */
export function licencesOf(lock: Lock): [license: string, names: string[]][] {
	const by = new Map<string, Set<string>>();
	for (const [path, { license = 'unknown' }] of atRunTime(lock)) {
		by.set(license, (by.get(license) ?? new Set()).add(nameOf(path)));
	}
	return [...by]
		.map(([license, names]) => [license, [...names].sort()] as [string, string[]])
		.sort(([, a], [, b]) => b.length - a.length);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
	for (const [license, names] of licencesOf(lock)) {
		process.stdout.write(`${license} (${names.length}): ${names.join(', ')}\n`);
	}
	const problems = problemsOf(lock);
	for (const problem of problems) process.stderr.write(`${problem}\n`);
	process.exitCode = problems.length > 0 ? 1 : 0;
}
