import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { quotations } from '../../src/discord/markdown.ts';
import { makeCiter } from '../../src/paper/cite.ts';
import type { Member } from '../../src/sandbox/member.ts';
import type { Message } from '../../src/sandbox/state.ts';
import { dependent, folderOf, style } from '../csl.ts';
import { libraryOf, type Running, running } from '../running.ts';

const LATE = 1700;
const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(resolve, LATE, value));
const reply = { hidden: false, cards: [{ title: 'Here it is' }] };

const late = defineCommand({ name: 'late', description: 'Takes its time' }, () => later(reply), {
	buttons: { late: () => later(reply) },
});
const lateMiss = defineCommand({ name: 'latemiss', description: 'Finds nothing, late' }, () =>
	later({ ...reply, hidden: true }),
);
const lateFailure = defineCommand({ name: 'latefailure', description: 'Fails, late' }, async () => {
	await later(undefined);
	throw new Error('too bad');
});

const citer = makeCiter([
	folderOf({
		'broken.csl': '<style>',
		'dependent/child.csl': dependent('Child', 'tiny'),
		'tiny.csl': style('Tiny style'),
	}),
]);
let it: Running;
let alice: Member;
beforeAll(async () => {
	it = await running({ library: { ...libraryOf(), citer }, extra: [late, lateMiss, lateFailure] });
	alice = it.discord.member({ name: 'alice' });
});
afterAll(async () => {
	await it.close();
	await citer.close();
});

const embed = (message: Message | undefined, i = 0) => message?.embeds[i];

