import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { en } from '../../src/discord/locales/en.ts';
import { localise } from '../../src/discord/localise.ts';
import { CATALOGUES, sayIn } from '../../src/discord/say.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

describe.each(Object.entries(CATALOGUES))('%s', (_language, { sentences, commands: texts }) => {
	test('has the sentences of English, each with the same values', () => {
		expect(Object.keys(sentences).sort()).toEqual(Object.keys(en).sort());
		for (const [key, text] of Object.entries(en)) {
			expect([key, placeholders(sentences[key as keyof typeof en])]).toEqual([key, placeholders(text)]);
		}
	});

	test('translates what is more than a word or two', () => {
		const same = Object.entries(en).filter(
			([key, text]) => text.length > 20 && sentences[key as keyof typeof en] === text,
		);
		expect(same).toEqual([]);
	});

	test('has every command, option and choice, and no other', () => {
		expect(Object.keys(texts).sort()).toEqual(commands.map(({ body }) => body.name).sort());
		for (const { body } of commands) {
			if (!('description' in body)) continue;
			const text = texts[body.name];
			expect(Object.keys(text?.options ?? {}).sort()).toEqual((body.options ?? []).map(({ name }) => name).sort());
			for (const option of body.options ?? []) {
				const choices = Object.keys(text?.options?.[option.name]?.choices ?? {});
				expect(choices.sort()).toEqual((option.choices ?? []).map(({ value }) => value).sort());
			}
		}
	});

	test('names options as people see them', () => {
		const options = Object.values(texts).flatMap((text) => Object.values(text.options ?? {}).map(({ name }) => name));
		const code = Object.values(sentences).flatMap((text) =>
			[...text.matchAll(/`([^`]*)`/g)].map(([, one = '']) => one),
		);
		const named = code.filter((one) => /^[^/{]/.test(one));
		expect(named.length).toBeGreaterThan(0);
		for (const name of named) expect(options).toContain(name);
	});

	test('names commands as Discord takes them, each name once', () => {
		const slash = commands.filter(({ body }) => 'description' in body).map(({ body }) => texts[body.name]);
		expect(new Set(slash.map((text) => text?.name)).size).toBe(slash.length);
		for (const text of slash) {
			for (const { name, description } of [text, ...Object.values(text?.options ?? {})].filter(
				(one) => one !== undefined,
			)) {
				expect(name).toMatch(NAME);
				expect(name).toBe(name.toLowerCase());
				expect(description?.length).toBeGreaterThan(0);
				expect(description?.length).toBeLessThanOrEqual(100);
			}
		}
	});
});

test('each command carries all languages to Discord', () => {
	for (const { body } of commands) {
		expect(Object.keys(localise(body).name_localizations).sort()).toEqual(['de', 'es-419', 'es-ES', 'fr']);
	}
});

test('values are escaped in markdown and not in plain text; an unknown locale is English', () => {
	expect(sayIn('de')('noPassageText', { words: '*x*' })).toContain('„\\*x\\*“');
	expect(sayIn('es-419').plain('sharedBy', { who: '<@1>' })).toBe('Compartido por <@1>');
	expect(sayIn('tlh')('or')).toBe('or');
	expect(sayIn('constructor')('or')).toBe('or');
});

test('commands in sentences can be clicked where their ids are known', () => {
	expect(sayIn('en', new Map([['help', '42']]))('unknownCommandText')).toContain('</help:42>');
	expect(sayIn('en')('unknownCommandText')).toContain('`/help`');
});
