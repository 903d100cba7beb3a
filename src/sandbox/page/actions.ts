import type { Answer } from './connection.ts';
import type { Action } from './protocol.ts';
import type { State } from './state.ts';

/** What the parts of the page are given: the state, and what can be done about it. */
export type Page = {
	readonly state: State;
	/** Changes the state and shows it. */
	update(change: (state: State) => void): void;
	/** Has the local Discord do something; what it refuses is shown at the composer. */
	ask(action: Action): Promise<Answer>;
	go(channel: string): void;
	become(member: string): void;
	/** Puts the keyboard's focus where the selector points. */
	focus(selector: string): void;
};
