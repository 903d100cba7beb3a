import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loggable } from '../../src/discord/log.ts';

const secret = fc.stringMatching(/^[A-Za-z0-9_.-]{24,80}$/);
const token = fc.stringMatching(/^[A-Za-z0-9_-]{20,60}$/);

/** Whatever may be thrown, with the text somewhere in it. */
const thrown = (text: string) => {
	const { node } = fc.letrec<{ node: unknown; error: Error }>((tie) => ({
		node: fc.oneof(
			{ depthSize: 'small' },
			fc.constantFrom(text, { message: text }, [text], Object.assign(Object.create(null), { a: { b: text } })),
			tie('error'),
		),
		error: fc
			.tuple(fc.constantFrom('error', 'aggregate', 'code', 'stack', 'name'), tie('node'))
			.map(([kind, cause]) => {
				if (kind === 'aggregate') return new AggregateError([cause, new Error(text)], text);
				const error = new Error(`before ${text} after`, { cause });
				if (kind === 'code') return Object.assign(error, { code: text, status: 400, url: text, requestBody: text });
				if (kind === 'stack') error.stack = `at ${text}`;
				if (kind === 'name') error.name = text;
				return error;
			}),
	}));
	return node;
};

test('no secret comes through, wherever in what was thrown it stands', () => {
	fc.assert(
		fc.property(
			secret.chain((text) => fc.tuple(fc.constant(text), thrown(text))),
			([text, error]) => {
				expect(JSON.stringify(loggable(error, text))).not.toContain(text);
			},
		),
	);
});

test('no token of an interaction or webhook comes through, in any address', () => {
	const address = fc
		.tuple(
			token,
			fc.constantFrom('interactions', 'webhooks'),
			fc.constantFrom('', '/callback', '/messages/@original', '?a=b'),
		)
		.map(([text, kind, rest]) => ({
			text,
			url: `https://discord.com/api/v10/${kind}/1400000000000000000/${text}${rest}`,
		}));
	fc.assert(
		fc.property(
			address.chain(({ text, url }) => fc.tuple(fc.constant(text), thrown(url))),
			([text, error]) => {
				expect(JSON.stringify(loggable(error))).not.toContain(text);
			},
		),
	);
});

test('kind, message, codes, stack and causes are kept', () => {
	const error = Object.assign(new TypeError('a', { cause: new RangeError('b') }), { code: 50035, status: 400 });
	expect(loggable(error)).toMatchObject({
		type: 'TypeError',
		message: 'a',
		code: 50035,
		status: 400,
		stack: expect.stringContaining('log.test.ts'),
		cause: { type: 'RangeError', message: 'b' },
	});
	expect(loggable(new AggregateError([new Error('x'), 'y']))).toMatchObject({
		errors: [{ message: 'x' }, { message: 'y' }],
	});
});

test('anything may have been thrown', () => {
	const circular = new Error('round');
	circular.cause = circular;
	expect(loggable(circular)).toMatchObject({ message: 'round', cause: { message: 'round' } });
	expect([undefined, null, 0, 'text', Symbol('s'), 5n].map((one) => loggable(one).message)).toEqual([
		'undefined',
		'null',
		'0',
		'text',
		'Symbol(s)',
		'5n',
	]);
	fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (one) => typeof loggable(one).message === 'string'));
});
