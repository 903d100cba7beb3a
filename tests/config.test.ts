import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from '../src/config.ts';

const TOKEN = 'MTIz.abc-_.def';

test('a token is enough; the rest has defaults', () => {
	expect(readConfig({ DISCORD_TOKEN: TOKEN })).toMatchObject({
		token: TOKEN,
		guildId: undefined,
		apiUrl: 'https://discord.com/api',
		corpusDir: 'corpus',
		defaultPaper: undefined,
		logLevel: 'info',
		health: undefined,
		shards: 'auto',
	});
});

test('what is empty is absent, as in a copied .env.example', () => {
	const empty = Object.fromEntries(SETTINGS.map((name) => [name, '']));
	expect(readConfig({ ...empty, DISCORD_TOKEN: TOKEN })).toEqual(readConfig({ DISCORD_TOKEN: TOKEN }));
	expect(() => readConfig(empty)).toThrow('DISCORD_TOKEN is required');
});

test('the address of the API has no slash at its end', () => {
	expect(readConfig({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'http://127.0.0.1:1/api//' }).apiUrl).toBe(
		'http://127.0.0.1:1/api',
	);
});

test('all problems are told together, each by its name, none with its value', () => {
	const wrong = {
		DISCORD_TOKEN: 'Bot my-secret',
		DISCORD_GUILD_ID: 'my-secret',
		DISCORD_API_URL: 'ftp://my-secret',
		LOG_LEVEL: 'my-secret',
	};
	let message = '';
	try {
		readConfig(wrong);
	} catch (error) {
		expect(error).toBeInstanceOf(ConfigError);
		message = (error as Error).message;
	}
	const lines = message.split('\n').filter((line) => line.startsWith('- '));
	expect(lines.map((line) => line.split(' ')[1])).toEqual(Object.keys(wrong));
	expect(message).not.toContain('my-secret');
	expect(message).not.toMatch(/Invalid|undefined/);
});

describe('CORPUS_DIR and DEFAULT_PAPER', () => {
	const problems = (settings: Record<string, string>) => {
		try {
			readConfig({ DISCORD_TOKEN: TOKEN, ...settings });
		} catch (error) {
			return (error as ConfigError).problems;
		}
		return [];
	};

	test('a folder that cannot be read, or is none, is listed with all other problems', () => {
		expect(problems({ CORPUS_DIR: 'no/where', DEFAULT_PAPER: 'x', LOG_LEVEL: 'loud' })).toEqual([
			expect.stringMatching(/^LOG_LEVEL /),
			expect.stringMatching(/^CORPUS_DIR names no folder that can be read: no\/where: .*ENOENT/),
		]);
		expect(problems({ CORPUS_DIR: 'package.json' })).toEqual([expect.stringMatching(/^CORPUS_DIR .*ENOTDIR/)]);
	});

	test('a paper that is not there is, too, with those that are', () => {
		expect(problems({ DEFAULT_PAPER: 'perrin', SHARDS: 'x' })).toEqual([
			expect.stringMatching(/^SHARDS /),
			'DEFAULT_PAPER names “perrin”, but in corpus there is only perrin-2018-peer-support',
		]);
		expect(problems({ DEFAULT_PAPER: 'perrin-2018-peer-support' })).toEqual([]);
	});
});

test('the address of the API is one without a version', () => {
	const url = (DISCORD_API_URL: string) => () => readConfig({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL });
	expect(url('https://discord.com/api/v10/')).toThrow('- DISCORD_API_URL ends in a version');
	expect(url('https://proxy.example/v1/discord')().apiUrl).toBe('https://proxy.example/v1/discord');
});

describe('HEALTH_PORT and HEALTH_HOST', () => {
	const health = (settings: Record<string, string>) => readConfig({ DISCORD_TOKEN: TOKEN, ...settings }).health;

	test('nothing is served without a port; with one, to this machine unless told otherwise', () => {
		expect(health({ HEALTH_HOST: '0.0.0.0' })).toBeUndefined();
		expect(health({ HEALTH_PORT: '8080' })).toEqual({ host: '127.0.0.1', port: 8080 });
		expect(health({ HEALTH_PORT: '0', HEALTH_HOST: '::1' })).toEqual({ host: '::1', port: 0 });
	});

	test.each(['65536', '-1', '80.5', '1e3', '0x50', 'http'])('the port “%s” is refused by its name', (port) => {
		expect(() => health({ HEALTH_PORT: port })).toThrow(/^- HEALTH_PORT is not a port: 0 to 65535$/m);
	});
});

describe('SHARDS', () => {
	test.each([
		['auto', 'auto'],
		['', 'auto'],
		['0/1', { ids: [0], count: 1 }],
		['0,1/4', { ids: [0, 1], count: 4 }],
		['3,1/4', { ids: [3, 1], count: 4 }],
	])('“%s” is %j', (text, shards) => {
		expect(readConfig({ DISCORD_TOKEN: TOKEN, SHARDS: text }).shards).toEqual(shards);
	});

	test.each(['4/4', '0,0/2', '0', '/4', '0/', '0/0', '-1/2', '0,/2', '0,1 / 4', '1.0/2', 'all'])(
		'“%s” is refused by its name',
		(text) => {
			expect(() => readConfig({ DISCORD_TOKEN: TOKEN, SHARDS: text })).toThrow(/^- SHARDS is neither “auto” nor/m);
		},
	);
});

test('.env.example lists the settings and no other, each with one comment', () => {
	const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
		.trim()
		.split('\n');
	const pairs = lines.flatMap((line, i) => (i % 2 === 0 ? [[line, lines[i + 1] ?? ''] as const] : []));
	expect(pairs.map(([, name]) => name)).toEqual(SETTINGS.map((name) => `${name}=`));
	for (const [comment] of pairs) expect(comment).toMatch(/^# \S/);
});

test('the README’s table of settings is the same list', () => {
	const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
	const table = readme.slice(readme.indexOf('## Settings')).split('\n## ')[0] ?? '';
	expect([...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)).toEqual(SETTINGS);
});
