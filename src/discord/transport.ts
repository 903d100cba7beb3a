import { DefaultRestOptions, RESTJSONErrorCodes } from 'discord.js';
import { type Answer, attempt, type Came, isUnsent, type MakeRequest, NO_CONTENT, nameOf } from './attempt.ts';
import { blotted } from './log.ts';
import { FIRST_RESPONSE, FOLLOW_UP, type Kind, kindOf } from './request-kind.ts';
import type { Tally } from './tally.ts';
import { NoAnswer, PerhapsTaken, Taken } from './unanswered.ts';

/** The first pause, in milliseconds; twice as long each time. */
const PAUSE = 150;
/** The last attempt, too, may take so long, whatever is left of the patience. */
const LEAST = 500;
/** Where Discord asks to slow down and does not say for how long. */
const SLOW = 1000;
/** After a message that may stand there, before anything is said of it: by then Discord may be back. */
const BREATH = 1000;

/** No answer, or none that is of use; `taken`: whether Discord has done what it was asked for; `wait`, in milliseconds. */
type Problem = { what: string | number; taken: 'no' | 'perhaps' | 'yes'; wait?: number; cause?: Error };

/**
 * How discord.js' REST client makes a request. Of itself it repeats one three times at once, whatever may have come of it.
 * Here it is repeated with pauses for as long as somebody may wait for it, but not where it would stand there twice; the
 * errors thrown are none that discord.js repeats. Where Discord says for how long to slow down, discord.js waits, but for a
 * first response. The log has a line for what was answered at last, for what was cut off, and for requests to slow down.
 */
export function makeTransport(tally: Tally, request: MakeRequest = DefaultRestOptions.makeRequest): MakeRequest {
	return async (url, init) => {
		const { pathname } = new URL(url);
		const about = { method: init.method, path: blotted(pathname) };
		const kind = kindOf(init.method, pathname);
		const end = performance.now() + kind.patience;
		const problems: Problem[] = [];
		for (let pause = PAUSE; ; pause = Math.min(pause * 2, kind.longest)) {
			const time = Math.min(kind.attempt, Math.max(LEAST, end - performance.now()));
			const came = await attempt(request, url, init, time);
			if (isSlow(came))
				tally.count('warn', 'Discord asks to slow down', scopeOf(came.answer, about), {
					...about,
					wait: waitOf(came) / 1000,
				});
			if (isCutOff(kind, came)) tally.count('info', 'what Discord said of an answer was cut off', '', about);
			const judged = judge(kind, came, problems);
			if ('answer' in judged) {
				const failed = problems.filter(({ what }) => what !== 429);
				const problem = failed.at(-1)?.what;
				if (problem !== undefined)
					tally.count('info', 'Discord answered only when asked again', problem, {
						...about,
						attempts: failed.length,
						problem,
					});
				return judged.answer;
			}
			problems.push(judged);
			await pauseOrThrow(kind, judged, Math.max(pause, judged.wait ?? 0), end);
		}
	};
}

/** What an attempt comes to, after those with these problems. */
function judge(kind: Kind, came: Came, before: readonly Problem[]): { answer: Answer } | Problem {
	if ('error' in came)
		return { what: nameOf(came.error), cause: came.error, taken: isUnsent(came.error) ? 'no' : 'perhaps' };
	const { answer, text } = came;
	const { status } = answer;
	if (status === NO_CONTENT) return { answer };
	if (status === 429 && (kind === FIRST_RESPONSE || !saysHowLong(answer)))
		return { what: status, taken: 'no', wait: waitOf(came) };
	if (status >= 500) return { what: status, taken: 'perhaps' };
	// What Discord says of a response that it takes is of no use to anybody.
	if (kind === FIRST_RESPONSE && (answer.ok || (isTaken(text) && before.some(({ taken }) => taken === 'perhaps'))))
		return { answer: new Response(null, { status: NO_CONTENT }) };
	if (text === undefined) return { what: 'cut off', taken: answer.ok ? 'yes' : 'no' };
	return { answer: copy(answer, text) };
}

/** @throws where the request is not to be made again */
async function pauseOrThrow(kind: Kind, { what, taken, cause }: Problem, pause: number, end: number): Promise<void> {
	if (kind === FOLLOW_UP && taken === 'yes') throw new Taken();
	if (kind === FOLLOW_UP && taken === 'perhaps') {
		await sleep(BREATH);
		throw new PerhapsTaken(what, cause);
	}
	if (performance.now() + pause > end) throw new NoAnswer(what, cause);
	await sleep(pause);
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A response has no body under some statuses. */
const copy = ({ status, headers }: Answer, text: string) =>
	new Response(text === '' ? null : text, { status, headers: Object.fromEntries(headers.entries()) });

function isTaken(text = ''): boolean {
	try {
		return JSON.parse(text).code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
	} catch {
		return false;
	}
}

type Answered = Extract<Came, { answer: Answer }>;

const isSlow = (came: Came): came is Answered => 'answer' in came && came.answer.status === 429;

/** Taken by Discord, and not asked for again. */
const isCutOff = (kind: Kind, came: Came) =>
	(kind === FIRST_RESPONSE || kind === FOLLOW_UP) && 'answer' in came && came.answer.ok && came.text === undefined;

const saysHowLong = ({ headers }: Answer) => Number(headers.get('retry-after')) > 0;

/** In milliseconds. */
const waitOf = ({ answer }: Answered) =>
	saysHowLong(answer) ? Number(answer.headers.get('retry-after')) * 1000 : SLOW;

/** For which requests it holds: for all, or for those that differ in numbers and tokens only. */
const scopeOf = ({ headers }: Answer, { method, path }: { method: string | undefined; path: string }) =>
	headers.has('x-ratelimit-global') ? 'all' : `${method} ${path.replaceAll(/\d+/g, '')}`;
