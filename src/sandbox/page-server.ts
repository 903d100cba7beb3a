import type { Context } from 'hono';
import { WebSocketServer } from 'ws';
import { avatarOf } from './avatar.ts';
import type { Member } from './member.ts';
import { bundlePage, readPageFile } from './page-files.ts';
import { type Shared, serveLive } from './page-live.ts';
import type { Sandbox } from './sandbox.ts';

/** Nothing from any other host, no inline script, no inline style. */
const headers = {
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self'",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types lit-html',
	].join('; '),
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-store',
};

export type Page = {
	/** `http://127.0.0.1:PORT/` */
	readonly url: string;
	/** Resolves once the page's script is there. */
	readonly ready: Promise<void>;
};

/**
 * Serves a page on which people talk with the bot, as the members given. Must be called before the first request: the
 * routes are fixed from then on.
 */
export function servePage({ app, world, upgrades }: Sandbox, members: readonly Member[]): Page {
	const script = bundlePage();
	script.catch(() => undefined);
	const serve = (path: string, type: string, read: (c: Context) => string | undefined | Promise<string>) => {
		app.get(path, async (c) => {
			const body = await read(c);
			return body === undefined ? c.notFound() : c.body(body, 200, { ...headers, 'content-type': type });
		});
	};
	serve('/', 'text/html; charset=utf-8', () => readPageFile('index.html'));
	serve('/page/page.css', 'text/css; charset=utf-8', () => readPageFile('page.css'));
	serve('/page/main.js', 'text/javascript; charset=utf-8', () => script);
	serve('/page/avatar/:id', 'image/svg+xml', (c) => {
		const user = world.users.get(c.req.param('id') ?? '');
		return user && avatarOf(user);
	});
	serve('/page/icon.svg', 'image/svg+xml', () => avatarOf(world.bot));
	const shared: Shared = { members, forms: new Map(), dismissed: new Set() };
	const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
	upgrades.set('/page/live', (request, socket, head) => {
		const as = new URL(request.url ?? '/', world.origin).searchParams.get('as');
		const member = members.find(({ user }) => user.id === as) ?? members[0];
		if (!member) return socket.destroy();
		sockets.handleUpgrade(request, socket, head, (live) => serveLive(world, shared, member, live));
	});
	return { url: `${world.origin}/`, ready: script.then(() => undefined) };
}
