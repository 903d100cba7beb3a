import { Locale } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

let discord: Sandbox;

beforeAll(async () => {
	discord = await startSandbox();
});
beforeEach(() => {
	discord.world.commandCreates = 0;
});
afterAll(() => discord.close());

async function call(method: string, rest = '', body?: unknown, scope = '') {
	const guild = scope && `/guilds/${scope}`;
	const response = await fetch(`${discord.url}/v10/applications/${discord.world.bot.id}${guild}/commands${rest}`, {
		method,
		headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, body: (text ? JSON.parse(text) : undefined) as any };
}

const word = { type: 3, name: 'word', description: 'A word' };
const full = {
	name: 'find',
	name_localizations: { fr: 'trouver', de: 'suche' },
	description: 'Finds',
	description_localizations: { de: 'Sucht' },
	options: [
		{ ...word, required: true, autocomplete: true },
		{ ...word, name: 'kind', required: false, choices: [{ name: 'A', value: 'a' }] },
	],
	contexts: [2, 0],
	integration_types: [1, 0],
};

test('what is read back has defaults filled in and is in an order of its own', async () => {
	const names = ['a', 'b', 'c', 'd', 'e', 'f'];
	await call(
		'PUT',
		'',
		names.map((name) => ({ name, description: name })),
	);
	const { body } = await call('GET');
	expect(body.map(({ name }: { name: string }) => name)).not.toEqual(names);
	expect(body.map(({ name }: { name: string }) => name).sort()).toEqual(names);
	const again = await call(
		'PUT',
		'',
		names.reverse().map((name) => ({ name, description: name })),
	);
	expect(again.body.map(({ id }: { id: string }) => id)).toEqual(body.map(({ id }: { id: string }) => id));
	expect(body[0]).toEqual({
		id: expect.any(String),
		application_id: discord.world.bot.id,
		version: expect.any(String),
		default_member_permissions: null,
		type: 1,
		name: body[0].name,
		description: body[0].name,
		dm_permission: true,
		contexts: null,
		integration_types: [0],
		nsfw: false,
	});
});

test('localisations come only when they are asked for', async () => {
	await call('PUT', '', [full]);
	const [plain] = (await call('GET')).body;
	expect(JSON.stringify(plain)).not.toContain('locali');
	expect(plain).toMatchObject({ contexts: [0, 2], integration_types: [0, 1], dm_permission: false });
	expect(plain.options).toEqual([
		{ ...word, required: true, autocomplete: true },
		{ ...word, name: 'kind', choices: [{ name: 'A', value: 'a' }] },
	]);
	const [all] = (await call('GET', '?with_localizations=true')).body;
	expect(Object.keys(all.name_localizations)).toEqual(['de', 'fr']);
	expect(all.options[0]).toMatchObject({ name_localizations: null, description_localizations: null });
});

test('a server has commands of its own, without contexts', async () => {
	const { status, body } = await call('POST', '', full, discord.world.guild.id);
	expect(status).toBe(201);
	expect(body).toMatchObject({ guild_id: discord.world.guild.id, contexts: null, integration_types: [0] });
	expect(await call('POST', '', { ...full, description: 'Other' }, discord.world.guild.id)).toMatchObject({
		status: 200,
		body: { id: body.id, description: 'Other' },
	});
	expect((await call('PATCH', `/${body.id}`, { nsfw: true }, discord.world.guild.id)).body).toMatchObject({
		nsfw: true,
		description: 'Other',
	});
	expect((await call('GET', '', undefined, '1')).body.code).toBe(50001);
	expect((await call('DELETE', `/${body.id}`, undefined, discord.world.guild.id)).status).toBe(204);
	expect((await call('GET', `/${body.id}`, undefined, discord.world.guild.id)).body.code).toBe(10063);
});

const bad: [string, object, string, string][] = [
	['upper case', { name: 'Find' }, 'name', 'APPLICATION_COMMAND_INVALID_NAME'],
	['a space in the name', { name: 'find it' }, 'name', 'APPLICATION_COMMAND_INVALID_NAME'],
	['33 characters', { name: 'x'.repeat(33) }, 'name', 'APPLICATION_COMMAND_INVALID_NAME'],
	['no description', { description: '' }, 'description', 'BASE_TYPE_REQUIRED'],
	['101 characters of description', { description: 'x'.repeat(101) }, 'description', 'BASE_TYPE_BAD_LENGTH'],
	['an unknown locale', { name_localizations: { xx: 'a' } }, 'name_localizations.xx', 'BASE_TYPE_CHOICES'],
	[
		'an upper-case localised name',
		{ name_localizations: { [Locale.German]: 'Suche' } },
		'name_localizations.de',
		'APPLICATION_COMMAND_INVALID_NAME',
	],
	[
		'26 options',
		{ options: Array.from({ length: 26 }, (_, at) => ({ ...word, name: `o${at}` })) },
		'options',
		'BASE_TYPE_BAD_LENGTH',
	],
	[
		'a required option last',
		{ options: [word, { ...word, name: 'b', required: true }] },
		'options.1',
		'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
	],
	['one option twice', { options: [word, word] }, 'options.1', 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
	[
		'26 choices',
		{ options: [{ ...word, choices: Array.from({ length: 26 }, (_, at) => ({ name: `${at}`, value: `${at}` })) }] },
		'options.0.choices',
		'BASE_TYPE_BAD_LENGTH',
	],
	[
		'choices and autocomplete',
		{ options: [{ ...word, autocomplete: true, choices: [{ name: 'a', value: 'a' }] }] },
		'options.0.autocomplete',
		'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
	],
	[
		'a choice of another type',
		{ options: [{ ...word, choices: [{ name: 'a', value: 1 }] }] },
		'options.0.choices.0.value',
		'BASE_TYPE_INVALID',
	],
	[
		'a choice too long',
		{ options: [{ ...word, choices: [{ name: 'x'.repeat(101), value: 'a' }] }] },
		'options.0.choices.0.name',
		'BASE_TYPE_BAD_LENGTH',
	],
	['no contexts at all', { contexts: [] }, 'contexts', 'BASE_TYPE_BAD_LENGTH'],
	['a menu with a description', { type: 3, name: 'Find in paper' }, 'description', 'BASE_TYPE_CHOICES'],
];
test.each(bad)('refused: %s', async (_, more, path, code) => {
	const { status, body } = await call('PUT', '', [
		{ name: 'fine', description: 'Fine' },
		{ name: 'find', description: 'Finds', ...more },
	]);
	const at = path.split('.').reduce((node, key) => node?.[key], body.errors?.[1]);
	expect({ status, code: body.code, errors: at?._errors?.[0]?.code }).toEqual({
		status: 400,
		code: 50035,
		errors: code,
	});
});

test('a command is at most 8,000 characters, the longest localisation counted', async () => {
	const choices = (count: number) =>
		Array.from({ length: count }, (_, at) => ({ name: `${at}`.padEnd(100, '.'), value: 'v'.repeat(100) }));
	const options = [
		{ ...word, name: 'a', description: 'd', choices: choices(25) },
		{ ...word, name: 'b', description: 'd', choices: choices(14) },
		{ ...word, name: 'c', description: 'd'.repeat(98) },
		{ ...word, name: 'e', description: 'd'.repeat(94) },
	];
	const body = { name: 'x', description: 'x', options };
	expect((await call('PUT', '', [body])).status).toBe(200);
	const longer = { ...body, description_localizations: { de: 'xx' } };
	const refused = await call('PUT', '', [longer]);
	expect(refused.body.errors?.[0]._errors[0].code).toBe('APPLICATION_COMMAND_TOO_LARGE');
});

test('names are unique by kind; a hundred commands are all; two hundred creates a day', async () => {
	const twin = { name: 'twin', description: 'Twin' };
	expect((await call('PUT', '', [twin, twin])).body.errors[1].name._errors[0].code).toBe(
		'APPLICATION_COMMANDS_DUPLICATE_NAME',
	);
	expect((await call('PUT', '', [twin, { name: 'twin', type: 3 }])).status).toBe(200);
	const many = (count: number, prefix = 'c') =>
		Array.from({ length: count }, (_, at) => ({ name: `${prefix}${at}`, description: 'x' }));
	expect((await call('PUT', '', many(101))).body.code).toBe(30032);
	discord.world.commandCreates = 0;
	expect((await call('PUT', '', many(100))).status).toBe(200);
	expect((await call('PUT', '', many(100, 'd'))).status).toBe(200);
	expect(await call('PUT', '', many(1, 'e'))).toMatchObject({ status: 429, body: { code: 30034 } });
	expect((await call('PUT', '', [])).body).toEqual([]);
	expect((await call('PUT', '', {})).body.code).toBe(50035);
});
