import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { makeCiter } from '../../src/paper/cite.ts';
import { loadCorpus } from '../../src/paper/corpus.ts';
import { checkStyle } from '../../src/paper/csl.ts';
import { makeEngine, StyleError } from '../../src/paper/engine.ts';
import { plainText } from '../../src/paper/runs.ts';
import { findStyle, matchingStyles } from '../../src/paper/style-names.ts';
import { openStyles } from '../../src/paper/styles.ts';
import { dependent, folderOf, style } from '../csl.ts';

const MLA = '<title-short>MLA</title-short>';
const dir = folderOf({
	'modern-language-association.csl': style('Modern Language Association 9th edition', MLA),
	'modern-language-association-6th-edition-note.csl': style('Modern Language Association 6th edition (note)', MLA),
	'apa.csl': style('An older APA'),
	'truncated.csl': style('Cut short').slice(0, -20),
	'page.csl': '<html><body>404</body></html>',
	'text.csl': '404: Not Found',
	'no-macro.csl': style('Calls what is not there', '', '<text macro="nowhere"/>'),
	'loop.csl': style('Calls itself', '', '<text macro="m"/>').replace(
		'<citation>',
		'<macro name="m"><text macro="m"/></macro><citation>',
	),
	'notes.txt': 'no style',
	'dependent/journal-of-x.csl': dependent('Journal of X', 'modern-language-association'),
	'dependent/journal-of-apa.csl': dependent('Journal of APA', 'apa'),
	'dependent/orphan.csl': dependent('Orphan', 'nowhere'),
	'dependent/own-parent.csl': dependent('Own parent', 'own-parent'),
});
const citer = makeCiter([join(dir, 'absent'), dir]);
afterAll(() => citer.close());

const paper = loadCorpus('corpus').main;

async function reference(name: string) {
	const found = await citer.styles.find(name);
	if (!found) throw new Error(`no style ${name}`);
	return plainText((await citer.cite(paper, found)).reference);
}

describe('styles are found', () => {
	test.each([
		['apa', 'APA 7th edition'],
		['APA 7th edition', 'APA 7th edition'],
		['harvard', 'Harvard (Cite Them Right)'],
		['Harvard-Cite-Them-Right', 'Harvard (Cite Them Right)'],
		['MLA', 'Modern Language Association 9th edition'],
		['6th note', 'Modern Language Association 6th edition (note)'],
		[' journal of x ', 'Journal of X'],
	])('%s', async (typed, title) => {
		expect((await citer.styles.find(typed))?.title).toBe(title);
	});

	test.each(['', ' ', 'nothing of the kind', 'modern language', '../corpus/x', '__proto__'])(
		'not: “%s”',
		async (typed) => {
			expect(await citer.styles.find(typed)).toBeUndefined();
		},
	);

	test('the bot’s own come first and are there before the folders are read', async () => {
		const styles = openStyles([dir]);
		expect(styles.known().map(({ id }) => id)).toEqual(['apa', 'harvard-cite-them-right', 'vancouver']);
		await styles.find('orphan');
		expect(matchingStyles(styles.known(), '').slice(0, 4)).toMatchObject([
			{ id: 'apa' },
			{ id: 'harvard-cite-them-right' },
			{ id: 'vancouver' },
			{ id: 'modern-language-association' },
		]);
		expect(matchingStyles(styles.known(), 'journal').map(({ title }) => title)).toEqual([
			'Journal of APA',
			'Journal of X',
		]);
		expect(styles.known().filter(({ id }) => id === 'apa')).toHaveLength(1);
	});

	test('a name as Discord carries it, cut after 100 characters', () => {
		const long = { id: 'x'.repeat(120), title: `${'A long title '.repeat(10)}end`, path: 'x.csl' };
		expect(findStyle([long], long.id.slice(0, 100))).toBe(long);
		expect(findStyle([long], `${long.title.slice(0, 99)}…`)).toBe(long);
	});
});

describe('styles from files', () => {
	test('a style of its own, and one with its parent’s rules', async () => {
		expect(await reference('mla')).toBe(paper.verified.title);
		expect(await reference('Journal of X')).toBe(paper.verified.title);
		expect(await reference('Journal of APA')).toMatch(/^Perrin, C\., Frost, A\., & Ware, J\. B\. \(2018\)\./);
	});

	test.each([
		['truncated', /not well-formed XML/],
		['page', /its root is <html>/],
		['text', /not well-formed XML/],
		['no-macro', /the macro “nowhere”/],
		['loop', /infinite loop/],
		['orphan', /needs the style “nowhere”, which is not here/],
		['own-parent', /its parent “own-parent” has no rules of its own/],
	])('a broken one is said to be broken, and the others work: %s', async (name, reason) => {
		const error = await reference(name).catch((error: unknown) => error);
		expect(error).toBeInstanceOf(StyleError);
		expect((error as StyleError).message).toMatch(reason);
		expect((error as StyleError).message).toMatch(/^The style “.*” (cannot be used|is broken): /);
		expect(await reference('mla')).toBe(paper.verified.title);
	});

	test('a file that was deleted since', async () => {
		const gone = { id: 'gone', title: 'Gone', path: join(dir, 'gone.csl') };
		await expect(citer.cite(paper, gone)).rejects.toThrow('The style “Gone” cannot be used: its file cannot be read.');
	});
});

test('a style is a CSL style with a title and one way to cite', () => {
	expect(checkStyle(style('A &amp; B'))).toEqual({ title: 'A & B' });
	expect(checkStyle(dependent('D', 'apa', 'fr-FR'))).toEqual({ title: 'D', parent: 'apa', locale: 'fr-FR' });
	expect(() => checkStyle(style(''))).toThrow('it has no title');
	expect(() => checkStyle(style('X').replace(/<citation>.*<\/citation>/, ''))).toThrow('it does not say how to cite');
});

describe('the engine', () => {
	const item = { id: 'x', type: 'article-journal', title: 'T' };

	test('gives up on a style that takes too long, and goes on with the next', async () => {
		const engine = makeEngine(1);
		await expect(engine.render({ id: 'apa', title: 'APA', bundled: 'apa' }, item)).rejects.toThrow(
			'The style “APA” cannot be used: it takes longer than 0.001 seconds.',
		);
		await engine.close();
		const patient = makeEngine();
		expect((await patient.render({ id: 'x', title: 'X', xml: style('X') }, item)).reference).toContain('T');
		await patient.close();
	});

	test('gives each style its whole time, however long those before it take', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		onTestFinished(() => void vi.useRealTimers());
		const engine = makeEngine(1000);
		const first = engine.render({ id: 'x', title: 'X', xml: style('X') }, item);
		// Takes a second to build, so that it is still waiting when the first is done.
		const second = engine.render({ id: 'apa', title: 'APA', bundled: 'apa' }, item);
		vi.advanceTimersByTime(900);
		await first;
		vi.advanceTimersByTime(900);
		expect((await second).reference).toContain('T');
		await engine.close();
	});

	test('what waits when it is closed is told so', async () => {
		const engine = makeEngine();
		const waiting = engine.render({ id: 'x', title: 'X', xml: style('X') }, item);
		const told = expect(waiting).rejects.toThrow('closed');
		await engine.close();
		await told;
	});

	test('keeps more styles apart than it keeps engines', async () => {
		const engine = makeEngine();
		for (const round of [1, 2]) {
			for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
				const xml = style('X', '', `<text value=" ${id}"/>`);
				const { reference } = await engine.render({ id, title: id, xml }, item);
				expect(reference, `${id}, round ${round}`).toContain(`T ${id}`);
			}
		}
		await engine.close();
	});
});
