import { inspect } from 'node:util';
import { pino } from 'pino';

/** Structured lines on standard output; in a terminal the same, readable. Written at once, so that none is lost at exit. */
export async function makeLog(level: string) {
	return pino({ level, base: null }, process.stdout.isTTY ? await readable() : pino.destination({ fd: 1, sync: true }));
}

/** Loaded only where somebody looks: a service's start need not wait for it. */
async function readable() {
	const { build } = await import('pino-pretty');
	return build({ sync: true });
}

/** Interaction and webhook tokens stand in the addresses of Discord's API, and so in what its errors say. */
const TOKEN_IN_PATH = /((?:interactions|webhooks)\/\d+\/)[^/\s?"']+/g;

/** Causes of causes that are logged; a cause may lead back to itself. */
const DEPTH = 5;

/**
 * What of an error may be logged: its kind, message, codes, stack and causes, without the secrets that errors of the
 * network and of Discord's API carry in addresses and request bodies. Anything may have been thrown.
 * @param secrets tokens to be blotted out wherever they stand
 */
export function loggable(error: unknown, ...secrets: string[]): Record<string, unknown> {
	return describe(error, (text) => blot(text, secrets), DEPTH);
}

function describe(error: unknown, safe: (text: string) => string, depth: number): Record<string, unknown> {
	if (!(error instanceof Error)) return { message: safe(plain(error)) };
	const { code, status, errors } = error as { code?: unknown; status?: unknown; errors?: unknown };
	const { message, stack } = unquoted(error);
	const logged: Record<string, unknown> = { type: safe(error.constructor.name), message: safe(message) };
	if (typeof code === 'string') logged.code = safe(code);
	if (typeof code === 'number') logged.code = code;
	if (typeof status === 'number') logged.status = status;
	if (stack) logged.stack = safe(stack);
	if (depth === 0) return logged;
	if (error.cause !== undefined) logged.cause = describe(error.cause, safe, depth - 1);
	if (Array.isArray(errors)) logged.errors = errors.map((one) => describe(one, safe, depth - 1));
	return logged;
}

/** From the first quotation mark to the last, as what is quoted may have some of its own. */
const QUOTED_BY_V8 = /["'/].*["'/]/s;
const QUOTED_BY_DISCORD = /".*"/s;

/**
 * Message and stack of an error, without what they quote where that may be what people wrote: an error of JSON quotes the
 * text that it could not read, and Discord the values that it does not take.
 */
function unquoted(error: Error): { message: string; stack: string } {
	const message = plain(error.message);
	const stack = error.stack ? plain(error.stack) : '';
	const isTheirs = plain(error.name).startsWith('DiscordAPIError');
	if (!isTheirs && !(error instanceof SyntaxError)) return { message, stack };
	const kept = message.replace(isTheirs ? QUOTED_BY_DISCORD : QUOTED_BY_V8, '…');
	const frames = stack.split('\n').filter((line) => /^ +at /.test(line));
	return { message: kept, stack: stack.includes(message) ? stack.replace(message, () => kept) : frames.join('\n') };
}

const plain = (value: unknown) => (typeof value === 'string' ? value : inspect(value, { breakLength: Infinity }));

const blot = (text: string, secrets: readonly string[]) =>
	blotted(secrets.filter((secret) => secret !== '').reduce((kept, secret) => kept.replaceAll(secret, '[token]'), text));

/** An address of Discord's API without the token in it. */
export const blotted = (text: string) => text.replace(TOKEN_IN_PATH, '$1[token]');
