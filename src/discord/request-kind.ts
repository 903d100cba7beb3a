/**
 * A kind of request, with times in milliseconds: no attempt begins later than `patience` after the first, none takes longer
 * than `attempt`, and the pauses between them grow up to `longest`.
 */
export type Kind = { path: RegExp; method?: string; patience: number; attempt: number; longest: number };

/** Discord waits three seconds for it, and knows by the interaction whether it has one already. */
export const FIRST_RESPONSE: Kind = {
	path: /\/interactions\/\d+\/[^/]+\/callback$/,
	patience: 2800,
	attempt: 1250,
	longest: 250,
};

/**
 * A further message through an interaction's token: sent twice, it stands there twice. An attempt may take longer than
 * undici tries to connect (ten seconds), as one that was not connected is made again.
 */
export const FOLLOW_UP: Kind = {
	path: /\/webhooks\/\d+\/[^/]+$/,
	method: 'POST',
	patience: 15_000,
	attempt: 11_000,
	longest: 3000,
};

/** Somebody waits for it, and made twice it does no harm: an edit, or a message with a nonce, which each of the bot's has. */
const AWAITED: Kind = { path: /\/(webhooks|channels)\//, patience: 15_000, attempt: 5000, longest: 3000 };

/** What the bot itself needs to start, which is attempted again as a whole. */
const OWN: Kind = { path: /^/, patience: 2000, attempt: 5000, longest: 1000 };

const KINDS = [FIRST_RESPONSE, FOLLOW_UP, AWAITED];

export const kindOf = (method: string | undefined, path: string): Kind =>
	KINDS.find((kind) => kind.path.test(path) && (kind.method ?? method) === method) ?? OWN;
