import { type APIApplication, type RESTOptions, Routes } from 'discord.js';
import { z } from 'zod';
import type { Shards } from './client.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** What the bot needs of what Discord says of its gateway. */
const gatewaySchema = z.object({
	url: z.string().regex(/^wss?:/),
	shards: z.int().positive(),
	session_start_limit: z.object({
		total: z.int(),
		remaining: z.int(),
		reset_after: z.number(),
		max_concurrency: z.int().positive(),
	}),
});

export type GatewayInformation = z.output<typeof gatewaySchema>;

/** An answer that Discord does not give, as from a network that wants a log-in of its own. It passes like an outage. */
export class NotDiscord extends Error {
	/** As of a connection on which another protocol is spoken. */
	readonly code = 'EPROTO';
	constructor() {
		super('what answers is not Discord’s API: a network that wants a log-in first, or a wrong DISCORD_API_URL');
	}
}

/** Discord takes no log-in before a time that the message says. */
export class NoStartsLeft extends Error {
	readonly code = 'NoStartsLeft';
	constructor({ total, remaining, reset_after }: GatewayInformation['session_start_limit'], needed: number) {
		const again = new Date(Date.now() + reset_after).toISOString();
		super(
			`of the ${total} log-ins of today ${remaining} are left and ${needed} needed; Discord allows more at ${again}`,
		);
	}
}

/** @throws NotDiscord */
export function readGateway(json: unknown): GatewayInformation {
	const parsed = gatewaySchema.safeParse(json);
	if (!parsed.success) throw new NotDiscord();
	return parsed.data;
}

const applicationSchema = z.looseObject({ id: z.string(), name: z.string() });

/** @throws NotDiscord */
export function readApplication(json: unknown): APIApplication {
	if (!applicationSchema.safeParse(json).success) throw new NotDiscord();
	return json as APIApplication;
}

/** How many log-ins the shards of a process take. */
export const startsNeeded = (shards: Shards, recommended: number) =>
	shards === 'auto' ? recommended : shards.ids.length;

/**
 * Makes requests as `request` does, and sees to it that what discord.js logs in by is what Discord says of its gateway,
 * and that there are log-ins left. @throws NotDiscord, NoStartsLeft
 */
export function checkGateway(request: MakeRequest, shards: Shards): MakeRequest {
	return async (url, init) => {
		const answer = await request(url, init);
		if (!answer.ok || !new URL(url).pathname.endsWith(Routes.gatewayBot())) return answer;
		const json = parse(await answer.text());
		const information = readGateway(json);
		const needed = startsNeeded(shards, information.shards);
		const limit = information.session_start_limit;
		if (limit.remaining < needed) throw new NoStartsLeft(limit, needed);
		return Response.json(json, {
			headers: { ...Object.fromEntries(answer.headers.entries()), 'content-type': 'application/json' },
		});
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new NotDiscord();
	}
}
