import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cycles, importsOf, packageOf, violations } from './imports.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const filesIn = (...folders: string[]) =>
	new Map(
		folders
			.flatMap((folder) =>
				readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
			)
			.filter((path) => /(?<!\.d)\.[jt]s$/.test(path))
			.map((path) => [path, readFileSync(`${ROOT}/${path}`, 'utf8')] as const),
	);

const product = filesIn('src', 'commands');
/** All but this file, whose examples are imports only to look at. */
const others = [...filesIn('tests', 'bench')].filter(([path]) => path !== 'tests/imports.test.ts');
const imports = [...product].flatMap(([path, source]) => importsOf(path, source));

/** Where the edge touches discord.js' client and its interactions; all else in src/discord is made of values. */
const HANDS =
	'asked|attempt|bot|chat|client|dispatch|gateway|identify|in-hand|information|observer|patience|press|registration|retry|send|share|stall|tally|thread|transport';
const PAPER = /^src\/paper\//;
const VALUES = new RegExp(`^src/discord/(?!(?:${HANDS})\\.ts$)`);
const PLAIN_NODE = /^node:(path|timers\/promises|url|util)$/;

const RULES = [
	// The core knows nothing of Discord. Files are read in three places.
	{
		files: /^src\/paper\/(?!(corpus|styles|engine)\.ts$|processor\.js$)/,
		may: [PAPER, /^(minisearch|zod|htmlparser2|saxes|wink-porter2-stemmer)$/],
	},
	{ files: /^src\/paper\/(corpus|styles)\.ts$/, may: [PAPER, /^node:fs(\/promises)?$/, PLAIN_NODE, /^zod$/] },
	{ files: /^src\/paper\/engine\.ts$/, may: [PAPER, /^node:worker_threads$/] },
	{
		files: /^src\/paper\/processor\.js$/,
		may: [
			PAPER,
			/^node:(fs|worker_threads|url|module)$/,
			/^(citeproc|citeproc-locales|@citation-js\/plugin-csl)(\/|$)/,
		],
	},
	// The edge. Its values (replies, markdown, words) know of no client; logging stands apart.
	{
		files: new RegExp(`^src/discord/(?!(?:${HANDS}|health|metrics|log|say)\\.ts$)`),
		may: [VALUES, PAPER, /^discord\.js$/, /^node:util$/],
	},
	{ files: /^src\/discord\/say\.ts$/, may: [VALUES, PAPER, /^discord\.js$/, /^i18next$/] },
	// Loaded only where health is served.
	{
		files: /^src\/discord\/health\.ts$/,
		may: [/^src\/discord\/(gateway|metrics|observer)\.ts$/, /^node:(events|http|net)$/],
	},
	{ files: /^src\/discord\/metrics\.ts$/, may: [/^src\/discord\/(gateway|observer)\.ts$/, /^prom-client$/] },
	{ files: /^src\/discord\/log\.ts$/, may: [/^pino(-pretty)?$/, /^node:util$/] },
	{
		files: new RegExp(`^src/discord/(${HANDS})\\.ts$`),
		may: [/^src\/discord\//, PAPER, /^discord\.js$/, /^(pino|undici|zod)$/, PLAIN_NODE],
	},
	// The product's surface: values in, a reply out, each file for itself.
	{ files: /^commands\/(?!index\.ts$)/, may: [VALUES, PAPER, /^discord\.js$/] },
	{ files: /^commands\/index\.ts$/, may: [/^commands\//, /^src\/discord\/command\.ts$/] },
	// A Discord of its own, that knows nothing of the bot.
	{
		files: /^src\/sandbox\/(?!page\/)/,
		may: [/^src\/sandbox\//, /^node:/, /^(@hono\/node-server|hono|ws|zod|rolldown|discord-api-types\/v10)(\/|$)/],
	},
	// What runs in the browser.
	{
		files: /^src\/sandbox\/page\//,
		may: [
			/^src\/sandbox\/(page\/|line\.ts$|message-body\.ts$)/,
			/^(lit|@skyra\/discord-components-core|discord-markdown-parser|discord-api-types\/v10)(\/|$)/,
		],
	},
	// Programs, and what only they need. The evaluation compares with the engine as it comes.
	{
		files: /^src\/[^/]+\.ts$/,
		may: [
			/^src\/(?!sandbox\/|(main|register|doctor|import|styles|eval)\.ts$)/,
			/^commands\/index\.ts$/,
			/^node:/,
			/^(dotenv|discord\.js|minisearch|pino|zod)$/,
		],
	},
];

test('each file imports what its room may, and nothing else', () => {
	expect(violations(product, RULES)).toEqual([]);
});

test('nobody imports a program, and the local Discord only who tries the bot', () => {
	const all = [...product, ...others].flatMap(([path, source]) => importsOf(path, source));
	expect(all.filter(({ to }) => /^src\/(main|register|doctor|import|styles|eval)\.ts$/.test(to))).toEqual([]);
	const users = all.filter(({ to }) => to.startsWith('src/sandbox/')).map(({ from }) => from);
	expect(users.filter((from) => !/^(src\/sandbox|tests|bench|tools)\//.test(from))).toEqual([]);
});

test('nothing imports in a circle', () => {
	expect(cycles(imports.filter(({ isType }) => !isType))).toEqual([]);
});

test('the environment is read by programs only', () => {
	const readers = [...product].filter(([, source]) => /process\.env\b/.test(source)).map(([path]) => path);
	const programs = /^src\/(main|register|doctor|styles)\.ts$|^src\/sandbox\/child\.ts$/;
	expect(readers.filter((path) => !programs.test(path))).toEqual([]);
});

test('no default exports, no barrels', () => {
	for (const [path, source] of product) {
		expect([path, /^export (default|\* from|\{[^}]*\} from)/m.test(source)]).toEqual([path, false]);
	}
});

describe('packages', () => {
	const { dependencies, devDependencies } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
	const used = (some: typeof imports) => new Set(some.flatMap((one) => packageOf(one) ?? []));
	const run = imports.filter(({ from, isType }) => !isType && !from.startsWith('src/sandbox/'));

	test('what the product imports when it runs are its dependencies, all of them and no other', () => {
		const read = (name: string) => JSON.parse(readFileSync(`${ROOT}/node_modules/${name}/package.json`, 'utf8'));
		const asked = Object.keys(dependencies).flatMap((name) => Object.keys(read(name).peerDependencies ?? {}));
		const names = [...used(run)];
		expect(names.filter((name) => !(name in dependencies))).toEqual([]);
		expect(Object.keys(dependencies).filter((name) => !names.includes(name) && !asked.includes(name))).toEqual([]);
	});

	test('what is imported at all is declared, with its exact version', () => {
		const all = [...product, ...others].flatMap(([path, source]) => importsOf(path, source));
		const declared = { ...dependencies, ...devDependencies };
		expect([...used(all)].filter((name) => !(name in declared))).toEqual([]);
		expect(Object.entries<string>(declared).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
	});
});

describe('the check itself', () => {
	const one = (path: string, source: string) => violations(new Map([[path, source]]), RULES);

	test.each([
		['src/paper/ask.ts', "import { Client } from 'discord.js';"],
		['src/paper/ask.ts', "import { readFileSync } from 'node:fs';"],
		['src/paper/ask.ts', "import {\n\ttype Say,\n} from '../discord/say.ts';"],
		['src/discord/render.ts', "import { send } from './send.ts';"],
		['src/discord/bot.ts', "import { commands } from '../../commands/index.ts';"],
		['commands/ask.ts', "import { help } from './help.ts';"],
		['commands/ask.ts', "import { send } from '../src/discord/send.ts';"],
		['commands/ask.ts', "const later = await import('../src/main.ts');"],
		['src/sandbox/page/app.ts', "import { readFileSync } from 'node:fs';"],
		['src/sandbox/rest.ts', "export type { Paper } from '../paper/paper.ts';"],
		['src/main.ts', "import { startSandbox } from './sandbox/sandbox.ts';"],
		['src/main.ts', "import './register.ts';"],
	])('%s with %j is found', (path, source) => {
		expect(one(path, source)).toHaveLength(1);
	});

	test('a file without a rule is found; what is allowed or commented out is not', () => {
		expect(one('other/x.ts', '')).toEqual(['other/x.ts: no rule holds for it']);
		expect(
			one('src/paper/ask.ts', "import { z } from 'zod';\n// import x from 'discord.js';\n/* import 'ws'; */"),
		).toEqual([]);
	});

	test('types are known as such, packages by their names', () => {
		const [a, b, c, d] = importsOf(
			'src/x.ts',
			"import type { A } from 'a/b';\nimport { type B } from '@b/c/d';\nimport { type C, c } from 'c';\nimport 'node:fs';",
		);
		expect([a, b, c, d].map((found) => found?.isType)).toEqual([true, true, false, false]);
		expect([a, b, c, d].map((found) => found && packageOf(found))).toEqual(['a', '@b/c', 'c', undefined]);
	});

	test('a circle is found, a fork is none', () => {
		const edges = (text: string) =>
			text.split(' ').map((edge) => ({ from: edge.slice(0, 1), to: edge.slice(1), isType: false }));
		expect(cycles(edges('ab ac bd cd'))).toEqual([]);
		expect(cycles(edges('ab bc cd db'))).toEqual(['b -> c -> d -> b']);
	});
});
