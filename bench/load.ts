import type { Member } from '../src/sandbox/member.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { BOTS, type Bot, startBot } from './bots.ts';
import { median, quantile } from './figures.ts';
import { questions } from './questions.ts';

const ROUNDS = 9;
/** A class. */
const BURST = 500;
const ONE_BY_ONE = 500;
/** Interactions before it is measured: both bots are compiled by then. */
const WARM_UP = 2000;

/** One round: milliseconds, and MiB after the burst. */
type Round = { each: number[]; slowest: number; late: number; perSecond: number; resident: number; heap: number };

/**
 * First responses to `/ask`, one after the other and 500 at once, beside the least discord.js bot's, in turns against one
 * local Discord in this process.
 */
export async function benchLoad(): Promise<string[]> {
	const discord = await startSandbox();
	const alice = discord.member({ name: 'alice' });
	const rounds: Record<keyof typeof BOTS, Round[]> = { verbatim: [], least: [] };
	for (let i = 0; i < ROUNDS; i += 1) {
		// The first to come registers the commands, which the other answers too.
		for (const name of ['verbatim', 'least'] as const) {
			const bot = await startBot(discord, BOTS[name]);
			rounds[name].push(await measure(discord, alice, bot));
			await bot.stop();
		}
	}
	await discord.close();
	const figure = (of: (round: Round) => number, unit: string, digits = 0) => {
		const [ours, least] = [median(rounds.verbatim.map(of)), median(rounds.least.map(of))];
		const shown = `verbatim ${ours.toFixed(digits)} ${unit}, least ${least.toFixed(digits)} ${unit}`;
		return `${shown}, ratio ${(ours / least).toFixed(2)}`;
	};
	return [
		`first response, median   ${figure(({ each }) => median(each), 'ms', 2)}`,
		`first response, 99 %     ${figure(({ each }) => quantile(each, 0.99), 'ms', 2)}`,
		`burst of ${BURST}, throughput ${figure(({ perSecond }) => perSecond, 'a second')}`,
		`burst of ${BURST}, slowest    ${figure(({ slowest }) => slowest, 'ms')}`,
		`burst of ${BURST}, later than 3 s: verbatim ${most(rounds.verbatim)}, least ${most(rounds.least)}, at most`,
		`memory after it          ${figure(({ resident }) => resident, 'MiB')}`,
		`heap after it            ${figure(({ heap }) => heap, 'MiB')}`,
	];
}

const most = (rounds: readonly Round[]) => Math.max(...rounds.map(({ late }) => late));

async function measure(discord: Sandbox, alice: Member, bot: Bot): Promise<Round> {
	const asked = questions();
	const ask = (i: number) => alice.type(`/ask question: ${asked[i % asked.length]}`);
	for (let i = 0; i < WARM_UP; i += 1) await ask(i);
	discord.forget();
	const each: number[] = [];
	for (let i = 0; i < ONE_BY_ONE; i += 1) each.push(await timed(() => ask(i)));
	discord.forget();
	const begun = performance.now();
	const answers = await Promise.all(
		Array.from({ length: BURST }, async (_, i) => {
			const { outcome } = await ask(i);
			return { outcome, after: performance.now() - begun };
		}),
	);
	const slowest = Math.max(...answers.map(({ after }) => after));
	const late = answers.filter(({ outcome }) => outcome === 'did not respond').length;
	discord.forget();
	const { resident, heap } = await bot.usage();
	return { each, slowest, late, perSecond: ((BURST - late) / slowest) * 1000, resident, heap };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await run();
	return performance.now() - begun;
}
