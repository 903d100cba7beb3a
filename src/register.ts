import { parseArgs } from 'node:util';
import { REST, Routes } from 'discord.js';
import { config as readDotenv } from 'dotenv';
import { commands } from '../commands/index.ts';
import { readConfig } from './config.ts';
import { readApplication } from './discord/information.ts';
import {
	bodiesFor,
	compare,
	linesOf,
	readDoubles,
	readRegistered,
	type Scope,
	sayDoubles,
	whereOf,
	write,
} from './discord/registration.ts';
import { explain } from './exit.ts';
import { UsageError } from './usage.ts';

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
	const { id } = readApplication(await rest.get(Routes.currentApplication()));
	const scope: Scope = { application: id, guild: guildId };
	const wanted = flags.clear ? [] : commands;
	const where = whereOf(scope);
	const doubles = await readDoubles(
		rest,
		scope,
		wanted.map(({ body }) => body),
	);
	if (doubles.length > 0) print(`Warning: ${sayDoubles(doubles, where)}`);
	const difference = compare(bodiesFor(scope, wanted), await readRegistered(rest, scope));
	if (!difference) return print(`Nothing to do: the commands stand ${where} as they should.`);
	print(linesOf(difference).join('\n'));
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
		throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
	}
}

const print = (line: string) => {
	process.stdout.write(`${line}\n`);
};

main().catch((error: unknown) => {
	const { message, status } = explain(error, 'the commands could not be registered', process.env.DISCORD_TOKEN ?? '');
	process.stderr.write(`${message}\n`);
	process.exitCode = status;
});
