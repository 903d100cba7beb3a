import { createInstance } from 'i18next';
import { de } from './locales/de.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';
import { fr } from './locales/fr.ts';
import { escapeMarkdown } from './markdown.ts';

export type Key = keyof typeof en;

/** A command and its options in another language: a name as Discord takes it, and a description. */
export type CommandText = {
	name: string;
	description?: string;
	options?: Readonly<Record<string, { name: string; description: string; choices?: Readonly<Record<string, string>> }>>;
};

/** One language: the bot's own sentences, and its commands by their English names. */
export type Catalogue = {
	sentences: Readonly<Record<Key, string>>;
	commands: Readonly<Record<string, CommandText>>;
};

/** By the first part of Discord's locales. English commands stand in `commands/`, each in its file. */
export const CATALOGUES: Readonly<Record<'de' | 'fr' | 'es', Catalogue>> = { de, fr, es };

type Values = Readonly<Record<string, string | number>>;

/** The bot's own sentences in one language. */
export type Say = {
	/** As markdown; the values are escaped. */
	(key: Key, values?: Values): string;
	/** As plain text, for what shows no markdown or is escaped later: titles, labels, footers. */
	plain(key: Key, values?: Values): string;
	/** A command as something to click on, where its id is known. */
	command(name: string): string;
	/** For dates and numbers, as Intl takes it. */
	locale: string;
};

const translator = createInstance();
// Without `initAsync` this is done when it returns.
void translator.init({
	initAsync: false,
	fallbackLng: 'en',
	keySeparator: false,
	nsSeparator: false,
	interpolation: { escape: escapeMarkdown },
	resources: {
		en: { translation: en },
		de: { translation: de.sentences },
		fr: { translation: fr.sentences },
		es: { translation: es.sentences },
	},
});

/** The ids under which Discord knows the commands, by their names. */
export type CommandIds = ReadonlyMap<string, string>;

/** Sentences without values, which every message has several of: to look one up takes longer than to find a passage. */
const sentences = new Map<string, string>();

function sentence(language: string, key: Key): string {
	const id = `${language} ${key}`;
	const known = sentences.get(id) ?? translator.getFixedT(language)(key);
	sentences.set(id, known);
	return known;
}

/** A command alone in the code of a sentence. */
const COMMAND = /`\/([\w-]+)`/g;

const NO_IDS: CommandIds = new Map();

/** Made once for each language: every interaction needs one. */
const made = new WeakMap<CommandIds, Map<string, Say>>();

/** @param locale as Discord gives it (`es-419`); English for one that is not spoken here */
export function sayIn(locale: string, ids: CommandIds = NO_IDS): Say {
	const [first = ''] = locale.split('-');
	const language = Object.hasOwn(CATALOGUES, first) ? first : 'en';
	const languages = made.get(ids) ?? new Map<string, Say>();
	const say = languages.get(language) ?? makeSay(language, ids);
	made.set(ids, languages.set(language, say));
	return say;
}

function makeSay(language: string, ids: CommandIds): Say {
	const translate = translator.getFixedT(language);
	const command = (name: string) => (ids.has(name) ? `</${name}:${ids.get(name)}>` : `\`/${name}\``);
	const markdown = (key: Key, values: Values = {}) =>
		translate(key, values).replace(COMMAND, (_, name: string) => command(name));
	const plain = (key: Key, values?: Values) =>
		values ? translate(key, { ...values, interpolation: { escapeValue: false } }) : sentence(language, key);
	// Days before months, as the citations have them.
	return Object.assign(markdown, { plain, command, locale: language === 'en' ? 'en-GB' : language });
}
