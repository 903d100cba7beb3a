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

/**
 * What of an error may be logged: its kind, message, codes and stack, without the secrets that errors of the network
 * and of Discord's API carry in addresses and request bodies.
 * @param secrets tokens to be blotted out wherever they stand
 */
export function loggable(error: unknown, ...secrets: string[]): Record<string, unknown> {
	if (!(error instanceof Error)) return { message: blot(String(error), secrets) };
	const { code, status } = error as { code?: unknown; status?: unknown };
	const logged: Record<string, unknown> = { type: error.constructor.name, message: blot(error.message, secrets) };
	if (typeof code === 'string' || typeof code === 'number') logged.code = code;
	if (typeof status === 'number') logged.status = status;
	if (error.stack) logged.stack = blot(error.stack, secrets);
	if (error.cause !== undefined) logged.cause = loggable(error.cause, ...secrets);
	return logged;
}

const blot = (text: string, secrets: readonly string[]) =>
	secrets
		.filter((secret) => secret !== '')
		.reduce((kept, secret) => kept.replaceAll(secret, '[token]'), text)
		.replace(TOKEN_IN_PATH, '$1[token]');
