import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, cutMarkdown, LIMITS } from '../../src/discord/limits.ts';
import { escapeMarkdown } from '../../src/discord/markdown.ts';

test('a text is cut only where it is too long, and says so', () => {
	expect(cut('abc', 3)).toBe('abc');
	expect(cut('abcd', 3)).toBe('ab…');
	expect(cut('ab cd', 4)).toBe('ab…');
	expect(cut('👩‍👩‍👧👩‍👩‍👧', LIMITS.choice)).toBe('👩‍👩‍👧👩‍👩‍👧');
	expect(cut('👩‍👩‍👧👩‍👩‍👧', 9)).toBe('👩‍👩‍👧…');
});

test('what is cut is never longer than asked, and a beginning of the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 }), (text, most) => {
			const kept = cut(text, most);
			expect(kept.length).toBeLessThanOrEqual(most);
			expect(text.startsWith(text.length <= most ? kept : kept.slice(0, -1))).toBe(true);
		}),
	);
});

test('markdown is not cut within an escape', () => {
	expect(cutMarkdown(escapeMarkdown('****'), 6)).toBe('\\*\\*…');
	expect(cutMarkdown(escapeMarkdown('****'), 5)).toBe('\\*\\*…');
	expect(cutMarkdown(escapeMarkdown('***'), 4)).toBe('\\*…');
	expect(cutMarkdown(escapeMarkdown('\\\\\\'), 4)).toBe('\\\\…');
});
