import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Option } from '../../src/discord/command.ts';
import { bodiesFor } from '../../src/discord/registration.ts';
import { render } from '../../src/discord/render.ts';
import { sayIn } from '../../src/discord/say.ts';
import { contextOf, perrin } from '../context.ts';
import { expectWithinLimits } from '../discord/within.ts';

const slash = commands.filter((command) => 'run' in command);
const optionsOf = (body: object): readonly Option[] => ('options' in body ? (body.options as readonly Option[]) : []);
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

describe.each(slash.map(({ body }) => [body.name, body] as const))('/%s', (name, body) => {
	const options = optionsOf(body);

	test('names and descriptions are as Discord takes them, required options first, each name once', () => {
		for (const one of [body, ...options]) {
			expect(one.name).toMatch(NAME);
			expect(one.name).toBe(one.name.toLowerCase());
			expect(one.description.length).toBeGreaterThan(0);
			expect(one.description.length).toBeLessThanOrEqual(100);
		}
		const required = options.map((option) => option.required === true);
		expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
		expect(new Set(options.map((option) => option.name)).size).toBe(options.length);
		expect(options.length).toBeLessThanOrEqual(25);
	});

	test('choices are as Discord takes them', () => {
		for (const { choices = [], autocomplete } of options) {
			expect(choices.length).toBeLessThanOrEqual(25);
			expect(choices.length > 0 && autocomplete).toBeFalsy();
			expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
			for (const { name: shown, value } of choices)
				expect([shown, value].filter((one) => one.length < 1 || one.length > 100)).toEqual([]);
		}
	});

	test('has hide, and paper unless it is /help', () => {
		const names = options.map((option) => option.name);
		expect(names).toContain('hide');
		expect(names.includes('paper')).toBe(name !== 'help');
	});
});

test('names are unique, a command has at most 8000 characters, in any one language', () => {
	const bodies = bodiesFor({ application: '1' }, commands);
	expect(new Set(bodies.map((body) => `${body.type} ${body.name}`)).size).toBe(bodies.length);
	for (const body of bodies) expect(lengthOf(body)).toBeLessThanOrEqual(8000);
});

/** Names, descriptions and values together; of the languages the longest. */
function lengthOf(body: object): number {
	let sum = 0;
	for (const [key, value] of Object.entries(body)) {
		if (/^(name|description|value)$/.test(key)) sum += String(value).length;
		else if (/_localizations$/.test(key))
			sum += Math.max(0, ...Object.values<string>(value ?? {}).map((text) => text.length));
		else if (Array.isArray(value))
			sum += value.reduce((all, one) => all + (typeof one === 'object' ? lengthOf(one) : 0), 0);
	}
	return sum;
}

test('no button has two owners, and none is one of the edge’s own', () => {
	const names = slash.flatMap(({ buttons }) => Object.keys(buttons ?? {}));
	expect(new Set(names).size).toBe(names.length);
	for (const name of names) expect(name).toMatch(/^(?!(turn|share|shared)$)[a-z]+$/);
});

describe('states of buttons', () => {
	const buttons = slash.flatMap(({ buttons: own }) => Object.entries(own ?? {}));
	const context = contextOf();
	const say = sayIn('en-US');
	/** Forged, stale, or nearly right. */
	const piece = fc.oneof(
		fc.constantFrom(
			perrin.id,
			'gone',
			'',
			'findings',
			'findings.1',
			'findings.99',
			'findings,limitations',
			'__proto__',
			'x',
		),
		fc.string({ unit: 'binary', maxLength: 20 }),
	);
	const state = fc
		.oneof(
			fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(':')),
			fc.string({ unit: 'binary', maxLength: 100 }),
		)
		.map((text) => text.slice(0, 270));

	test.each(buttons)('%s: whatever the state, a reply within the limits or none', async (_name, press) => {
		await fc.assert(
			fc.asyncProperty(state, fc.boolean(), async (forged, own) => {
				const reply = await press(forged, { ...context, own });
				const message = reply && render(reply, say);
				if (message) expectWithinLimits(message);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('who sees a reply', () => {
	const args = { question: 'what did they find?', words: 'support' };
	const run = async (command: (typeof slash)[number], more: object) => command.run({ ...args, ...more }, contextOf());

	test.each(slash.map((command) => [command.body.name, command] as const))(
		'/%s: all, unless hidden',
		async (_name, command) => {
			expect((await run(command, {})).hidden).toBe(false);
			expect((await run(command, { hide: true })).hidden).toBe(true);
		},
	);

	test.each(slash.filter(({ body }) => body.name !== 'help').map((command) => [command.body.name, command] as const))(
		'/%s of an unknown paper: only who asked',
		async (_name, command) => {
			expect((await run(command, { paper: 'nowhere' })).hidden).toBe(true);
		},
	);
});
