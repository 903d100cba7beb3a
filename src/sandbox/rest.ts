import { Hono } from 'hono';
import { addChannelRoutes } from './channel-routes.ts';
import { addCommandRoutes } from './command-routes.ts';
import { ApiError } from './errors.ts';
import type { Faults } from './faults.ts';
import { isFromHere } from './guard.ts';
import { addIdentityRoutes } from './identity-routes.ts';
import { addInteractionRoutes } from './interaction-routes.ts';
import { type Env, readBody } from './request.ts';
import type { RequestRecord, SentFile, World } from './state.ts';

/** What a handler gets: path parameters, query, body and files of the recorded request. */
export type Call = { params: Record<string, string>; record: RequestRecord; header(name: string): string | undefined };
/** `[status, body]`; no body is sent with 204. */
export type Result = readonly [status: 200 | 201 | 204, body?: unknown];
type Handler = (call: Call) => Result;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** Adds a route, written as in Discord's own description; `open` ones need no bot token. */
export type Route = (method: Method, template: string, handler: Handler, open?: 'open') => void;

const versioned = '/api/v10';

/** Discord's REST API v10 as far as a bot of commands needs it, and the downloads of attachments. */
export function createApp(world: World, faults: Faults): Hono<Env> {
	const app = new Hono<Env>();
	const templates: { template: string; pattern: RegExp }[] = [];
	const route: Route = (method, template, handler, open) => {
		templates.push({ template, pattern: patternOf(template) });
		app.on(method, versioned + template.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => {
			const record = c.get('record');
			if (!open && c.req.header('authorization') !== `Bot ${world.token}`) throw new ApiError('unauthorized');
			const [status, body] = handler({ params: c.req.param(), record, header: (name) => c.req.header(name) });
			return status === 204 ? c.body(null, 204) : c.json(body as object, status);
		});
	};
	app.use(async (c, next) => {
		const headers = { host: c.req.header('host'), origin: c.req.header('origin') };
		return isFromHere(headers, world.origin) ? next() : c.text('403: only for programs and pages of this machine', 403);
	});
	observe(app, world, faults, templates);
	for (const add of [addIdentityRoutes, addCommandRoutes, addInteractionRoutes, addChannelRoutes]) add(route, world);
	addDownloads(app, world);
	app.notFound((c) => {
		const known = c.get('record')?.route;
		const otherVersion = /^\/api\/v(?!10\b)/.test(c.req.path);
		const refusal = otherVersion ? 'invalidVersion' : known ? 'methodNotAllowed' : 'notFound';
		const { status, body } = new ApiError(refusal);
		return c.json(body, status);
	});
	app.onError((error, c) => {
		if (error instanceof ApiError) return c.json(error.body, error.status);
		console.error(error);
		return c.json({ message: '500: Internal Server Error', code: 0 }, 500);
	});
	return app;
}

/** Records each request, reads its body and lets faults happen. */
function observe(
	app: Hono<Env>,
	world: World,
	faults: Faults,
	templates: { template: string; pattern: RegExp }[],
): void {
	app.use('/api/*', async (c, next) => {
		const path = new URL(c.req.url).pathname;
		const bare = path.slice(versioned.length);
		const match = path.startsWith(versioned) ? templates.find(({ pattern }) => pattern.test(bare)) : undefined;
		const record: RequestRecord = { method: c.req.method, path, query: c.req.query(), files: [] };
		if (match) record.route = match.template;
		c.set('record', record);
		world.requests.push(record);
		await readBody(c, record);
		const fault = await faults.rest?.(record);
		if (fault === 'hang') return new Promise<never>(() => {});
		if (fault === 'reset') return cutOff(c);
		if (fault instanceof Response) c.res = fault;
		else await next();
		await note(record, c.res);
		world.events.emit('request', record);
		if (fault === 'done, hang') return new Promise<never>(() => {});
		if (fault === 'done, reset') return cutOff(c);
		if (fault === 'done, half') c.res = await halved(c.res);
		if (fault === 'done, 503') c.res = new Response('<html>Oops</html>', { status: 503 });
		return undefined;
	});
}

/** Nothing is carried out, and nothing answered. */
function cutOff({ env }: { env: Env['Bindings'] }): Promise<never> {
	env.incoming.socket.destroy();
	return new Promise<never>(() => {});
}

/** An answer whose JSON ends in the middle; one without a body gets one that does. */
async function halved(response: Response): Promise<Response> {
	const text = (await response.text()) || '{"interaction":{}}';
	return new Response(text.slice(0, text.length / 2), { headers: { 'content-type': 'application/json' } });
}

async function note(record: RequestRecord, response: Response): Promise<void> {
	record.status = response.status;
	if (response.headers.get('content-type')?.includes('json')) {
		record.response = await response
			.clone()
			.json()
			.catch(() => undefined);
	}
}

function patternOf(template: string): RegExp {
	return new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

function addDownloads(app: Hono<Env>, world: World): void {
	app.get('/attachments/:channel/:id/:name', (c) => {
		const { channel, id } = c.req.param();
		for (const { attachments, files } of world.channels.get(channel)?.messages.values() ?? []) {
			const file = files[attachments.findIndex((attachment) => attachment.id === id)];
			if (file) return c.body(Buffer.from(file.bytes), 200, downloadHeaders(file));
		}
		return c.notFound();
	});
}

/** What a bot sends is saved, never shown as a page of this address. */
function downloadHeaders({ name, contentType }: SentFile): Record<string, string> {
	return {
		'content-type': contentType,
		'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
		'cross-origin-resource-policy': 'same-origin',
	};
}
