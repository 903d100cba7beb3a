import { ConfigError } from './config.ts';
import { GatewayClosed } from './discord/gateway.ts';
import { loggable } from './discord/log.ts';
import { CorpusError } from './paper/paper.ts';
import { UsageError } from './usage.ts';

/** Exit statuses that a supervisor must not answer with a restart: it would fail the same way, and spend IDENTIFYs. */
export const EXIT = {
	/** Discord refuses the token (EX_NOPERM of sysexits.h). */
	refusedToken: 77,
	/** Settings or corpus are wrong, or Discord refuses what the bot asks of it (EX_CONFIG). */
	badConfig: 78,
} as const;

/** Discord's code for a gateway that is closed because of the token. */
const AUTHENTICATION_FAILED = 4004;

/** What to do about Discord's other codes for a gateway that is closed for good. */
const REMEDIES: Readonly<Record<number, string>> = {
	4010: 'mend SHARDS',
	4011: 'set SHARDS to “auto”: the bot is in too many servers for the shards that it has',
	4014: 'in the developer portal, page “Bot”, see whether the application is in good standing: no intent that this bot asks for needs approval',
};

/**
 * What to say of an error that ends the process, and the exit status.
 * @param failed what could not be done, to begin a sentence with
 * @param token blotted out wherever it stands
 */
export function explain(error: unknown, failed: string, token: string): { message: string; status: number } {
	if (error instanceof ConfigError || error instanceof CorpusError || error instanceof UsageError) {
		return { message: error.message, status: EXIT.badConfig };
	}
	if (refusesToken(error)) {
		return {
			message: 'Discord refuses DISCORD_TOKEN: reset it in the developer portal, page “Bot”, and set the new one',
			status: EXIT.refusedToken,
		};
	}
	const { message, code, status, stack } = loggable(error, token);
	const line = `${failed}: ${withStatus(String(message).replaceAll(/\s+/g, ' '), status)}`;
	if (error instanceof GatewayClosed) return remedy(error, line);
	// With a code, it is the network's or Discord's and the line says all; without one it is a bug of ours.
	const isTheirs = code !== undefined || status !== undefined || stack === undefined;
	return { message: isTheirs ? line : `${line}\n${stack}`, status: 1 };
}

function remedy({ code, passes }: GatewayClosed, line: string): { message: string; status: number } {
	if (passes) return { message: `${line}; a new start asks how many shards Discord wants`, status: 1 };
	return { message: [line, REMEDIES[code]].filter(Boolean).join('; '), status: EXIT.badConfig };
}

/** What discord.js says where an answer of the API has no words of its own, as a page of HTML. */
const WORDLESS = 'No Description';

function withStatus(message: string, status: unknown): string {
	if (status === undefined) return message;
	const why = message === WORDLESS ? 'and no word why; does something between here and Discord refuse it?' : message;
	return `Discord answers with ${status}${message === WORDLESS ? ', ' : ': '}${why}`;
}

function refusesToken(error: unknown): boolean {
	if (error instanceof GatewayClosed) return error.code === AUTHENTICATION_FAILED;
	const { code, status } = (error ?? {}) as { code?: unknown; status?: unknown };
	return code === 'TokenInvalid' || status === 401;
}
