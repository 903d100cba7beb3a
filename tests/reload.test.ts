import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeShelf, watchFolder } from '../src/reload.ts';
import { CORPUS_DIR, libraryOf } from './running.ts';

const OTHER = new URL('corpus/bakery-2020', import.meta.url).pathname;

let root: string;
let dir: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'verbatim-reload-'));
	dir = join(root, 'corpus');
	cpSync(CORPUS_DIR, dir, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the shelf', () => {
	const shelf = () => {
		const log: Record<string, unknown>[] = [];
		return {
			log,
			...makeShelf(
				() => libraryOf(dir),
				pino({ base: null, timestamp: false }, { write: (line: string) => log.push(JSON.parse(line)) }),
			),
		};
	};
	const FIRST = 'perrin-2018-peer-support';

	test('serves what it has loaded, and what it loads anew, in one step', () => {
		const { library, reload, log } = shelf();
		const before = library();
		cpSync(OTHER, join(dir, 'bakery-2020'), { recursive: true });
		expect([...library().corpus.papers.keys()]).toEqual([FIRST]);
		reload();
		expect([...library().corpus.papers.keys()]).toEqual(['bakery-2020', FIRST]);
		expect(library().index.search('bakery').length).toBeGreaterThan(0);
		expect([...before.corpus.papers.keys()]).toEqual([FIRST]);
		expect(log.map(({ msg }) => msg)).toEqual(['corpus loaded', 'corpus loaded anew']);
	});

	test('a broken corpus is refused with one line, the old one stays; mended, it is taken', () => {
		const { library, reload, log } = shelf();
		const before = library();
		writeFileSync(join(dir, FIRST, 'paper.json'), '{');
		reload();
		expect(library()).toBe(before);
		expect(log.slice(1)).toEqual([
			{
				level: 50,
				problem: expect.stringMatching(/paper\.json: not JSON/),
				msg: 'corpus not loaded anew; the old one stays',
			},
		]);
		cpSync(join(CORPUS_DIR, FIRST), join(dir, FIRST), { recursive: true });
		reload();
		expect(library()).not.toBe(before);
	});

	test('links that lead nowhere, or in a circle, are none of its papers', () => {
		symlinkSync(join(dir, 'gone'), join(dir, 'nowhere'));
		symlinkSync(join(dir, 'circle'), join(dir, 'circle'));
		symlinkSync(OTHER, join(dir, 'bakery-2020'));
		const { library, log } = shelf();
		expect([...library().corpus.papers.keys()]).toEqual(['bakery-2020', FIRST]);
		expect(log.map(({ msg }) => msg)).toEqual(['corpus loaded']);
	});

	test('a corpus that is broken from the first is an error', () => {
		rmSync(dir, { recursive: true });
		expect(shelf).toThrow(/cannot be read/);
	});
});

describe('a folder that is watched', () => {
	/** Changes are over after so many milliseconds. */
	const QUIET = 100;
	const WAITS = { quiet: QUIET, longest: 10 * QUIET };
	let end: () => void;
	let told: number;
	beforeEach(() => {
		told = 0;
		end = watchFolder(dir, () => (told += 1), WAITS);
	});
	afterEach(() => end());
	const toldTimes = (times: number) => vi.waitUntil(() => told === times, { timeout: 5000, interval: 10 });
	const paper = () => join(dir, 'perrin-2018-peer-support', 'paper.json');

	test('tells once of many changes together', async () => {
		for (let i = 0; i < 20; i += 1) writeFileSync(paper(), `{"i":${i}}`);
		writeFileSync(join(dir, 'new.txt'), 'x');
		await toldTimes(1);
		await sleep(3 * QUIET);
		expect(told).toBe(1);
	});

	test('tells now and then of changes that do not end', async () => {
		const begun = performance.now();
		while (told < 2 && performance.now() - begun < 5 * WAITS.longest) {
			writeFileSync(paper(), `{"at":${performance.now()}}`);
			await sleep(QUIET / 3);
		}
		expect(told).toBe(2);
		expect(performance.now() - begun).toBeGreaterThan(1.5 * WAITS.longest);
	});

	test('is left alone by being read', async () => {
		libraryOf(dir);
		await sleep(3 * QUIET);
		expect(told).toBe(0);
	});

	test('tells of a folder that is new, and of what then changes in it', async () => {
		mkdirSync(join(dir, 'another'));
		await toldTimes(1);
		writeFileSync(join(dir, 'another', 'record.txt'), 'x');
		await toldTimes(2);
		rmSync(join(dir, 'another'), { recursive: true });
		await toldTimes(3);
	});

	test('tells of files that editors put in the place of others', async () => {
		writeFileSync(`${paper()}.tmp`, '{}');
		renameSync(`${paper()}.tmp`, paper());
		await toldTimes(1);
		utimesSync(paper(), 1, 1);
		await toldTimes(2);
	});

	test('tells when another folder takes its place, and of what changes there', async () => {
		renameSync(dir, `${dir}.old`);
		await toldTimes(1);
		mkdirSync(dir);
		await toldTimes(2);
		writeFileSync(join(dir, 'a.txt'), 'x');
		await toldTimes(3);
	});

	test('that is a link is followed, also to where it points next', async () => {
		end();
		const link = join(root, 'link');
		symlinkSync(dir, link);
		end = watchFolder(link, () => (told += 1), WAITS);
		writeFileSync(paper(), '{}');
		await toldTimes(1);
		mkdirSync(join(root, 'next'));
		symlinkSync(join(root, 'next'), `${link}.new`);
		renameSync(`${link}.new`, link);
		await toldTimes(2);
		writeFileSync(join(root, 'next', 'a.txt'), 'x');
		await toldTimes(3);
	});

	test('that is not there is not an error', () => {
		watchFolder(join(root, 'nowhere'), () => undefined)();
	});

	test('is not watched any more once that is ended', async () => {
		writeFileSync(paper(), '{}');
		end();
		await sleep(3 * QUIET);
		expect(told).toBe(0);
	});
});
