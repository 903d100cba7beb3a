import { DiscordAPIError } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

describe('what people wrote does not come through', () => {
	const wrote = fc.oneof(
		fc.string({ minLength: 1, maxLength: 40 }),
		fc.constantFrom('about "my" mother', "it's /mine/", 'line\n    at line', '$& "x" $`'),
	);

	test('in an error of JSON, which quotes the text around where it ends', () => {
		const broken = (text: string) => [
			`{"content":"CANARY ${text}`,
			`{"content":"CANARY ${text}"`,
			`{"content":CANARY ${text}}`,
			`{"content":"","a":x CANARY ${text}`,
			`CANARY ${text}`,
		];
		fc.assert(
			fc.property(wrote, (text) => {
				for (const json of broken(text)) {
					const error = thrownBy(() => JSON.parse(json));
					const logged = JSON.stringify(loggable(new Error('a request failed', { cause: error })));
					expect(logged).not.toContain('CANARY');
					expect(logged).toContain('SyntaxError');
					expect(logged).toContain('JSON');
					expect(logged).toContain('log.test.ts');
				}
			}),
		);
	});

	test('in what Discord says of a value that it does not take; which field and rule, does', () => {
		fc.assert(
			fc.property(wrote, (text) => {
				const refusal = { code: 'NUMBER_TYPE_COERCE', message: `Value "CANARY ${text}" is not int.` };
				const raw = { code: 50035, message: 'Invalid Form Body', errors: { data: { flags: { _errors: [refusal] } } } };
				const error = new DiscordAPIError(raw, 50035, 400, 'POST', 'https://discord.com/api/v10/x', {});
				const logged = loggable(error);
				expect(JSON.stringify(logged)).not.toContain('CANARY');
				expect(logged.message).toBe('Invalid Form Body\ndata.flags[NUMBER_TYPE_COERCE]: Value … is not int.');
				expect(logged.stack).toContain('log.test.ts');
			}),
		);
	});

	test('in a stack that was written before the message was changed', () => {
		const error = new SyntaxError('Unexpected token, "CANARY"');
		error.message = 'changed';
		expect(loggable(error)).toMatchObject({ message: 'changed', stack: expect.stringContaining('log.test.ts') });
		expect(JSON.stringify(loggable(error))).not.toContain('CANARY');
	});
});

function thrownBy(run: () => unknown): unknown {
	try {
		return run();
	} catch (error) {
		return error;
	}
}

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
