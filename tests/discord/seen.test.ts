import { expect, test } from 'vitest';
import { makeSeen } from '../../src/discord/seen.ts';

test('an id is known again for a minute, not for longer', () => {
	const seen = makeSeen();
	expect([seen('a', 0), seen('b', 30_000), seen('a', 59_000)]).toEqual([false, false, true]);
	expect([seen('a', 60_000), seen('b', 60_000)]).toEqual([false, true]);
});
