import type { FaultAnswer } from '../../src/sandbox/faults.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { RequestRecord } from '../../src/sandbox/state.ts';
import type { Running } from '../running.ts';
import { soon } from '../soon.ts';
import { AGAIN } from './aftermath.ts';

export const SLOWLY = 'Discord asks to slow down';

type Kind = (request: RequestRecord) => boolean;

export const isCallback: Kind = ({ path }) => path.endsWith('/callback');
export const isEdit: Kind = ({ method, path }) => method === 'PATCH' && decodeURIComponent(path).endsWith('/@original');
export const isFollowUp: Kind = ({ method, path }) => method === 'POST' && /\/webhooks\/\d+\/[^/]+$/.test(path);
export const isMessage: Kind = ({ method, path }) => method === 'POST' && /\/channels\/\d+\/messages$/.test(path);

/** The first `times` requests of a kind meet this fault. */
export function strike({ faults }: Sandbox, kind: Kind, fault: () => FaultAnswer, times = 1): void {
	let left = times;
	faults.rest = (request) => {
		if (left === 0 || !kind(request)) return undefined;
		left -= 1;
		return fault();
	};
}

/** For so long, in milliseconds, requests of a kind meet this fault. */
export function strikeFor({ faults }: Sandbox, kind: Kind, fault: () => FaultAnswer, time: number): void {
	const end = performance.now() + time;
	faults.rest = (request) => (performance.now() < end && kind(request) ? fault() : undefined);
}

/** Resolves once the log has this line. */
export const logged = ({ log }: Running, says: string) => soon(() => log.some(({ msg }) => msg === says));

export const page = (status: number) => () =>
	new Response('<html><h1>Oops</h1></html>', { status, headers: { 'content-type': 'text/html' } });

export function tooMany(everywhere: boolean): () => Response {
	const body = { message: 'You are being rate limited.', retry_after: 0.2, global: everywhere };
	const headers = { 'retry-after': '0.2', ...(everywhere && { 'x-ratelimit-global': 'true' }) };
	return () => Response.json(body, { status: 429, headers });
}

/** With how often it strikes and the line of the log. */
export type Fault = [what: string, fault: () => FaultAnswer, times: number, says: string];

export const FAULTS: Fault[] = [
	['500 with a page of HTML', page(500), 2, AGAIN],
	['502 with a page of HTML', page(502), 2, AGAIN],
	['503 with a page of HTML', page(503), 3, AGAIN],
	['429 for this route', tooMany(false), 1, SLOWLY],
	['429 for all routes', tooMany(true), 1, SLOWLY],
];
export const HANGING: Fault = ['an answer that never comes', () => 'hang', 1, AGAIN];
export const RESET: Fault = ['a connection that is reset', () => 'reset', 1, AGAIN];
export const TAKEN: Fault = ['a connection that is reset once Discord has taken it', () => 'done, reset', 1, AGAIN];
