import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isFromHere } from '../../src/sandbox/guard.ts';
import type { Member } from '../../src/sandbox/member.ts';
import { servePage } from '../../src/sandbox/page-server.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

let discord: Sandbox;
let ada: Member;
beforeAll(async () => {
	discord = await startSandbox();
	ada = discord.member({ name: 'ada' });
	await servePage(discord, [ada]).ready;
});
afterAll(() => discord.close());

/** The status line of a request written out by hand: fetch would not send these headers. */
function ask(path: string, headers: Record<string, string>): Promise<string> {
	const { port } = new URL(discord.url);
	return new Promise((resolve, reject) => {
		const lines = Object.entries({ connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
		const socket = connect(Number(port), '127.0.0.1', () =>
			socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`),
		);
		socket.once('data', (data) => {
			resolve(String(data).split('\r\n')[0] ?? '');
			socket.destroy();
		});
		socket.once('error', reject);
	});
}

const upgrade = {
	connection: 'Upgrade',
	upgrade: 'websocket',
	'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
	'sec-websocket-version': '13',
};
const paths = ['/', '/page/main.js', '/page/page.css', '/page/icon.svg', '/api/v10/gateway', '/page/live', '/gateway'];

test.each(paths)('%s is answered for this machine, and refused for any other name or origin', async (path) => {
	const { host, port } = new URL(discord.url);
	const more = path === '/page/live' || path === '/gateway' ? upgrade : {};
	const fine = more === upgrade ? '101' : '200';
	const status = async (headers: Record<string, string>) => (await ask(path, { ...more, ...headers })).split(' ')[1];
	expect(await status({ host })).toBe(fine);
	expect(await status({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(fine);
	expect(await status({ host, origin: 'https://example.org' })).toBe('403');
	expect(await status({ host, origin: 'null' })).toBe('403');
	expect(await status({ host, origin: `http://127.0.0.1:${Number(port) + 1}` })).toBe('403');
	expect(await status({ host: `example.org:${port}`, origin: `http://example.org:${port}` })).toBe('403');
	expect(await status({ host: '127.0.0.1' })).toBe('403');
});

test('only loopback names with the port, and their own origin, are from here', () => {
	const served = 'http://127.0.0.1:8000';
	expect(isFromHere({ host: '127.0.0.1', origin: 'http://127.0.0.1' }, 'http://127.0.0.1:80')).toBe(true);
	expect(isFromHere({ host: 'LOCALHOST:8000', origin: 'http://localhost:8000' }, served)).toBe(true);
	fc.assert(
		fc.property(fc.webAuthority({ withPort: true }), fc.option(fc.webUrl(), { nil: undefined }), (host, origin) => {
			expect(isFromHere({ host, origin }, served)).toBe(false);
		}),
	);
	fc.assert(
		fc.property(fc.webUrl(), (origin) => {
			expect(isFromHere({ host: '127.0.0.1:8000', origin }, served)).toBe(false);
		}),
	);
});

test('the page’s policy lets in no other host and nothing inline', async () => {
	const { headers } = await fetch(new URL('/', discord.url));
	const policy = headers.get('content-security-policy') ?? '';
	expect(policy).toMatch(/^default-src 'none'/);
	expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('a file is saved under its own name and never shown as a page of this address', async () => {
	const file = { name: 'é"<x>.html', contentType: 'text/html', bytes: Buffer.from('<script>alert(1)</script>') };
	const body = new FormData();
	body.set('payload_json', JSON.stringify({ content: 'Here' }));
	body.set('files[0]', new Blob([file.bytes], { type: file.contentType }), file.name);
	const sent = await fetch(`${discord.url}/v10/channels/${discord.channel.id}/messages`, {
		method: 'POST',
		headers: { authorization: `Bot ${discord.token}` },
		body,
	});
	const { attachments } = (await sent.json()) as { attachments: { url: string }[] };
	const { headers } = await fetch(attachments[0]!.url);
	expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%C3%A9%22%3Cx%3E.html");
	expect(headers.get('content-security-policy')).toContain('sandbox');
	expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('a picture for everybody, whatever they are called', async () => {
	const odd = discord.member({ name: '<script>&' });
	for (const { user } of [ada, odd]) {
		const answer = await fetch(new URL(`/page/avatar/${user.id}`, discord.url));
		expect(answer.headers.get('content-type')).toBe('image/svg+xml');
		expect(await answer.text()).toMatch(/^<svg [\s\S]*<text [^>]*>[A-Z?]<\/text><\/svg>$/);
	}
	expect((await fetch(new URL('/page/avatar/1', discord.url))).status).toBe(404);
});
