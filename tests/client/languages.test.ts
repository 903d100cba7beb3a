import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { quotations } from '../../src/discord/markdown.ts';
import { sayIn } from '../../src/discord/say.ts';
import { SECTION_KEYS, SECTION_NAMES, type SectionKey } from '../../src/paper/section.ts';
import type { Member } from '../../src/sandbox/member.ts';
import type { Message } from '../../src/sandbox/state.ts';
import { libraryOf, type Running, running } from '../running.ts';
import { shown } from './shown.ts';

const { record } = libraryOf().corpus.main;
let it: Running;
beforeAll(async () => {
	it = await running();
});
afterAll(() => it.close());

const footers = (message: Message | undefined) => (message?.embeds ?? []).map(({ footer }) => footer?.text ?? '');

const MARKS = {
	de: 'Wortlaut auf Englisch',
	fr: 'texte original en anglais',
	'es-ES': 'texto original en inglés',
	'es-419': 'texto original en inglés',
};
const TYPE_OF_ITEM: Readonly<Record<string, string>> = {
	de: 'Dokumenttyp',
	fr: 'Type de document',
	'es-ES': 'Tipo de documento',
	'es-419': 'Tipo de documento',
};
const LOCALES = ['en-US', 'en-GB', 'ja', ...Object.keys(MARKS)];

describe.each(LOCALES)('in %s', (locale) => {
	let member: Member;
	beforeAll(() => {
		member = it.discord.member({ name: `m-${locale}`, locale });
	});

	test('what is quoted is the English of the paper, and marked for those who are spoken to in another language', async () => {
		const mark = Object.entries(MARKS).find(([one]) => one === locale)?.[1];
		const lines = [
			'/limitations',
			'/ask question: what did they find?',
			'/ask question: how many articles were in the sample?',
			'/search words: prison',
			'/abstract',
			'/discuss reveal: True',
			'/quiz',
		];
		const replies = await Promise.all(lines.map((line) => member.type(line)));
		const found = await member.useOn(member.post('peer-support in prison'), 'Find in paper');
		for (const { message } of [...replies, found]) {
			expect(shown(message).length).toBeGreaterThan(0);
			for (const quotation of shown(message)) expect(record).toContain(quotation);
			for (const [i, embed] of (message?.embeds ?? []).entries()) {
				if (quotations(embed.description ?? '').length === 0) continue;
				const footer = footers(message)[i] ?? '';
				if (mark === undefined) expect(footer).not.toMatch(/english/i);
				else expect(footer.endsWith(mark)).toBe(true);
			}
		}
	});

	test('a fact of the record is its own line, under its name', async () => {
		const { message } = await member.type('/ask question: is it a thesis, an article or a book chapter?');
		expect(shown(message)).toEqual(['journal contribution']);
		expect(message?.embeds[0]?.title).toBe(TYPE_OF_ITEM[locale] ?? 'Type of item');
	});

	test('each example of /help is answered when it is typed', async () => {
		const { message } = await member.type('/help');
		const [tries] = message?.embeds[0]?.fields ?? [];
		const examples = [...(tries?.value ?? '').matchAll(/`([^`]+)`/g)].map(([, line = '']) => line);
		expect(examples).toHaveLength(3);
		const answers = await Promise.all(examples.map((line) => member.type(line)));
		for (const { outcome, ephemeral } of answers) expect([outcome, ephemeral]).toEqual(['replied', false]);
		const [asked, section, cited] = answers.map(({ message }) => message);
		expect(shown(asked).every((text) => record.includes(text))).toBe(true);
		expect(asked?.embeds[0]?.title).toBe('Findings');
		expect(shown(section)).toHaveLength(1);
		expect(JSON.stringify(cited?.embeds)).toContain('Perrin, C., Frost, A.');
	});

	test('/help has every command to click on, whole', async () => {
		const { message } = await member.type('/help');
		const page = message?.embeds[0]?.fields?.[1]?.value;
		for (const { id, name, type } of it.discord.registered()) {
			if (type === 1 && name !== 'help') expect(page).toContain(`</${name}:${id}>`);
		}
		expect(commands.length).toBe(it.discord.registered().length);
		expect(page).not.toContain('…');
	});

	test('/quiz says how to read the section, in the language of the person', async () => {
		const { message } = await member.type('/quiz');
		const { plain } = sayIn(locale);
		const revealed = await member.press(message, plain('reveal'));
		const [field] = revealed.message?.embeds[0]?.fields ?? [];
		const key = SECTION_KEYS.find((one) => SECTION_NAMES[one] === field?.name);
		expect(field?.value).toBe(plain(`read:${key as SectionKey}`));
	});
});
