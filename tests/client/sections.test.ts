import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SectionKey } from '../../src/paper/section.ts';
import type { Member } from '../../src/sandbox/member.ts';
import { libraryOf, type Running, running } from '../running.ts';
import { shown } from './shown.ts';

let it: Running;
let alice: Member;
beforeAll(async () => {
	it = await running();
	alice = it.discord.member({ name: 'alice' });
});
afterAll(() => it.close());

const COMMANDS: Readonly<Partial<Record<SectionKey, string>>> = {
	purpose: '/purpose',
	methods: '/methods',
	findings: '/findings',
	limitations: '/limitations',
	practical: '/implications kind: practical',
	social: '/implications kind: social',
	originality: '/originality',
};

describe.each([...libraryOf().corpus.papers.values()])('$id', (paper) => {
	test.each(Object.entries(COMMANDS))('%s is shown by %s, character for character', async (key, line) => {
		const reply = await alice.type(`${line} paper: ${paper.id}`);
		const sections = paper.sections.filter((section) => section.key === key);
		if (sections.length === 0) {
			expect(reply).toMatchObject({
				ephemeral: true,
				message: { embeds: [{ title: 'The abstract has no such section' }] },
			});
			return;
		}
		expect(reply.ephemeral).toBe(false);
		expect(shown(reply.message).join('')).toBe(
			sections.map(({ start, end }) => paper.record.slice(start, end)).join(''),
		);
	});

	test('/abstract shows all of them in order', async () => {
		const { message } = await alice.type(`/abstract paper: ${paper.id}`);
		expect(shown(message)).toEqual(paper.sections.map(({ text }) => text));
	});
});

test('/limitations: label, passage, name, paper and a link that opens the record at the passage', async () => {
	const { message } = await alice.type('/limitations');
	expect(message?.embeds).toHaveLength(1);
	expect(message?.embeds[0]).toMatchObject({
		title: 'Research limitations/implications',
		description: '> More research on the potential negative impact of peer-support in carceral setting is needed.',
		footer: { text: 'Limitations 1 · Perrin, Frost & Ware · Acquire, CQUniversity’s repository' },
	});
	expect(message?.embeds[0]?.url).toMatch(
		/#:~:text=More%20research%20on%20the%20potential,in%20carceral%20setting%20is%20needed\.$/,
	);
});

test('/implications without a kind shows both', async () => {
	const { message } = await alice.type('/implications');
	expect(message?.embeds.map(({ title }) => title)).toEqual(['Practical implications', 'Social implications']);
});

test('hide hides', async () => {
	const reply = await alice.type('/findings hide: True');
	expect(reply.ephemeral).toBe(true);
	expect(reply.message?.onlyFor).toBe(alice.user.id);
});
