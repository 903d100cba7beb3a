import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BotProcess, startBotProcess } from './child.ts';
import { type Conversation, converse } from './conversation.ts';
import { servePage } from './page-server.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

const usage = `npm run sandbox -- [--port N] [--verbose] [--bot FILE] [LINE…]

Runs the bot against a local Discord. Each LINE is what a member types:
  "/ask question: what did they find?"   a slash command
  "press Cite" or "press 2"              a button of the last reply
  "what did they find?"                  a message that mentions the bot
Without lines it reads them from the terminal (Tab completes), and serves a page to use in a browser.

  --port N     port of the local Discord; a free one without it
  --verbose    shows the bot's log
  --bot FILE   another bot's JavaScript file; it is told DISCORD_API_URL and DISCORD_TOKEN`;

type Interrupt = { signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' };

const startTimeout = 30_000;
const print = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

function readArguments() {
	const bot = fileURLToPath(new URL('../main.js', import.meta.url));
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			port: { type: 'string', default: '0' },
			verbose: { type: 'boolean', default: false },
			bot: { type: 'string', default: bot },
			help: { type: 'boolean', default: false },
		},
	});
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`--port takes 0 to 65535, not ${values.port}`);
	return { ...values, port, lines: positionals };
}

async function main(): Promise<number> {
	const { port, verbose, bot: entry, help, lines } = readArguments();
	if (help) {
		print(usage);
		return 0;
	}
	const discord = await startSandbox({ port, name: 'Verbatim' });
	const people = ['ada', 'ben'].map((name) => discord.member({ name }));
	const page = lines.length > 0 ? undefined : servePage(discord, people);
	const bot = startBotProcess({ entry, url: discord.url, token: discord.token, verbose });
	const stopped = new AbortController();
	const interrupted = new Promise<Interrupt>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve({ signal }));
	});
	try {
		const problem = await Promise.race([untilReady(discord, bot), interrupted]);
		if (problem) return end(problem, bot, verbose);
		await page?.ready;
		const conversation = converse(discord, people[0]!);
		// Beside what is said: that alone goes to the output, where a pipe may read it.
		if (page) complain(`Open ${page.url} in a browser, or type here.`);
		const talk = lines.length > 0 ? speak(lines, conversation) : listen(conversation, stopped.signal);
		const ended = bot.ended.then((how) => `The bot ${how}`);
		return end(await Promise.race([talk, ended, interrupted]), bot, verbose);
	} finally {
		stopped.abort();
		process.stdin.destroy();
		await bot.stop();
		await discord.close();
	}
}

/** Waits until the bot is connected and has commands; otherwise says why not. */
async function untilReady(discord: Sandbox, bot: BotProcess): Promise<string | undefined> {
	const ready = Promise.all([discord.ready(), discord.commandsRegistered()]).then(() => undefined);
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<string>((resolve) => {
		const state = () => (discord.sessions.length > 0 ? 'registered no commands' : 'did not connect');
		timer = setTimeout(() => resolve(`The bot ${state()} within ${startTimeout / 1000} seconds`), startTimeout);
	});
	try {
		return await Promise.race([ready, late, bot.ended.then((how) => `The bot ${how}`)]);
	} finally {
		clearTimeout(timer);
	}
}

/** The exit status: of the lines, of an interrupt as shells count it, or 1 for a problem, which is told. */
function end(how: number | string | Interrupt, { log }: BotProcess, verbose: boolean): number {
	if (typeof how === 'number') return how;
	if (typeof how === 'object') return 128 + constants.signals[how.signal];
	complain(how);
	if (!verbose) for (const line of log) complain(`  ${line}`);
	return 1;
}

/** Enters the lines one after the other; 1 if one had no answer. */
async function speak(lines: readonly string[], conversation: Conversation): Promise<number> {
	let status = 0;
	for (const line of lines) {
		print(`you\n  ${line}`);
		const { text, answered } = await conversation.enter(line);
		print(`${text}\n`);
		if (!answered) status = 1;
	}
	return status;
}

/** Reads lines until the input ends (Ctrl+D, Ctrl+C); what comes through a pipe is held to account as arguments are. */
async function listen(conversation: Conversation, signal: AbortSignal): Promise<number> {
	const terminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
	const reader = createInterface({
		input: process.stdin,
		output: terminal ? process.stdout : undefined,
		terminal,
		signal,
		prompt: '› ',
		completer: (line: string, done: (error: Error | null, result?: [string[], string]) => void) => {
			conversation.complete(line).then((result) => done(null, result), done);
		},
	});
	if (terminal) print('Type /help, Tab for what there is, Ctrl+D to end.');
	let status = 0;
	let open = true;
	reader.once('close', () => {
		open = false;
	});
	reader.prompt();
	for await (const line of reader) {
		if (line.trim() !== '') {
			const { text, answered } = await conversation.enter(line.trim());
			print(terminal ? text : `you\n  ${line.trim()}\n${text}\n`);
			if (!answered && !terminal) status = 1;
		}
		// The input may have ended while its last lines wait; newer Node refuses a prompt then.
		if (open) reader.prompt();
	}
	return status;
}

try {
	process.exitCode = await main();
} catch (error) {
	const { code, message } = error as NodeJS.ErrnoException;
	complain(
		code === 'EADDRINUSE' ? 'The port is in use: is another sandbox running? Choose another with --port' : message,
	);
	if (code?.startsWith('ERR_PARSE_ARGS')) complain(usage);
	process.exitCode = 1;
}
