import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('each message that is logged stands in the table of docs/operations.md, and no other', () => {
	const sources = ['src', 'src/discord', 'src/paper', 'commands']
		.flatMap((dir) => readdirSync(`${ROOT}/${dir}`).map((file) => `${dir}/${file}`))
		.filter((path) => path.endsWith('.ts'))
		.map((path) => readFileSync(`${ROOT}/${path}`, 'utf8'));
	const calls = sources.flatMap((source) => source.match(/\blog\.(trace|debug|info|warn|error|fatal)\(/g) ?? []);
	const logged = sources.flatMap((source) =>
		[...source.matchAll(/\blog\.\w+\([^;]*?'([^']+)',?\s*\)/g)].flatMap(([, message]) => message ?? []),
	);
	expect(logged).toHaveLength(calls.length);
	const tallied = sources.flatMap((source) =>
		[...source.matchAll(/\btally\.count\(\s*'(?:info|warn)',\s*'([^']+)'/g)].flatMap(([, message]) => message ?? []),
	);
	expect(tallied).toHaveLength(sources.join('').match(/\btally\.count\(/g)?.length ?? 0);
	const docs = readFileSync(`${ROOT}/docs/operations.md`, 'utf8').split('## Logs')[1]?.split('\n## ')[0] ?? '';
	const listed = [...docs.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, line = '']) => line.match(/[^`]{3,}/g) ?? []);
	expect(listed.sort()).toEqual([...new Set([...logged, ...tallied])].sort());
});
