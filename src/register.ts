import { parseArgs } from 'node:util';
import { REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import { config as readDotenv } from 'dotenv';
import { commands } from '../commands/index.ts';
import { ConfigError, readConfig } from './config.ts';
import { bodiesFor, compare, type Difference, readRegistered, type Scope, write } from './discord/registration.ts';
import { explain } from './exit.ts';

const HELP = `Registers the bot's commands with Discord, only where they differ.
  npm run register                 write the difference
  npm run register -- --dry-run    print it, write nothing
  npm run register -- --clear      remove all commands of this scope
The scope is everywhere, or the server DISCORD_GUILD_ID names.`;

async function main(): Promise<void> {
	const flags = readFlags();
	if (flags.help) return print(HELP);
	readDotenv({ quiet: true });
	const { token, apiUrl, guildId } = readConfig(process.env);
	const rest = new REST({ api: apiUrl }).setToken(token);
	const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
	const scope: Scope = { application: id, guild: guildId };
	const wanted = flags.clear ? [] : commands;
	await warnOfDoubles(
		rest,
		scope,
		wanted.map(({ body }) => body.name),
	);
	const difference = compare(bodiesFor(scope, wanted), await readRegistered(rest, scope));
	const where = guildId === undefined ? 'everywhere' : `in the server ${guildId}`;
	if (!difference) return print(`Nothing to do: the commands stand ${where} as they should.`);
	print(list(difference));
	if (flags['dry-run']) return print(`This is what would be written ${where}; nothing was.`);
	await write(rest, scope, bodiesFor(scope, wanted));
	print(`Written ${where}.`);
}

/** What was typed behind the command's name; what it does not know, it says together with what it does. */
function readFlags(): { 'dry-run'?: boolean; clear?: boolean; help?: boolean } {
	const flag = { type: 'boolean' } as const;
	try {
		return parseArgs({ options: { 'dry-run': flag, clear: flag, help: flag } }).values;
	} catch (error) {
		throw new ConfigError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
	}
}

/** A name that stands both everywhere and in the server is shown twice there. */
async function warnOfDoubles(rest: REST, { application, guild }: Scope, names: readonly string[]): Promise<void> {
	if (guild === undefined) return;
	const everywhere = await readRegistered(rest, { application });
	const doubles = everywhere.filter(({ name }) => names.includes(name)).map(({ name }) => `/${name}`);
	if (doubles.length === 0) return;
	print(`Warning: registered everywhere as well, so shown twice in the server ${guild}: ${doubles.join(' ')}`);
	print('Without DISCORD_GUILD_ID, npm run register -- --clear removes those.');
}

const list = ({ added, changed, removed }: Difference) =>
	[
		...added.map((name) => `+ ${name}`),
		...changed.map((name) => `~ ${name}`),
		...removed.map((name) => `- ${name}`),
	].join('\n');

const print = (line: string) => {
	process.stdout.write(`${line}\n`);
};

main().catch((error: unknown) => {
	const { message, status } = explain(error, 'the commands could not be registered', process.env.DISCORD_TOKEN ?? '');
	process.stderr.write(`${message}\n`);
	process.exitCode = status;
});
