import { describe, expect, test } from 'vitest';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { loadCheck } from './openapi.ts';
import { registerAll, startBot } from './sandbox/bot.ts';

const check = loadCheck();
if (!check) console.log('skipped: ../shared/discord/openapi.json is not here');

const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
const messages = '/channels/{channel_id}/messages';
const follow = '/webhooks/{webhook_id}/{webhook_token}';
const original = `${follow}/messages/@original`;
const commands = '/applications/{application_id}/commands';
const reply = (data: object) => ({ method: 'POST', route: callback, body: { type: 4, data } });
const button = { type: 2, style: 1, label: 'L', custom_id: 'c' };
const row = (one: object) => ({ components: [{ type: 1, components: [one] }] });
const command = (more: object) => ({
	method: 'PUT',
	route: commands,
	body: [{ name: 'x', description: 'x', ...more }],
});

const good = [
	reply({ content: 'x', flags: 64, allowed_mentions: { parse: [] } }),
	reply({ embeds: [{ title: 'x'.repeat(256), description: 'y', url: 'https://example.org/', footer: { text: 'z' } }] }),
	reply(row(button)),
	{ method: 'POST', route: callback, body: { type: 5 } },
	{ method: 'POST', route: callback, body: { type: 7, data: { content: 'x' } } },
	{ method: 'POST', route: callback, body: { type: 8, data: { choices: [{ name: 'n', value: 'v' }] } } },
	{
		method: 'POST',
		route: messages,
		body: { content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } },
	},
	{ method: 'POST', route: follow, body: { content: 'x', flags: 64 } },
	{ method: 'PATCH', route: original, body: { content: null, embeds: [] } },
	{ method: 'POST', route: `${messages}/{message_id}/threads`, body: { name: 'x' } },
	command({
		contexts: [0, 1, 2],
		integration_types: [0],
		options: [{ type: 3, name: 'o', description: 'd', max_length: 300 }],
	}),
	{ method: 'GET', route: '/gateway/bot' },
	{ method: 'POST', route: '/channels/{channel_id}/typing' },
];

const long = 'x'.repeat(257);
const bad: [sent: { method: string; route?: string; path?: string; body?: unknown }, problem: string][] = [
	[reply({ embeds: [{ title: long }] }), '/data/embeds/0/title must NOT have more than 256 characters'],
	[reply({ content: 'x'.repeat(2001) }), '/data/content must NOT have more than 2000 characters'],
	[reply({ content: 1 }), '/data/content must be string,null'],
	[reply({ contents: 'x' }), '/data must NOT have additional properties: contents'],
	[reply({ embeds: [{ heading: 'x' }] }), '/data/embeds/0 must NOT have additional properties: heading'],
	[reply({ embeds: [{ title: 'x', url: 'not an address' }] }), '/data/embeds/0/url must match format "uri"'],
	[
		reply(row({ ...button, label: 'x'.repeat(81) })),
		'/data/components/0/components/0/label must NOT have more than 80 characters',
	],
	[reply(row({ ...button, style: undefined })), "/data/components/0/components/0 must have required property 'style'"],
	[reply({ allowed_mentions: { parse: ['all'] } }), '/data/allowed_mentions/parse/0'],
	[{ method: 'POST', route: callback, body: { type: 3 } }, '/type must be equal to one of the allowed values'],
	[
		{
			method: 'POST',
			route: callback,
			body: { type: 8, data: { choices: Array(26).fill({ name: 'n', value: 'v' }) } },
		},
		'/data/choices must NOT have more than 25 items',
	],
	[{ method: 'POST', route: callback }, 'needs a body'],
	[
		{ method: 'POST', route: messages, body: { embeds: [{ title: long }] } },
		'/embeds/0/title must NOT have more than 256',
	],
	[
		{ method: 'POST', route: messages, body: { message_reference: { message_id: 'x' } } },
		'/message_reference/message_id must match',
	],
	[
		{ method: 'POST', route: follow, body: { embeds: [{ title: long }] } },
		'/embeds/0/title must NOT have more than 256',
	],
	[{ method: 'POST', route: follow, body: { content: 'x'.repeat(2001) } }, '/content must NOT have more than 2000'],
	[
		{ method: 'PATCH', route: original, body: { embeds: [{ title: long }] } },
		'/embeds/0/title must NOT have more than 256',
	],
	[{ method: 'PATCH', route: original, body: { components: 'x' } }, '/components must be array,null'],
	[command({ name: 'x'.repeat(33) }), '/0/name must NOT have more than 32 characters'],
	[command({ options: [{ type: 3, name: 'o' }] }), "/0/options/0 must have required property 'description'"],
	[
		command({ options: [{ type: 3, name: 'o', description: 'd', choices: [{ name: 'n', value: 1 }] }] }),
		'/0/options/0/choices/0/value must be string',
	],
	[command({ contexts: [3] }), '/0/contexts/0'],
	[{ method: 'PATCH', route: '/gateway' }, "not in Discord's description"],
	[{ method: 'GET', path: '/api/v10/nowhere' }, "GET /api/v10/nowhere: not in Discord's description"],
	[{ method: 'POST', route: '/channels/{channel_id}/typing', body: {} }, 'takes no body'],
];

describe.skipIf(!check)("Discord's own description", () => {
	test.each(good.map((one) => [`${one.method} ${one.route} ${JSON.stringify(one.body)?.slice(0, 40)}`, one] as const))(
		'accepts %s',
		(_, one) => {
			expect(check?.([one])).toEqual([]);
		},
	);

	test.each(bad.map(([one, problem]) => [problem, one] as const))('finds: %s', (problem, one) => {
		const problems = check?.([one]);
		expect(problems).toHaveLength(1);
		expect(problems?.[0]).toContain(problem);
	});

	test('what a stock client sends is valid, and every route of the sandbox is described', async () => {
		const discord = await startSandbox();
		const bot = await startBot(discord.url, discord.token);
		await registerAll(bot);
		const alice = discord.member({ name: 'alice' });
		const card = await alice.type('/card');
		await alice.press(card.message, 'More');
		for (const line of ['/slow hide: true', '/file', '/open', '/form']) await alice.type(line);
		await alice.complete('/pick word: a');
		await (await alice.type('/more')).followedUp();
		await alice.say('@Bot hello');
		await bot.client.destroy();
		await discord.close();
		expect(discord.requests.length).toBeGreaterThan(12);
		expect(check?.(discord.requests)).toEqual([]);
		const routes = discord.app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v10'));
		const described = routes.map(({ method, path }) => ({
			method,
			route: path.slice(8).replaceAll(/:(\w+)/g, '{$1}'),
		}));
		expect(described.length).toBeGreaterThan(30);
		expect(check?.(described).filter((problem) => problem.includes('not in'))).toEqual([]);
	});
});
