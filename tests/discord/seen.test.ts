import { expect, test } from 'vitest';
import { makeSeen } from '../../src/discord/seen.ts';

test('an id is known again for five seconds, not for longer', () => {
	const seen = makeSeen();
	expect([seen('a', 0), seen('b', 2000), seen('a', 4900)]).toEqual([false, false, true]);
	expect([seen('a', 5000), seen('b', 5000)]).toEqual([false, true]);
});
