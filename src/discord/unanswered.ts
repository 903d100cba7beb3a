/** Discord gave no answer, however often it was asked: it may be otherwise a moment later. */
export class NoAnswer extends Error {
	/** Of the network's error; of an answer that was none, its status. */
	readonly code?: unknown;
	readonly status?: number;
	constructor(problem: string | number, cause?: unknown) {
		super(`Discord gave no answer (${problem})`, { cause });
		// discord.js makes a request again whose error says ECONNRESET; this one was made often enough.
		const { code } = (cause ?? {}) as { code?: unknown };
		if (code !== undefined && code !== 'ECONNRESET') this.code = code;
		if (typeof problem === 'number') this.status = problem;
	}
}

/** Nobody knows whether Discord took a message that would stand there twice if it were sent again. */
export class PerhapsTaken extends Error {
	constructor(problem: string | number, cause?: unknown) {
		super(`Discord did not say whether it took a message (${problem})`, { cause });
	}
}

/** Discord took a message: it stands there, only what Discord said of it is lost. */
export class Taken extends Error {
	constructor() {
		super('Discord took a message, and what it said of it was cut off');
	}
}
