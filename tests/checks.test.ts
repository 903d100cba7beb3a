import { readFileSync } from 'node:fs';
import type { APIApplication, RESTGetAPIGatewayBotResult } from 'discord.js';
import { describe, expect, test } from 'vitest';
import {
	checkApplication,
	checkGateway,
	checkIntents,
	checkNode,
	checkRegistration,
	checkSettings,
	OLDEST_NODE,
	refusal,
} from '../src/checks.ts';

describe('Node', () => {
	test.each(['20.19.0', '20.20.2', '22.0.0', '100.0.0'])('%s will do', (version) => {
		expect(checkNode(version)).toEqual({ verdict: 'ok', line: version });
	});
	test.each(['20.18.9', '18.20.0', '9.11.2'])('%s is too old', (version) => {
		expect(checkNode(version)).toMatchObject({ verdict: 'wrong', line: expect.stringContaining('install 20.19.0') });
	});
	test('the oldest is that of package.json', () => {
		const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
		expect(`${engines.node}.0`).toBe(`>=${OLDEST_NODE}`);
	});
});

test('settings: a line for each problem, by its name, without its value', () => {
	const { all, config } = checkSettings({ DISCORD_GUILD_ID: 'canary', SHARDS: 'canary' });
	expect(config).toBeUndefined();
	expect(all.map(({ verdict, line }) => [verdict, line.split(' ')[0]])).toEqual([
		['wrong', 'DISCORD_TOKEN'],
		['wrong', 'DISCORD_GUILD_ID'],
		['wrong', 'SHARDS'],
	]);
	expect(JSON.stringify(all)).not.toContain('canary');
});

describe('the application', () => {
	const application = (more: object) => checkApplication({ id: '123', name: 'Verbatim', ...more } as APIApplication);

	test('says how to install it', () => {
		expect(application({})).toMatchObject({ verdict: 'ok', line: expect.stringContaining('client_id=123&scope=bot') });
		expect(application({ integration_types_config: { 0: {}, 1: {} } }).verdict).toBe('ok');
	});
	test.each([
		[{ interactions_endpoint_url: 'https://elsewhere.example/' }, /Interactions Endpoint URL.*clear it/],
		[{ integration_types_config: { 1: {} } }, /Guild Install/],
	])('%j is wrong', (more, line) => {
		expect(application(more)).toMatchObject({ verdict: 'wrong', line: expect.stringMatching(line) });
	});
});

describe('intents', () => {
	const [PRESENCE, MEMBERS_LIMITED, CONTENT] = [1 << 12, 1 << 15, 1 << 18];
	const MESSAGE_CONTENT = 1 << 15;

	test('that the bot does not ask for are better off', () => {
		expect(checkIntents({ flags: 1 << 23 }).verdict).toBe('ok');
		expect(checkIntents({}).verdict).toBe('ok');
		const { verdict, line } = checkIntents({ flags: (PRESENCE ?? 0) | (MEMBERS_LIMITED ?? 0) });
		expect([verdict, line]).toEqual(['note', expect.stringMatching(/^Presence Intent, Server Members Intent is on/)]);
	});
	test('that it asks for have to be on', () => {
		expect(checkIntents({ flags: 0 }, [MESSAGE_CONTENT])).toMatchObject({
			verdict: 'wrong',
			line: expect.stringMatching(/^Message Content Intent is off/),
		});
		expect(checkIntents({ flags: CONTENT as number }, [MESSAGE_CONTENT]).verdict).toBe('ok');
	});
});

describe('the gateway', () => {
	const gateway = (remaining: number, shards = 1): RESTGetAPIGatewayBotResult => ({
		url: 'wss://gateway.discord.gg',
		shards,
		session_start_limit: { total: 1000, remaining, reset_after: 3_600_000, max_concurrency: 1 },
	});
	const NOW = Date.parse('2026-01-02T03:04:05Z');

	test.each([
		['plenty of starts', gateway(999), 'auto', 'ok'],
		['the last start', gateway(1), 'auto', 'ok'],
		['no start left', gateway(0), 'auto', 'wrong'],
		['fewer than the shards that are recommended', gateway(3, 4), 'auto', 'wrong'],
		['enough for the shards of this process', gateway(1, 4), { ids: [0], count: 4 }, 'ok'],
		['fewer shards than recommended', gateway(900, 4), { ids: [0, 1], count: 2 }, 'note'],
	] as const)('%s', (_name, information, shards, verdict) => {
		expect(checkGateway(information, shards, NOW).verdict).toBe(verdict);
	});
	test('says when it can be started again', () => {
		expect(checkGateway(gateway(0), 'auto', NOW).line).toContain('2026-01-02T04:04:05');
	});
});

test('registration: what differs and who writes it, what stands twice and who removes it', () => {
	const difference = { added: ['/ask'], changed: ['/cite'], removed: ['/gone'] };
	expect(checkRegistration(difference, [], 'everywhere')).toEqual({
		verdict: 'note',
		line: 'differs everywhere (+ /ask, ~ /cite, - /gone): npm start or npm run register writes it',
	});
	expect(checkRegistration(undefined, ['/ask'], 'in the server 1')).toMatchObject({
		verdict: 'note',
		line: expect.stringMatching(/^\/ask shown twice in the server 1: .*--clear/),
	});
	expect(checkRegistration(undefined, [], 'everywhere')).toEqual({ verdict: 'ok', line: 'as it should be everywhere' });
});

describe('where Discord gives no answer', () => {
	const config = { token: 'canary.token', apiUrl: 'https://discord.com/api', guildId: '1' };
	const line = (error: unknown, application?: string) => refusal(error, config, application).line;

	test('what to do, in one line, without the token', () => {
		expect(line({ status: 401 })).toContain('reset it');
		expect(line({ status: 403 }, '2')).toContain('client_id=2');
		expect(line(Object.assign(new Error('No\ncanary.token'), { status: 500 }))).toBe(
			'Discord answers with 500 (No [token]): https://discordstatus.com',
		);
		expect(line(Object.assign(new Error('x'), { code: 'ENOTFOUND' }))).toBe(
			'https://discord.com/api cannot be reached (ENOTFOUND): is this machine online, is DISCORD_API_URL right?',
		);
		expect(line(undefined)).toContain('cannot be reached (undefined)');
	});
});
