import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { ApiError } from './errors.ts';
import { limits } from './limits.ts';
import type { RequestRecord, SentFile } from './state.ts';

export type Env = { Bindings: HttpBindings; Variables: { record: RequestRecord } };

/** Reads a request's JSON, or the `payload_json` and the files of a multipart form, into its record. */
export async function readBody(c: Context<Env>, record: RequestRecord): Promise<void> {
	if (c.req.method === 'GET' || c.req.method === 'DELETE') return;
	const type = c.req.header('content-type');
	if (type) record.contentType = type;
	if (type?.startsWith('multipart/form-data')) await readForm(c, record);
	else {
		const raw = await c.req.text();
		if (raw !== '') record.body = parseJson(raw);
	}
}

async function readForm(c: Context<Env>, record: RequestRecord): Promise<void> {
	const form = await c.req.parseBody().catch(() => {
		throw new ApiError('invalidJson');
	});
	for (const [key, value] of Object.entries(form)) {
		if (key === 'payload_json' && typeof value === 'string') record.body = parseJson(value);
		else if (value instanceof File) record.files.push(await readFile(value));
	}
	if (record.files.some(({ bytes }) => bytes.byteLength > limits.attachmentBytes)) throw new ApiError('tooLarge');
}

async function readFile(file: File): Promise<SentFile> {
	const contentType = file.type || 'application/octet-stream';
	return { name: file.name, contentType, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function parseJson(raw: string): unknown {
	try {
		return JSON.parse(raw);
	} catch {
		throw new ApiError('invalidJson');
	}
}
