import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Lock, licencesOf, problemsOf } from '../../tools/licenses.ts';

const lock: Lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));

test('every run-time package of this bot has a known and allowed licence, is pinned and needs no script', () => {
	expect(licencesOf(lock).flatMap(([, names]) => names)).toContain('discord.js');
	expect(problemsOf(lock)).toEqual([]);
});

describe('what is found', () => {
	const sound = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' };
	const problems = (about: object, path = 'node_modules/a') =>
		problemsOf({ packages: { '': { license: 'GPL-3.0' }, [path]: { ...sound, ...about } } });

	test.each(['MIT', 'ISC', '(MIT OR GPL-3.0-only)', 'MIT AND Apache-2.0'])('%s is allowed', (license) => {
		expect(problems({ license })).toEqual([]);
	});
	test.each(['GPL-3.0-only', 'MIT AND GPL-2.0-only', 'CPAL-1.0', 'UNLICENSED', 'SEE LICENSE IN x', 'mit or so'])(
		'%s is not',
		(license) => {
			expect(problems({ license })).toEqual([`a 1.0.0: the licence ${license} is not allowed`]);
		},
	);
	test('what one package may is allowed to that one', () => {
		expect(problems({ license: 'CPAL-1.0 OR AGPL-1.0' }, 'node_modules/citeproc')).toEqual([]);
		expect(problems({ license: 'AGPL-1.0' }, 'node_modules/citeproc')).toHaveLength(1);
		expect(problems({ license: 'CPAL-1.0' }, 'node_modules/citeproc/node_modules/a')).toHaveLength(1);
	});
	test('no licence, no checksum, an install script', () => {
		expect(problems({ license: undefined })).toEqual(['a 1.0.0: its licence is not known']);
		expect(problems({ integrity: undefined })).toEqual(['a 1.0.0: the lock file does not say what exactly it is']);
		expect(problems({ hasInstallScript: true }, 'node_modules/@b/c')).toEqual(['@b/c 1.0.0: it has an install script']);
		expect(problems({ hasInstallScript: true }, 'node_modules/core-js-pure')).toEqual([]);
	});
	test('development packages are not asked', () => {
		expect(problems({ license: 'GPL-3.0-only', dev: true, hasInstallScript: true })).toEqual([]);
	});
});
