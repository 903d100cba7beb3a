import type { Member } from '../src/sandbox/member.ts';
import type { Reply } from '../src/sandbox/reply.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { BOTS, startBot } from './bots.ts';
import { slope } from './figures.ts';
import { questions } from './questions.ts';

/** An hour's worth of traffic. */
const DEFAULT = 50_000;
const SAMPLES = 25;
/** The first of them, while code is compiled and caches are filled, tell nothing. */
const WARM_UP = 5;
const AT_ONCE = 20;
/** People, so that nobody speaks so fast as to be asked to slow down. */
const PEOPLE = 2000;
/** A heap that grows by more than this share of itself in the whole run is not flat. */
const FLAT = 0.1;

const [given = DEFAULT] = process.argv.slice(2).map(Number);
if (!Number.isInteger(given) || given < SAMPLES * AT_ONCE) {
	process.stderr.write(
		`How many interactions? A whole number of at least ${SAMPLES * AT_ONCE}, not ${process.argv[2]}\n`,
	);
	process.exit(78);
}

type Ask = (who: Member, i: number) => Promise<unknown>;

const asked = questions();
const question = (i: number) => asked[i % asked.length] ?? '';

/** Throws unless it was answered, once. */
function answered(reply: Reply): Reply {
	const { outcome, followUps, interaction } = reply;
	if (outcome === 'did not respond' || outcome === 'thinking' || followUps.length > 0)
		throw new Error(`${interaction.id}: ${outcome}, ${followUps.length} further messages`);
	return reply;
}

const type = async (who: Member, line: string) => answered(await who.type(line));

/** What people do, the common things more often; one interaction each, and a press one more. */
const KINDS: Ask[] = [
	...Array.from({ length: 6 }, (): Ask => (who, i) => type(who, `/ask question: ${question(i)}`)),
	(who) => type(who, '/findings'),
	(who) => type(who, '/limitations hide: True'),
	(who) => type(who, '/cite'),
	(who, i) => type(who, `/search words: ${question(i).slice(0, 100)}`),
	(who) => type(who, '/quiz'),
	(who) => who.complete('/findings paper: per'),
	async (who) => answered(await who.press((await type(who, '/limitations')).message, 'Cite')),
	async (who, i) => {
		if (!(await who.say(`@bot ${question(i)}`, { within: 10_000 }))) throw new Error('a message had no answer');
	},
];

async function soak(discord: Sandbox): Promise<{ lines: string[]; flat: boolean }> {
	const bot = await startBot(discord, BOTS.verbatim);
	const people = Array.from({ length: PEOPLE }, (_, i) => discord.member({ name: `member-${i}` }));
	const each = Math.floor(given / SAMPLES);
	const heaps: [done: number, mebibytes: number][] = [];
	let resident = 0;
	for (let done = 0, sample = 1; sample <= SAMPLES; sample += 1) {
		for (const end = each * sample; done < end; done += AT_ONCE) {
			await Promise.all(
				Array.from({ length: AT_ONCE }, (_, k) => {
					const i = done + k;
					return KINDS[(i * 5) % KINDS.length]?.(people[i % PEOPLE] as Member, i);
				}),
			);
			discord.forget();
		}
		// The connection is lost now and then, and the session resumed.
		discord.gateway.cut();
		await new Promise<void>((resolve) => discord.world.events.once('session', () => resolve()));
		const usage = await bot.usage();
		heaps.push([done, usage.heap]);
		resident = usage.resident;
		process.stdout.write(
			`${done} interactions: heap ${usage.heap.toFixed(1)} MiB, resident ${resident.toFixed(0)} MiB\n`,
		);
	}
	await bot.stop();
	const steady = heaps.slice(WARM_UP);
	const grows = slope(steady) * given;
	const first = steady[0]?.[1] ?? 0;
	return {
		lines: [
			`each of ${each * SAMPLES} interactions was answered, once`,
			`heap: ${(slope(steady) * 1000 * 1024).toFixed(1)} KiB for each 1,000 interactions, ${grows.toFixed(2)} MiB in ${given}`,
		],
		flat: grows < first * FLAT,
	};
}

const discord = await startSandbox();
const { lines, flat } = await soak(discord);
await discord.close();
for (const line of [...lines, flat ? 'memory is flat' : 'memory grows']) process.stdout.write(`${line}\n`);
process.exitCode = flat ? 0 : 1;
