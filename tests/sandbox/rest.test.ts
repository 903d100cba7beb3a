import { InteractionType } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendInteraction } from '../../src/sandbox/interact.ts';
import type { Member } from '../../src/sandbox/member.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Interaction } from '../../src/sandbox/state.ts';

let discord: Sandbox;
let alice: Member;

beforeAll(async () => {
	discord = await startSandbox({ ackTimeout: 200, tokenLifetime: 600 });
	alice = discord.member({ name: 'alice' });
});
afterAll(() => discord.close());

type Answer = { status: number; body: any };

async function call(
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Answer> {
	const response = await fetch(`${discord.url}/v10${path}`, {
		method,
		headers: {
			authorization: `Bot ${discord.token}`,
			...(body !== undefined && { 'content-type': 'application/json' }),
			...headers,
		},
		...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, body: text && JSON.parse(text) };
}

/** An interaction that waits for its first response. */
function ask(type: InteractionType = InteractionType.ApplicationCommand): Interaction {
	const data = { id: '1', name: 'x', type: 1 };
	return sendInteraction(discord.world, { type, user: alice.user, channel: discord.channel, locale: 'en-US', data });
}
const respond = (to: Interaction, body: unknown) => call('POST', `/interactions/${to.id}/${to.token}/callback`, body);
const reply = (data: unknown) => respond(ask(), { type: 4, data });
const hook = (to: Interaction, rest = '') => `/webhooks/${discord.world.bot.id}/${to.token}${rest}`;

/** The codes of a form's errors by their paths: `{ 'embeds.0.title': 'BASE_TYPE_MAX_LENGTH' }`. */
function codes(errors: any, path: string[] = []): Record<string, string> {
	const found: Record<string, string> = {};
	for (const [key, value] of Object.entries(errors ?? {})) {
		if (key === '_errors') found[path.join('.')] = (value as { code: string }[])[0]!.code;
		else Object.assign(found, codes(value, [...path, key]));
	}
	return found;
}

const wide = (n: number) => 'é'.repeat(n);
const button = (more: object) => ({
	type: 1,
	components: [{ type: 2, style: 1, label: 'L', custom_id: 'c', ...more }],
});
const menu = { type: 3, custom_id: 'm', options: [{ label: 'a', value: 'a' }] };

test('addresses, tokens and versions are told apart', async () => {
	expect(await call('GET', '/nowhere')).toEqual({ status: 404, body: { message: '404: Not Found', code: 0 } });
	expect((await call('POST', '/users/@me', {})).status).toBe(405);
	expect(await call('GET', '/users/@me', undefined, { authorization: 'Bot wrong' })).toEqual({
		status: 401,
		body: { message: '401: Unauthorized', code: 0 },
	});
	expect((await call('GET', '/users/@me')).body).toMatchObject({ id: discord.world.bot.id, bot: true });
	expect((await call('GET', '/gateway/bot')).body).toMatchObject({
		shards: 1,
		session_start_limit: { max_concurrency: 1 },
	});
	expect((await fetch(`${discord.url}/v9/gateway`)).status).toBe(400);
	expect((await call('POST', `/channels/${discord.channel.id}/messages`, '{')).body.code).toBe(50109);
	expect((await call('GET', `/channels/1`)).body.code).toBe(10003);
	expect((await call('GET', `/guilds/1`)).body.code).toBe(10004);
	expect((await call('GET', `/guilds/${discord.world.guild.id}`)).body.name).toBe('Sandbox');
});

const accepted: [string, object][] = [
	['content of 2,000 code points', { content: '😀'.repeat(2000) }],
	[
		'a full embed',
		{
			embeds: [
				{ title: wide(256), description: wide(4096), footer: { text: wide(648) } },
				{ fields: [{ name: wide(256), value: wide(744) }] },
			],
		},
	],
	['25 fields', { embeds: [{ fields: Array(25).fill({ name: 'n', value: 'v' }) }] }],
	[
		'five rows of five',
		{
			components: Array.from({ length: 5 }, (_, r) => ({
				type: 1,
				components: Array.from({ length: 5 }, (_, c) => ({
					type: 2,
					style: 2,
					label: wide(80),
					custom_id: `${r}.${c}`.padEnd(100, '.'),
				})),
			})),
		},
	],
	['a select menu', { components: [{ type: 1, components: [menu] }] }],
	['nobody mentioned', { content: 'x', allowed_mentions: { parse: [] } }],
	['nulls', { content: 'x', embeds: null, components: null, allowed_mentions: null, flags: null }],
	['a layout', { flags: 1 << 15, components: [{ type: 10, content: 'text' }] }],
];
test.each(accepted)('accepted: %s', async (_, data) => {
	expect(await reply(data)).toEqual({ status: 204, body: '' });
});

const refused: [string, object, Record<string, string>][] = [
	['content too long', { content: wide(2001) }, { content: 'BASE_TYPE_MAX_LENGTH' }],
	['content of a wrong type', { content: 7 }, { content: 'BASE_TYPE_INVALID' }],
	['eleven embeds', { embeds: Array(11).fill({ title: 't' }) }, { embeds: 'BASE_TYPE_BAD_LENGTH' }],
	['an empty embed', { embeds: [{ color: 1 }] }, { 'embeds.0.description': 'BASE_TYPE_REQUIRED' }],
	['title too long', { embeds: [{ title: wide(257) }] }, { 'embeds.0.title': 'BASE_TYPE_MAX_LENGTH' }],
	[
		'description too long',
		{ embeds: [{ description: wide(4097) }] },
		{ 'embeds.0.description': 'BASE_TYPE_MAX_LENGTH' },
	],
	[
		'26 fields',
		{ embeds: [{ fields: Array(26).fill({ name: 'n', value: 'v' }) }] },
		{ 'embeds.0.fields': 'BASE_TYPE_BAD_LENGTH' },
	],
	[
		'field name and value',
		{ embeds: [{ fields: [{ name: wide(257), value: wide(1025) }] }] },
		{ 'embeds.0.fields.0.name': 'BASE_TYPE_BAD_LENGTH', 'embeds.0.fields.0.value': 'BASE_TYPE_BAD_LENGTH' },
	],
	[
		'a field without value',
		{ embeds: [{ fields: [{ name: 'n', value: ' ' }] }] },
		{ 'embeds.0.fields.0.value': 'BASE_TYPE_REQUIRED' },
	],
	[
		'footer and author',
		{ embeds: [{ footer: { text: wide(2049) }, author: { name: wide(257) } }] },
		{ 'embeds.0.footer.text': 'BASE_TYPE_BAD_LENGTH', 'embeds.0.author.name': 'BASE_TYPE_BAD_LENGTH' },
	],
	[
		'6,001 characters of embeds',
		{ embeds: [{ description: wide(4096) }, { description: wide(1905) }] },
		{ embeds: 'MAX_EMBED_SIZE_EXCEEDED' },
	],
	[
		'an address that is none',
		{ embeds: [{ title: 't', url: 'javascript:x' }] },
		{ 'embeds.0.url': 'URL_TYPE_INVALID_URL' },
	],
	['a colour out of range', { embeds: [{ title: 't', color: 2 ** 24 }] }, { 'embeds.0.color': 'NUMBER_TYPE_MAX' }],
	[
		'a time that is none',
		{ embeds: [{ title: 't', timestamp: 'today' }] },
		{ 'embeds.0.timestamp': 'BASE_TYPE_INVALID' },
	],
	[
		'six rows',
		{ components: Array.from({ length: 6 }, (_, at) => button({ custom_id: `${at}` })) },
		{ components: 'BASE_TYPE_BAD_LENGTH' },
	],
	[
		'six buttons',
		{
			components: [
				{
					type: 1,
					components: Array.from({ length: 6 }, (_, at) => ({ type: 2, style: 1, label: 'L', custom_id: `${at}` })),
				},
			],
		},
		{ 'components.0.components': 'BASE_TYPE_BAD_LENGTH' },
	],
	[
		'an empty row',
		{ components: [{ type: 1, components: [] }] },
		{ 'components.0.components': 'BASE_TYPE_BAD_LENGTH' },
	],
	[
		'a button outside a row',
		{ components: [{ type: 2, style: 1, label: 'L', custom_id: 'c' }] },
		{ 'components.0.type': 'BASE_TYPE_CHOICES', 'components.0.components': 'BASE_TYPE_REQUIRED' },
	],
	[
		'a menu beside a button',
		{ components: [{ type: 1, components: [menu, button({}).components[0]] }] },
		{ 'components.0.components': 'COMPONENT_LAYOUT_WIDTH_EXCEEDED' },
	],
	[
		'one custom_id twice',
		{ components: [button({}), button({})] },
		{ 'components.1.components.0.custom_id': 'COMPONENT_CUSTOM_ID_DUPLICATED' },
	],
	[
		'custom_id too long',
		{ components: [button({ custom_id: wide(101) })] },
		{ 'components.0.components.0.custom_id': 'BASE_TYPE_BAD_LENGTH' },
	],
	[
		'no custom_id',
		{ components: [button({ custom_id: undefined })] },
		{ 'components.0.components.0.custom_id': 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED' },
	],
	[
		'no style',
		{ components: [button({ style: undefined })] },
		{ 'components.0.components.0.style': 'BASE_TYPE_REQUIRED' },
	],
	[
		'label too long',
		{ components: [button({ label: wide(81) })] },
		{ 'components.0.components.0.label': 'BASE_TYPE_MAX_LENGTH' },
	],
	[
		'no label',
		{ components: [button({ label: '' })] },
		{ 'components.0.components.0.label': 'BUTTON_COMPONENT_LABEL_REQUIRED' },
	],
	[
		'a link with custom_id',
		{ components: [button({ style: 5, url: 'https://example.org' })] },
		{ 'components.0.components.0.custom_id': 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE' },
	],
	[
		'a link without address',
		{ components: [button({ style: 5, custom_id: undefined })] },
		{ 'components.0.components.0.url': 'BUTTON_COMPONENT_URL_REQUIRED' },
	],
	[
		'a menu without options',
		{ components: [{ type: 1, components: [{ ...menu, options: [] }] }] },
		{ 'components.0.components.0.options': 'BASE_TYPE_BAD_LENGTH' },
	],
	[
		'a menu with one value twice',
		{ components: [{ type: 1, components: [{ ...menu, options: [...menu.options, ...menu.options] }] }] },
		{ 'components.0.components.0.options.1.value': 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED' },
	],
	[
		'an unknown mention type',
		{ content: 'x', allowed_mentions: { parse: ['all'] } },
		{ 'allowed_mentions.parse.0': 'BASE_TYPE_CHOICES' },
	],
	[
		'mentions both ways',
		{ content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
		{ allowed_mentions: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' },
	],
	[
		'content in a layout',
		{ flags: 1 << 15, content: 'x', components: [{ type: 10, content: 'text' }] },
		{ content: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2' },
	],
];
test.each(refused)('refused: %s', async (_, data, errors) => {
	const { status, body } = await reply(data);
	expect({ status, code: body.code, errors: codes(body.errors?.data) }).toEqual({ status: 400, code: 50035, errors });
});

test('an empty message is refused, and one of white space', async () => {
	for (const data of [{}, { content: ' \n ' }, { embeds: [] }, undefined])
		expect((await reply(data)).body.code).toBe(50006);
});

test('text is kept without the space around it', async () => {
	const interaction = ask();
	await respond(interaction, { type: 4, data: { content: ' x ', embeds: [{ description: '\ny z\n' }] } });
	expect(interaction.original).toMatchObject({ content: 'x', embeds: [{ description: 'y z' }] });
});

test('each kind of interaction takes its own kinds of response', async () => {
	const command = [
		[1, 400],
		[6, 400],
		[7, 400],
		[8, 400],
		[5, 204],
	] as const;
	for (const [type, status] of command) expect((await respond(ask(), { type, data: {} })).status).toBe(status);
	const typing = () => ask(InteractionType.ApplicationCommandAutocomplete);
	expect((await respond(typing(), { type: 4, data: { content: 'x' } })).body.code).toBe(50035);
	expect((await respond(typing(), { type: 5 })).body.code).toBe(50035);
	const choices = (n: number, one: object) => ({
		type: 8,
		data: { choices: Array(n).fill({ name: 'n', value: 'v', ...one }) },
	});
	expect((await respond(typing(), choices(25, { name: wide(100), value: wide(100) }))).status).toBe(204);
	for (const body of [
		choices(26, {}),
		choices(1, { name: wide(101) }),
		choices(1, { name: '' }),
		choices(1, { value: wide(101) }),
	]) {
		expect((await respond(typing(), body)).body.code).toBe(50035);
	}
});

test('one response, in time, by the one who holds the token', async () => {
	const once = ask();
	expect((await call('POST', `/interactions/${once.id}/x/callback`, { type: 5 })).body.code).toBe(10062);
	expect((await call('POST', hook(once), { content: 'early' })).body.code).toBe(10015);
	expect((await respond(once, { type: 4, data: { content: '1' } })).status).toBe(204);
	expect((await respond(once, { type: 4, data: { content: '2' } })).body.code).toBe(40060);
	const late = ask();
	await expect.poll(() => late.dead).toBe(true);
	expect((await respond(late, { type: 5 })).body.code).toBe(10062);
});

test('with_response tells the message', async () => {
	const interaction = ask();
	const { status, body } = await call(
		'POST',
		`/interactions/${interaction.id}/${interaction.token}/callback?with_response=true`,
		{ type: 5, data: { flags: 64, content: 'ignored' } },
	);
	expect(status).toBe(200);
	expect(body).toMatchObject({
		interaction: { id: interaction.id, response_message_loading: true, response_message_ephemeral: true },
		resource: { type: 5, message: { content: '', flags: 192, id: interaction.original?.id } },
	});
	expect(body.resource.message).not.toHaveProperty('pings');
});

test('the token reaches its own messages until it dies', async () => {
	const interaction = ask();
	await respond(interaction, { type: 4, data: { content: 'one', embeds: [{ title: 't' }] } });
	const original = hook(interaction, '/messages/@original');
	expect((await call('GET', original)).body.content).toBe('one');
	expect((await call('PATCH', original, { embeds: [] })).body).toMatchObject({ content: 'one', embeds: [] });
	expect((await call('PATCH', original, { content: null })).body.code).toBe(50006);
	expect((await call('PATCH', original, { content: wide(2001) })).body.code).toBe(50035);
	expect(interaction.original?.content).toBe('one');
	const more = await call('POST', hook(interaction), { content: 'two', flags: 64 });
	expect(more.body).toMatchObject({ content: 'two', flags: 64 });
	expect((await call('PATCH', hook(interaction, `/messages/${more.body.id}`), { content: 'three' })).body.content).toBe(
		'three',
	);
	expect((await call('GET', hook(interaction, `/messages/${alice.post('x').id}`))).body.code).toBe(10008);
	expect((await call('DELETE', original)).status).toBe(204);
	expect((await call('GET', original)).body.code).toBe(10008);
	expect((await call('POST', `/webhooks/${discord.world.bot.id}/x`, { content: 'x' })).body.code).toBe(50027);
	expect((await call('POST', hook(interaction).replace(discord.world.bot.id, '1'), { content: 'x' })).body.code).toBe(
		10015,
	);
	await expect.poll(() => Date.now() - interaction.createdAt > 600).toBe(true);
	expect((await call('POST', hook(interaction), { content: 'x' })).body.code).toBe(50027);
});

test('the first follow-up fills a deferred reply, hidden as it was', async () => {
	const interaction = ask();
	await respond(interaction, { type: 5, data: { flags: 64 } });
	const filled = await call('POST', hook(interaction), { content: 'here', flags: 0 });
	expect(filled.body).toMatchObject({ id: interaction.original?.id, flags: 64, content: 'here' });
	expect((await call('POST', hook(interaction), { content: 'more' })).body.id).not.toBe(filled.body.id);
	const open = ask();
	await respond(open, { type: 5 });
	const edited = await call('PATCH', hook(open, '/messages/@original'), { content: '@everyone', flags: 64 });
	expect(edited.body).toMatchObject({ flags: 0, edited_timestamp: null });
	expect(open.original?.pings.everyone).toBe(true);
});

test('a deferred update changes the message that was pressed', async () => {
	const shown = ask();
	await respond(shown, { type: 4, data: { content: 'before', components: [button({})] } });
	const pressing = alice.press(shown.original, 'L');
	const pressed = [...discord.world.interactions.values()].at(-1)!;
	expect((await respond(pressed, { type: 6 })).status).toBe(204);
	expect((await call('PATCH', hook(pressed, '/messages/@original'), { content: 'after' })).body.id).toBe(
		shown.original?.id,
	);
	expect(await pressing).toMatchObject({ outcome: 'updated', message: { content: 'after' } });
	await call('POST', hook(pressed), { content: 'beside' });
	expect(pressed.followUps).toMatchObject([
		{ content: 'beside', message_reference: { message_id: shown.original?.id } },
	]);
	await call('DELETE', hook(pressed, '/messages/@original'));
	await expect(alice.press(shown.original, 'L')).rejects.toThrow('The message has been deleted');
});

test('files come with a form, and an edit says which stay', async () => {
	const interaction = ask();
	const form = new FormData();
	form.set(
		'payload_json',
		JSON.stringify({ type: 4, data: { attachments: [{ id: 0, description: 'A note', filename: 'b.txt' }] } }),
	);
	form.set('files[0]', new Blob(['hello'], { type: 'text/plain' }), 'a.txt');
	const sent = await fetch(`${discord.url}/v10/interactions/${interaction.id}/${interaction.token}/callback`, {
		method: 'POST',
		body: form,
	});
	expect(sent.status).toBe(204);
	const attachment = interaction.original?.attachments[0];
	expect(attachment).toMatchObject({ filename: 'b.txt', description: 'A note', size: 5, content_type: 'text/plain' });
	expect(Buffer.from(interaction.original!.files[0]!.bytes).toString()).toBe('hello');
	const original = hook(interaction, '/messages/@original');
	expect(
		(await call('PATCH', original, { content: 'x', attachments: [{ id: attachment!.id }] })).body.attachments,
	).toHaveLength(1);
	expect((await call('PATCH', original, { attachments: [] })).body.attachments).toEqual([]);
});

test('channel messages need their permissions and their target', async () => {
	const messages = `/channels/${discord.channel.id}/messages`;
	const asked = alice.post('hello @Bot');
	const answer = await call('POST', messages, { content: 'x', message_reference: { message_id: asked.id } });
	expect(answer.body).toMatchObject({ type: 19, referenced_message: { content: `hello <@${discord.world.bot.id}>` } });
	expect(discord.channel.messages.get(answer.body.id)?.pings.users).toEqual([alice.user.id]);
	const lost = await call('POST', messages, { content: 'x', message_reference: { message_id: '1' } });
	expect(codes(lost.body.errors)).toEqual({ message_reference: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE' });
	expect((await call('PATCH', `${messages}/${asked.id}`, { content: 'x' })).body.code).toBe(50005);
	expect((await call('DELETE', `${messages}/${asked.id}`)).body.code).toBe(50013);
	const whisper = ask();
	await respond(whisper, { type: 4, data: { content: 'hidden', flags: 64 } });
	expect((await call('GET', `${messages}/${whisper.original?.id}`)).body.code).toBe(10008);
	expect((await call('GET', messages)).body.map(({ id }: { id: string }) => id)).not.toContain(whisper.original?.id);
	expect((await call('GET', `${messages}/${alice.post('private talk').id}`)).body.content).toBe('');
	const quiet = discord.addChannel({ name: 'quiet' });
	quiet.botPermissions = (1n << 10n) | (1n << 11n);
	const quietly = `/channels/${quiet.id}/messages`;
	expect((await call('POST', quietly, { content: 'x' })).status).toBe(200);
	expect((await call('POST', quietly, { embeds: [{ title: 'x' }] })).body.code).toBe(50013);
	expect((await call('POST', quietly, { content: 'x', message_reference: { message_id: '1' } })).body.code).toBe(
		160002,
	);
});

test('a message starts one thread, a conversation none', async () => {
	const asked = alice.post('hello');
	const threads = `/channels/${discord.channel.id}/messages/${asked.id}/threads`;
	expect(codes((await call('POST', threads, { name: wide(101) })).body.errors)).toEqual({
		name: 'BASE_TYPE_BAD_LENGTH',
	});
	expect((await call('POST', threads, { name: 'n', auto_archive_duration: 61 })).body.code).toBe(50035);
	expect(await call('POST', threads, { name: 'n' })).toMatchObject({
		status: 201,
		body: { id: asked.id, type: 11, parent_id: discord.channel.id },
	});
	expect((await call('POST', threads, { name: 'n' })).body.code).toBe(160004);
	expect((await call('POST', `/channels/${asked.id}/messages`, { content: 'in it' })).body.channel_id).toBe(asked.id);
	expect((await call('POST', `/channels/${alice.dm.id}/threads`, { name: 'n', type: 11 })).body.code).toBe(50024);
	expect((await call('POST', `/channels/${discord.channel.id}/threads`, { name: 'n', type: 12 })).body.code).toBe(
		50013,
	);
});

test('faults are what the client gets', async () => {
	discord.faults.rest = ({ route }) => (route === '/gateway' ? new Response('<html>', { status: 502 }) : undefined);
	expect((await fetch(`${discord.url}/v10/gateway`)).status).toBe(502);
	expect((await call('GET', '/users/@me')).status).toBe(200);
	discord.faults.rest = () => 'reset';
	await expect(fetch(`${discord.url}/v10/gateway`)).rejects.toThrow();
	discord.faults.rest = () => 'hang';
	await expect(fetch(`${discord.url}/v10/gateway`, { signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout');
	discord.faults.rest = undefined;
});
