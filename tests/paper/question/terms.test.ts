import { expect, test } from 'vitest';
import { isEnglish, rarity } from '../../../src/paper/question/english.ts';
import { ENGLISH_WORDS } from '../../../src/paper/question/english-words.ts';
import { isStopWord, term } from '../../../src/paper/question/terms.ts';
import { englishWords } from '../../../tools/english.ts';

test.each([
	['generously', 'generous'], // Porter’s first algorithm makes “gener” of it
	['studies', 'studi'],
	['0.05', '0.05'],
	['h2o', 'h2o'],
])('the term of %s is %s', (word, expected) => expect(term(word)).toBe(expected));

test.each([
	['maximise', 'maximize'],
	['randomisation', 'randomization'],
	['analysed', 'analyzed'],
	['behavioural', 'behavioral'],
	['programmes', 'programs'],
	['centre', 'center'],
	['modelling', 'modeling'],
	['counsellors', 'counselors'],
	['haemoglobin', 'hemoglobin'],
	['supported', 'support'],
])('%s and %s are one term', (one, other) => expect(term(one)).toBe(term(other)));

test.each([
	['four', 'for'],
	['selling', 'sealing'],
	['peers', 'piers'],
	['negative', 'positive'],
])('%s and %s are two terms', (one, other) => expect(term(one)).not.toBe(term(other)));

test('words without a topic are stop words, words with one are not', () => {
	for (const word of ['the', 'which', 'does', 'x']) expect(isStopWord(word)).toBe(true);
	for (const word of ['first', 'new', 'support', '7']) expect(isStopWord(word)).toBe(false);
});

test('the rarer a word is in English, the more it weighs', () => {
	const weights = ['people', 'work', 'prison', 'confidentiality', 'recidivism'].map(rarity);
	expect(weights).toEqual([...weights].sort((a, b) => a - b));
	expect(isEnglish('prison')).toBe(true);
	expect(isEnglish('prsion')).toBe(false);
});

test('the table of English is the one that `npm run english` makes', () =>
	expect(ENGLISH_WORDS).toEqual(englishWords()));
