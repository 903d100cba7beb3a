import type { APIUser } from 'discord-api-types/v10';

const people = ['#3f7d58', '#8a5a9e', '#b0563f', '#6a6f00', '#a34a78'];

/** A round picture with the first letter of a name, in the stead of one that Discord would serve. */
export function avatarOf({ id, username, bot }: APIUser): string {
	const colour = bot ? '#4752c4' : (people[(username.codePointAt(0) ?? 0) % people.length] ?? '#5c6370');
	const letter = [...username][0]?.toUpperCase().replace(/[<>&"']/, '?') ?? '?';
	const text = `<text x="20" y="27" font-family="sans-serif" font-size="20" font-weight="600" text-anchor="middle" fill="#fff">${letter}</text>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" id="u${id}"><circle cx="20" cy="20" r="20" fill="${colour}"/>${text}</svg>`;
}
