import type { AllowedMentions } from './limits.ts';
import type { Pings, World } from './state.ts';

/** What a text mentions, code set aside: Discord reads no mention in code. */
export function mentionsIn(content: string): Pings {
	const prose = content.replace(/```[\s\S]*?```|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, ' ');
	const ids = (pattern: RegExp) => [...new Set([...prose.matchAll(pattern)].map(([, id]) => id ?? ''))];
	return {
		everyone: /@(everyone|here)\b/.test(prose),
		users: ids(/<@!?(\d+)>/g),
		roles: ids(/<@&(\d+)>/g),
	};
}

/**
 * Whom a new message notifies: its mentions as far as `allowed_mentions` lets them; without it, all of them. What the
 * bot's permissions would still hold back is not taken off, so an empty result is safe in every server.
 */
export function pingsOf(
	world: World,
	content: string,
	allowed: AllowedMentions | null | undefined,
	repliedTo?: string,
): Pings {
	const { everyone, users, roles } = mentionsIn(content);
	const known = users.filter((id) => world.users.has(id));
	const may = (kind: 'users' | 'roles', id: string) =>
		!allowed || allowed.parse?.includes(kind) || (allowed[kind]?.includes(id) ?? false);
	const pinged = new Set(known.filter((id) => may('users', id)));
	if (repliedTo && (allowed ? allowed.replied_user === true : true)) pinged.add(repliedTo);
	return {
		everyone: everyone && (!allowed || (allowed.parse?.includes('everyone') ?? false)),
		users: [...pinged],
		roles: roles.filter((id) => world.guild.roles.some((role) => role.id === id) && may('roles', id)),
	};
}