describe('/cite', () => {
	test('is APA with the verified facts: entry, both citations, a block to copy, sources, what is missing', async () => {
		const { message, ephemeral } = await alice.type('/cite');
		expect(ephemeral).toBe(false);
		expect(embed(message)?.title).toBe('APA 7th edition');
		const text = embed(message)?.description ?? '';
		expect(text.split('\n')[0]).toBe(
			'Perrin, C., Frost, A., & Ware, J. B. (2018). The utility of peer-support in enhancing the treatment of incarcerated sexual offenders. *Therapeutic Communities: The International Journal of Therapeutic Communities*, *39*(1). https://doi.org/10.1108/TC-06-2017-0018',
		);
		expect(text).toContain('(Perrin et al., 2018) · Perrin et al. (2018)');
		expect(text).toMatch(/```\nPerrin, C\.[^*]*\n\(Perrin et al\., 2018\)\nPerrin et al\. \(2018\)\n```$/);
		const footer = embed(message)?.footer?.text ?? '';
		expect(footer).toMatch(/^Authors: British Library catalogue/m);
		expect(footer).toMatch(/^Volume: inferred; the journal numbers one volume a year/m);
		expect(footer).toMatch(/^DOI: booksci literature record 81611922$/m);
		expect(footer).toMatch(/^No page numbers are known\.$/m);
	});

	test('of the record alone names no other source and says what is missing', async () => {
		const { message } = await alice.type('/cite facts: record');
		expect(embed(message)?.description).toContain('(n.d.)');
		const footer = embed(message)?.footer?.text ?? '';
		expect(footer).toMatch(/^All of it from the paper’s own record: Acquire/);
		expect(footer).toContain('Not known, so left out: Published, Volume, Issue, DOI.');
	});

	test.each([
		['bibtex', /^```\n@article\{perrin2018,\n/, '.bib'],
		['ris', /^```\nTY {2}- JOUR\n/, '.ris'],
		['csl-json', /^```\n\[\n/, '.json'],
	])('exports %s in a block and as a file', async (format, start, ending) => {
		const { message } = await alice.type(`/cite format: ${format}`);
		expect(embed(message)?.description).toMatch(start);
		expect(message?.attachments[0]?.filename).toBe(`perrin-2018-peer-support${ending}`);
		expect(embed(message)?.footer?.text).toMatch(/^Volume: inferred/m);
	});

	test('styles: typed freely, unknown ones and broken ones answered with a sentence', async () => {
		expect(embed((await alice.type('/cite style: harvard')).message)?.description).toContain('‘The utility');
		expect(embed((await alice.type('/cite style: Child')).message)?.title).toBe('Child');
		const unknown = await alice.type('/cite style: @everyone **style**');
		expect(unknown.ephemeral).toBe(true);
		expect(embed(unknown.message)).toMatchObject({
			title: 'No such citation style here',
			description: expect.stringContaining('- Tiny style'),
		});
		expect(unknown.message?.pings.everyone).toBe(false);
		const broken = await alice.type('/cite style: broken');
		expect(broken.ephemeral).toBe(true);
		expect(embed(broken.message)?.description).toMatch(
			/The style “broken” cannot be used: .*\nThe other styles work\./,
		);
	});

	test('completes styles, those of the bot first, and papers', async () => {
		const all = await alice.complete('/cite style: ');
		expect(all.slice(0, 3).map(({ value }) => value)).toEqual(['apa', 'harvard-cite-them-right', 'vancouver']);
		expect(await alice.complete('/cite style: tiny')).toEqual([{ name: 'Tiny style', value: 'tiny' }]);
		expect(await alice.complete('/cite style: zzz')).toEqual([]);
		expect(await alice.complete('/cite paper: frost')).toHaveLength(1);
	});
});

describe('the button Cite', () => {
	test('under a section: the reference, for the presser alone', async () => {
		const { message } = await alice.type('/findings');
		const pressed = await alice.press(message, 'Cite');
		expect(pressed).toMatchObject({ outcome: 'replied', ephemeral: true });
		expect(embed(pressed.message)?.description).toMatch(/^Perrin, C\./);
	});

	test('under a passage: the quotation, its name and its citation', async () => {
		const { message } = await alice.type('/findings');
		const pressed = await alice.forge(message as Message, 'cite:perrin-2018-peer-support:limitations.1');
		expect(pressed.ephemeral).toBe(true);
		expect(quotations(embed(pressed.message)?.description ?? '')).toEqual([
			'More research on the potential negative impact of peer-support in carceral setting is needed.',
		]);
		expect(embed(pressed.message, 1)?.description).toContain('is needed.” (Perrin et al., 2018)\nLimitations 1 · ');
	});

	test('what it shows can be shared', async () => {
		const { message } = await alice.type('/findings');
		const pressed = await alice.press(message, 'Cite');
		const shared = await alice.press(pressed.message, 'Share');
		const [posted] = await shared.followedUp();
		expect(posted?.content).toContain('Shared by');
		expect(embed(posted)?.description).toMatch(/^Perrin, C\./);
	});

	test.each(['nothing:', 'perrin-2018-peer-support:findings.99', 'perrin-2018-peer-support:findings.1:x'])(
		'with a state that nobody wrote: %s',
		async (state) => {
			const { message } = await alice.type('/findings');
			const pressed = await alice.forge(message as Message, `cite:${state}`);
			expect(embed(pressed.message)?.title).toBe('This button no longer works');
		},
	);
});

describe('what takes more than a moment is deferred', () => {
	const deferred = 5;

	test('a command, and then answered as it was deferred', async () => {
		const slow = await alice.type('/late');
		expect(slow).toMatchObject({ outcome: 'replied', response: deferred, ephemeral: false });
		expect(embed(slow.message)?.title).toBe('Here it is');
	});

	test('a miss that was deferred for all is said to the person alone', async () => {
		const slow = await alice.type('/latemiss');
		expect(slow.response).toBe(deferred);
		const [message] = await slow.followedUp();
		expect(embed(message)?.title).toBe('Here it is');
	});

	test('a failure that comes late is still a sentence', async () => {
		const slow = await alice.type('/latefailure');
		expect(slow.response).toBe(deferred);
		const [message] = await slow.followedUp();
		expect(embed(message)?.title).toBe('That did not work');
	});

	test('a button', async () => {
		const { message } = await alice.type('/findings');
		const pressed = await alice.forge(message as Message, 'late:');
		expect(pressed).toMatchObject({ outcome: 'replied', response: deferred, ephemeral: true });
	});
});
