import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import { LIMITS } from './limits.ts';
import type { Say } from './say.ts';

/** The name that starts the custom_ids of the three buttons with which pages are turned. */
export const TURN = 'turn';

/** Room for the state in one custom_id, behind `turn:<page>:`; a page has at most three figures. */
const ROOM = LIMITS.customId - TURN.length - 6;

/**
 * Previous, where we are, Next. What makes the reply again may be longer than a custom_id, so the three of them carry
 * it together: `turn:<page it leads to>:<a part of it>`.
 */
export function turnButtons(again: string, page: number, pages: number, say: Say): APIButtonComponent[] {
	const [one, two, three] = inParts(again, 3);
	return [
		button(say.plain('previous'), `${TURN}:${page - 1}:${one}`, page === 0),
		button(say.plain('pageOf', { page: page + 1, pages }), `${TURN}:-:${two}`, true),
		button(say.plain('next'), `${TURN}:${page + 1}:${three}`, page === pages - 1),
	];
}

const button = (label: string, custom_id: string, disabled: boolean): APIButtonComponent => ({
	type: ComponentType.Button,
	style: ButtonStyle.Secondary,
	label,
	custom_id,
	disabled,
});

function inParts(text: string, count: number): string[] {
	const parts = Array.from({ length: count }, () => '');
	let i = 0;
	for (const character of text) {
		if ((parts[i] ?? '').length + character.length > ROOM) i += 1;
		if (i >= count) throw new Error(`a page cannot be turned with a state of ${text.length} characters`);
		parts[i] += character;
	}
	return parts;
}

/**
 * The page that a pressed button leads to and what makes the reply again, from the custom_ids of its row; undefined
 * where they are none of ours.
 */
export function readTurn(pressed: string, row: readonly string[]): { page: number; again: string } | undefined {
	const page = new RegExp(`^${TURN}:(\\d{1,3}):`).exec(pressed)?.[1];
	const parts = row.map((id) => new RegExp(`^${TURN}:(?:-?\\d{1,3}|-):(.*)$`, 'su').exec(id)?.[1]);
	if (page === undefined || parts.length !== 3 || parts.some((part) => part === undefined)) return undefined;
	return { page: Number(page), again: parts.join('') };
}
