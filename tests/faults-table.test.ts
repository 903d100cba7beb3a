import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('each test that the table of faults names is there, in the file that it names', () => {
	const table = /## Faults\n([\s\S]*?)\n## /.exec(read('../docs/operations.md'))?.[1] ?? '';
	const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| fault '));
	expect(rows.length).toBeGreaterThan(12);
	const paths = new Map(
		[...table.matchAll(/\[([\w-]+)\]\(\.\.\/tests\/([\w/.-]+)\)/g)].map(([, name, path]) => [name, path]),
	);
	for (const row of rows) {
		const cell = row.split(' | ').at(-1) ?? '';
		const files = cell.split(/(?:^|; )(?=\[?[\w-]+\]?(?:\([^)]*\))?: )/);
		for (const named of files) {
			const name = /^\[?([\w-]+)/.exec(named)?.[1];
			const source = read(`./${paths.get(name)}`);
			const tests = [...named.matchAll(/`([^`]+)`/g)].map(([, test]) => test ?? '');
			expect(tests.length || named.includes('the same'), row).toBeTruthy();
			for (const test of tests) expect(source, row).toContain(`'${test}'`);
		}
	}
});
