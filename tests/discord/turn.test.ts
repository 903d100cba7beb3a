import type { APIButtonComponentWithCustomId } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayIn } from '../../src/discord/say.ts';
import { readTurn, turnButtons } from '../../src/discord/turn.ts';

const say = sayIn('en-US');
const idsOf = (again: string, page: number, pages: number) =>
	(turnButtons(again, page, pages, say) as APIButtonComponentWithCustomId[]).map(({ custom_id }) => custom_id);

/** Up to 100 UTF-16 units of whatever: lone surrogates, characters of two units, the colons that set off states. */
const words = fc
	.oneof(
		fc.string({ unit: 'binary', maxLength: 100 }),
		fc.string({ unit: fc.constantFrom(':', '😀', '\ud83d', '\ude00', ' ', '\n', 'a', 'turn:1:'), maxLength: 100 }),
	)
	.map((text) => text.slice(0, 100));

test('what makes a reply again comes back from the buttons, whatever was typed, on any page', () => {
	fc.assert(
		fc.property(words, fc.nat(998), fc.nat(998), (typed, page, more) => {
			const again = `search:${'p'.repeat(40)}:${typed}`;
			const ids = idsOf(again, page, page + 1 + more);
			for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
			expect(new Set(ids).size).toBe(3);
			const [previous = '', , next = ''] = ids;
			expect(readTurn(next, ids)).toEqual({ page: page + 1, again });
			if (page > 0) expect(readTurn(previous, ids)).toEqual({ page: page - 1, again });
		}),
	);
});

test('Previous and Next end where the pages do', () => {
	const disabled = (page: number) => turnButtons('x:', page, 3, say).map((button) => button.disabled);
	expect([0, 1, 2].map(disabled)).toEqual([
		[true, true, false],
		[false, true, false],
		[false, true, true],
	]);
});

test('forged custom_ids are none of ours, whatever they are', () => {
	fc.assert(
		fc.property(words, fc.array(words, { maxLength: 5 }), (pressed, row) => {
			expect(() => readTurn(pressed, row)).not.toThrow();
			expect(readTurn(`turn:${pressed}`, ['a', 'b', 'c'])).toBeUndefined();
		}),
	);
	const ids = idsOf('x:', 1, 3);
	expect(readTurn('turn:-:', ids)).toBeUndefined();
	expect(readTurn('turn:-1:', ids)).toBeUndefined();
	expect(readTurn('turn:1:', ids.slice(1))).toBeUndefined();
});

test('a state that three custom_ids cannot hold is a bug and said to be one', () => {
	expect(() => idsOf('x'.repeat(300), 0, 2)).toThrow('300 characters');
});
