import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { bodiesFor, compare, type RegisteredBody } from '../../src/discord/registration.ts';

const everywhere = bodiesFor({ application: '1' }, commands);
const inServer = bodiesFor({ application: '1', guild: '2' }, commands);

type Json = { [key: string]: unknown };

/** As Discord gives a command back: with its own fields, defaults filled in, fields in another order. */
function asHeld(body: RegisteredBody, guild?: string): Json {
	const filled: Json = {
		id: '1400000000000000000',
		application_id: '1',
		version: '1400000000000000001',
		default_member_permissions: null,
		nsfw: false,
		dm_permission: true,
		contexts: null,
		integration_types: [0],
		description: '',
		...structuredClone(body as Json),
		...(guild === undefined ? {} : { guild_id: guild }),
	};
	filled.options = ((body as { options?: Json[] }).options ?? []).map((option) =>
		reversed({ required: false, autocomplete: false, name_localizations: null, ...structuredClone(option) }),
	);
	for (const key of ['contexts', 'integration_types']) {
		if (Array.isArray(filled[key])) filled[key] = [...filled[key]].reverse();
	}
	return reversed(filled);
}

const reversed = (object: Json): Json => Object.fromEntries(Object.entries(object).reverse());

test('defaults filled in, another order of commands and fields: no difference', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(everywhere, { minLength: everywhere.length }), (shuffled) => {
			expect(
				compare(
					everywhere,
					shuffled.map((body) => asHeld(body)),
				),
			).toBeUndefined();
			const held = inServer.map((body) => asHeld(body, '2'));
			expect(compare(inServer, held)).toBeUndefined();
		}),
	);
});

/** Every place of a JSON value, as the way to it. */
function* places(value: unknown, way: (string | number)[] = []): Iterable<(string | number)[]> {
	if (way.length > 0) yield way;
	if (typeof value !== 'object' || value === null) return;
	for (const [key, inner] of Object.entries(value))
		yield* places(inner, [...way, Array.isArray(value) ? Number(key) : key]);
}

/** The value with what stands at the place changed a little. */
function changed(value: unknown, [key, ...rest]: (string | number)[]): unknown {
	if (key === undefined) return other(value);
	const copy = structuredClone(value) as Record<string | number, unknown>;
	copy[key] = changed(copy[key], rest);
	return copy;
}

function other(value: unknown): unknown {
	if (typeof value === 'string') return `${value}x`;
	if (typeof value === 'number') return value + 1;
	if (typeof value === 'boolean') return !value;
	if (Array.isArray(value)) return value.slice(1);
	return Object.fromEntries(Object.entries(value ?? {}).slice(1));
}

test('every change of a single field is a difference', () => {
	const ours = everywhere.map((body) => ({ body, held: asHeld(body) }));
	for (const { body } of ours) {
		for (const place of places(body)) {
			const theirs = ours.map(({ body: one }) => asHeld((one === body ? changed(one, place) : one) as RegisteredBody));
			expect([body.name, place, compare(everywhere, theirs) === undefined]).toEqual([body.name, place, false]);
		}
	}
});

test('the order of options and choices is part of a command', () => {
	const [ask] = everywhere.filter(({ name }) => name === 'ask');
	if (!ask) throw new Error('there is no /ask');
	const held = asHeld(ask);
	const swapped = { ...held, options: (held.options as Json[]).toReversed() };
	expect(compare([ask], [swapped])).toEqual({ added: [], changed: ['/ask'], removed: [] });
});

test('what is new, what is gone, and a message command is no slash command of that name', () => {
	const [first, second] = everywhere;
	if (!first || !second) throw new Error('there are no commands');
	expect(compare([first], [asHeld(second)])).toEqual({
		added: [`/${first.name}`],
		changed: [],
		removed: [`/${second.name}`],
	});
	expect(compare([], [{ type: 3, name: 'Find' }])).toEqual({ added: [], changed: [], removed: ['Find'] });
	expect(compare([], [])).toBeUndefined();
});

test('where commands work is said of global ones only', () => {
	for (const body of everywhere) expect(body).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
	for (const body of inServer) expect(Object.keys(body)).not.toContain('contexts');
});
