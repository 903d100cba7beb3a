import { join } from 'node:path';
import { z } from 'zod';
import type { Shards } from './discord/client.ts';
import { folders } from './paper/corpus.ts';
import { CorpusError } from './paper/paper.ts';

/** Where Debian's package citation-style-language-styles puts its files. */
const DEBIAN_STYLES = '/usr/share/citation-style-language/styles';

const CORPUS = 'corpus';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** `auto`, or the shards of this process and how many there are in all: `0,1/4`. */
const SHARDS = /^(\d{1,5}(?:,\d{1,5})*)\/(\d{1,5})$/;

/** Every setting of the environment; absent and empty are the same. `.env.example` lists these names and no other. */
const schema = z.object({
	DISCORD_TOKEN: z
		.string('is required: the bot token from the developer portal, page “Bot”')
		.regex(/^[\w.-]+$/, 'is not a bot token: copy it without quotes, spaces or the word “Bot”'),
	DISCORD_GUILD_ID: z
		.string()
		.regex(/^\d{17,20}$/, 'is not a server id: 17 to 20 digits (right-click the server, Copy Server ID)')
		.optional(),
	DISCORD_API_URL: z
		.url({ protocol: /^https?$/, error: 'is not an http or https address' })
		.refine((url) => !/\/v\d+\/*$/.test(url), 'ends in a version, which is added by itself: https://discord.com/api')
		.default('https://discord.com/api'),
	CORPUS_DIR: z.string().default(CORPUS),
	DEFAULT_PAPER: z.string().optional(),
	CSL_STYLES_DIR: z.string().optional(),
	LOG_LEVEL: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).default('info'),
	HEALTH_PORT: z
		.string()
		.regex(/^\d{1,5}$/, 'is not a port: 0 to 65535')
		.transform(Number)
		.refine((port) => port < 65_536, 'is not a port: 0 to 65535')
		.optional(),
	HEALTH_HOST: z.string().default('127.0.0.1'),
	SHARDS: z
		.string()
		.transform((text, context): Shards => {
			const shards = readShards(text);
			if (!shards) context.addIssue('is neither “auto” nor, as in “0,1/4”, different shards below their number');
			return shards ?? z.NEVER;
		})
		.default('auto'),
});

export type Config = {
	token: string;
	guildId: string | undefined;
	apiUrl: string;
	corpusDir: string;
	defaultPaper: string | undefined;
	/** Folders with citation styles; they need not be there. */
	styleDirs: string[];
	logLevel: string;
	/** Where `/healthz` and `/metrics` are served; undefined: nowhere. */
	health: { host: string; port: number } | undefined;
	shards: Shards;
};

/** Undefined: it says neither. */
function readShards(text: string): Shards | undefined {
	if (text === 'auto') return text;
	const [, list = '', number = ''] = SHARDS.exec(text) ?? [];
	const [ids, count] = [list.split(',').map(Number), Number(number)];
	const valid = list !== '' && new Set(ids).size === ids.length && ids.every((id) => id < count);
	return valid ? { ids, count } : undefined;
}

/** Wrong or missing settings; the message lists every problem, one a line. */
export class ConfigError extends Error {
	readonly problems: readonly string[];
	/** @param problems each one begins with the name of a setting */
	constructor(problems: readonly string[]) {
		super(`wrong or missing settings (see .env.example):\n${problems.map((line) => `- ${line}`).join('\n')}`);
		this.problems = problems;
	}
}

/** The environment as settings. @throws ConfigError that lists all problems together */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
	const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
	const parsed = schema.safeParse(set);
	const issues = parsed.error?.issues ?? [];
	const problems = [
		...issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
		...corpusProblems(set.CORPUS_DIR ?? CORPUS, set.DEFAULT_PAPER),
	];
	if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
	const { data } = parsed;
	return {
		token: data.DISCORD_TOKEN,
		guildId: data.DISCORD_GUILD_ID,
		apiUrl: data.DISCORD_API_URL.replace(/\/+$/, ''),
		corpusDir: data.CORPUS_DIR,
		defaultPaper: data.DEFAULT_PAPER,
		styleDirs:
			data.CSL_STYLES_DIR === undefined ? [join(data.CORPUS_DIR, 'styles'), DEBIAN_STYLES] : [data.CSL_STYLES_DIR],
		logLevel: data.LOG_LEVEL,
		health: data.HEALTH_PORT === undefined ? undefined : { host: data.HEALTH_HOST, port: data.HEALTH_PORT },
		shards: data.SHARDS,
	};
}

/** Looks at the folder and the names of what is in it; whether the papers can be served is seen when they are loaded. */
function corpusProblems(dir: string, main: string | undefined): string[] {
	try {
		const papers = folders(dir);
		if (main === undefined || papers.length === 0 || papers.includes(main)) return [];
		return [`DEFAULT_PAPER names “${main}”, but in ${dir} there is only ${papers.join(', ')}`];
	} catch (error) {
		if (!(error instanceof CorpusError)) throw error;
		return [`CORPUS_DIR names no folder that can be read: ${error.message}`];
	}
}

/** The names that `readConfig` reads. */
export const SETTINGS = Object.keys(schema.shape);
