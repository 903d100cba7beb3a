import type { RESTOptions } from 'discord.js';
import { isPassing } from './retry.ts';

export type MakeRequest = RESTOptions['makeRequest'];
export type Init = Parameters<MakeRequest>[1];
export type Answer = Awaited<ReturnType<MakeRequest>>;

/** What came of an attempt: an answer, its text undefined where that was cut off; or an error of the network. */
export type Came = { answer: Answer; text: string | undefined } | { error: NetworkError };

type NetworkError = Error & { code?: unknown; syscall?: unknown };

/**
 * Makes a request once and reads what is answered.
 * @param time in milliseconds, for both together; the signal of discord.js, which is for all attempts together, is not heeded
 * @throws what is no error of the network
 */
export async function attempt(request: MakeRequest, url: string, init: Init, time: number): Promise<Came> {
	const late = new AbortController();
	const timer = setTimeout(() => late.abort(), time);
	try {
		const answer = await request(url, { ...init, signal: late.signal });
		return { answer, text: await whole(answer) };
	} catch (error) {
		if (!(error instanceof Error) || !isPassing(error)) throw error;
		return { error };
	} finally {
		clearTimeout(timer);
	}
}

/** As Discord takes nearly every first response. */
export const NO_CONTENT = 204;

/** The body, if all of it came. What went wrong with it is not of interest; an error of JSON would quote it. */
async function whole(answer: Answer): Promise<string | undefined> {
	if (answer.status === NO_CONTENT) return '';
	try {
		const text = await answer.text();
		if (answer.headers.get('content-type')?.includes('json')) JSON.parse(text);
		return text;
	} catch {
		return undefined;
	}
}

/** In a word or two, for the log. */
export function nameOf({ name, code }: NetworkError): string {
	if (name === 'AbortError') return 'not in time';
	return typeof code === 'string' && code !== 'ECONNRESET' ? code : 'connection reset';
}

/** Whether the request cannot have reached Discord, as no connection was made. */
export const isUnsent = ({ code, syscall }: NetworkError): boolean =>
	code === 'ECONNREFUSED' || code === 'UND_ERR_CONNECT_TIMEOUT' || syscall === 'connect' || syscall === 'getaddrinfo';
