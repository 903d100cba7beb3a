import { expect, test } from 'vitest';
import { help } from '../../commands/help.ts';
import { commands } from '../../commands/index.ts';
import { contextOf, perrin } from '../context.ts';
import { paperOf } from '../papers.ts';
import { shown } from './replies.ts';

test('what it names is there, and what is there it names', async () => {
	const { text } = shown(await help.run({}, contextOf()));
	const named = new Set([...text.matchAll(/`\/([a-z]+)/g)].map(([, name]) => name));
	const slash = commands.filter((command) => 'run' in command).map(({ body }) => body.name);
	expect([...named].sort()).toEqual(slash.filter((name) => name !== 'help').sort());
});

test('it shows the papers, and that there are more', async () => {
	const many = Array.from({ length: 7 }, (_, i) =>
		paperOf(`p${i}`, [{ key: 'findings', label: 'F', text: 'X.' }], { title: `*T${i}*` }),
	);
	const { text } = shown(await help.run({}, contextOf([perrin, ...many])));
	expect(text).toContain('- Perrin, Frost & Ware: ');
	expect(text).toContain('- \\*T0\\*');
	expect(text).toContain('and 3 more');
});

test('it is for all to see, unless hidden', async () => {
	expect(shown(await help.run({}, contextOf())).hidden).toBe(false);
	expect(shown(await help.run({ hide: true }, contextOf())).hidden).toBe(true);
});
