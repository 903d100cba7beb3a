import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const shared = new URL('../../shared/paper/record.txt', import.meta.url);

test.skipIf(!existsSync(shared))('the first record is the published one, byte for byte', () => {
	const kept = readFileSync(new URL('../corpus/perrin-2018-peer-support/record.txt', import.meta.url));
	expect(kept.equals(readFileSync(shared))).toBe(true);
});
