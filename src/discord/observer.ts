import type { Answer } from '../paper/ask.ts';
import type { Gateway } from './gateway.ts';
import type { Reply } from './reply.ts';

/** One thing that was asked of the bot, in words of its own: nothing that people wrote, nothing they are known by. */
export type Asked = {
	way: 'command' | 'message command' | 'button' | 'autocomplete' | 'chat';
	/** Of a command or a button that the bot has; `unknown` for any other. */
	name: string;
};

/** How it went. */
export type Answered = Asked & {
	/** `missed`: what was asked for is not there; `late`: Discord took no answer any more; `failed`: an apology. */
	outcome: 'answered' | 'missed' | 'late' | 'failed';
	/** To a question. */
	answer?: Answer['kind'];
	/** From when it came in to when the answer was sent, or failed. */
	seconds: number;
};

/** Is told what the edge does. */
export type Observer = { answered(one: Answered): void; connecting(gateway: Gateway): void };

export const NOBODY: Observer = { answered() {}, connecting() {} };

const isRefused = (error: unknown, code: number) => (error as { code?: unknown } | null | undefined)?.code === code;

/** Too late: Discord takes no answer any more. */
export const isOver = (error: unknown) => isRefused(error, 10062);

/** Discord has an answer already, as when the interaction came to another process, too. */
export const isAnswered = (error: unknown) => isRefused(error, 40060);

const MISSES = new Set<Reply['counts']>(['miss', 'closest', 'nothing']);

/** Waits for the answer and tells how it went, but of what another has answered; an error goes on to whoever asked. */
export async function observed(
	observer: Observer,
	asked: Asked,
	answer: () => Promise<Pick<Reply, 'counts'> | undefined>,
): Promise<void> {
	const begun = performance.now();
	const tell = (how: Omit<Answered, keyof Asked | 'seconds'>) =>
		observer.answered({ ...asked, ...how, seconds: (performance.now() - begun) / 1000 });
	try {
		const counts = (await answer())?.counts;
		const outcome = MISSES.has(counts) ? 'missed' : 'answered';
		tell(counts === undefined || counts === 'miss' ? { outcome } : { outcome, answer: counts });
	} catch (error) {
		if (!isAnswered(error)) tell({ outcome: isOver(error) ? 'late' : 'failed' });
		throw error;
	}
}
