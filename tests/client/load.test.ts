import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, running } from '../running.ts';
import { LIMITATION, shown } from './shown.ts';

let it: Running;
beforeAll(async () => {
	// How fast it is depends on the machine, and is measured by `npm run bench`.
	it = await running({ ackTimeout: 15_000 });
});
afterAll(() => it.close());

const CLASS = 500;

test('a class of 500 asks at the same moment: each of them is answered, once', async () => {
	const people = Array.from({ length: CLASS }, (_, i) => it.discord.member({ name: `student-${i}` }));
	const replies = await Promise.all(
		people.map((who) => who.type('/ask question: what should future research look at?')),
	);
	for (const reply of replies) {
		expect(reply).toMatchObject({ outcome: 'replied', ephemeral: false, followUps: [] });
		expect(shown(reply.message)[0]).toBe(LIMITATION);
	}
	expect(new Set(replies.map(({ message }) => message?.id)).size).toBe(CLASS);
	const taken = it.discord.requests.filter(({ path, status }) => path.endsWith('/callback') && status === 204);
	expect(taken).toHaveLength(CLASS);
	expect(it.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});
