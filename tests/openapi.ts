import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const file = new URL('../../shared/discord/openapi.json', import.meta.url);

/** Discord.js sends these whether the route knows them or not; Discord ignores them there. */
const alwaysSent = { tts: {}, nonce: {}, enforce_nonce: {}, type: {} };

type Sent = { method: string; route?: string; path?: string; body?: unknown };
type Json = { [key: string]: unknown };

/** Holds requests against Discord's own description of its API; one line a problem, none if all are valid. */
export type CheckRequests = (requests: readonly Sent[]) => string[];

/** The check, or undefined where the description is not at hand: then tests skip it with a word. */
export function loadCheck(): CheckRequests | undefined {
	if (!existsSync(file)) return undefined;
	const description = JSON.parse(readFileSync(file, 'utf8')) as Json;
	tellApart(description, description);
	close(description);
	const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
	formats.default(ajv);
	ajv.addFormat('snowflake', (text) => /^\d{1,20}$/.test(text) && BigInt(text) < 2n ** 64n);
	ajv.addFormat('nonce', (text) => text.length <= 25);
	ajv.addSchema(description, 'discord');
	const compiled = new Map<string, ValidateFunction>();
	const compile = (pointer: string) => {
		const known = compiled.get(pointer) ?? ajv.compile({ $ref: `discord#${pointer}` });
		compiled.set(pointer, known);
		return known;
	};
	return (requests) => requests.flatMap((request) => problemsOf(request, description, compile));
}

function problemsOf(request: Sent, description: Json, compile: (pointer: string) => ValidateFunction): string[] {
	const { method, route, path, body } = request;
	const name = `${method} ${route ?? path}`;
	const operation = dig(description, ['paths', route ?? '', method.toLowerCase()]);
	if (!operation) return [`${name}: not in Discord's description`];
	const form = operation.requestBody as Json | undefined;
	if (!form) return body === undefined ? [] : [`${name}: takes no body`];
	if (body === undefined) return form.required ? [`${name}: needs a body`] : [];
	const steps = ['paths', route ?? '', method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'];
	const validate = compile(`/${steps.map(escapePointer).join('/')}`);
	return validate(body) ? [] : [`${name}: ${explain(validate.errors ?? [])}`];
}

function dig(value: Json, steps: readonly string[]): Json | undefined {
	return steps.reduce<Json | undefined>((node, step) => node?.[step] as Json | undefined, value);
}

/** As the fragment of an address that holds a JSON pointer. */
function escapePointer(step: string): string {
	return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** Of a union's many errors the deepest says what is wrong; that another member has another type says little. */
function explain(errors: readonly ErrorObject[]): string {
	const weight = ({ instancePath, keyword }: ErrorObject) => {
		const vague = keyword === 'type' || keyword === 'enum' || keyword === 'const';
		return instancePath.split('/').length - (keyword.endsWith('Of') || keyword === 'if' ? 2000 : vague ? 1000 : 0);
	};
	const [first] = [...errors].sort((a, b) => weight(b) - weight(a));
	const extra = first?.keyword === 'additionalProperties' ? `: ${first.params.additionalProperty}` : '';
	return `${first?.instancePath || 'the body'} ${first?.message}${extra}`;
}

/** Makes a union whose members differ by `type` a choice by it, so that errors speak of the member that was meant. */
function tellApart(node: unknown, root: Json): void {
	if (typeof node !== 'object' || node === null) return;
	for (const inner of Object.values(node)) tellApart(inner, root);
	const schema = node as Json;
	const union = 'anyOf' in schema ? 'anyOf' : 'oneOf';
	const members = ((schema[union] ?? []) as Json[]).filter(({ type }) => type !== 'null');
	const types = members.map(({ $ref }) => {
		const meant = typeof $ref === 'string' ? dig(root, $ref.slice(2).split('/')) : undefined;
		return dig(meant ?? {}, ['properties', 'type'])?.enum as unknown[] | undefined;
	});
	const all = types.flatMap((values) => values ?? []);
	if (members.length < 2 || types.includes(undefined) || new Set(all).size < all.length) return;
	const choice = {
		type: 'object',
		required: ['type'],
		properties: { type: { enum: all } },
		// biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema, and nothing that is awaited.
		allOf: members.map((member, at) => ({ if: { properties: { type: { enum: types[at] } } }, then: member })),
	};
	if (members.length === (schema[union] as Json[]).length) {
		delete schema[union];
		Object.assign(schema, choice);
	} else schema[union] = [{ type: 'null' }, choice];
}

/** Lets objects hold what is described and nothing else, so that a misspelt field is found; parts of an allOf stay open. */
function close(node: unknown, part = false): void {
	if (Array.isArray(node)) for (const one of node) close(one, part);
	if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
	const schema = node as Json;
	const open = 'properties' in schema && !('additionalProperties' in schema) && !('allOf' in schema);
	if (schema.type === 'object' && open && !part) {
		schema.additionalProperties = false;
		schema.properties = { ...alwaysSent, ...(schema.properties as Json) };
	}
	for (const [key, inner] of Object.entries(schema)) close(inner, key === 'allOf');
}
