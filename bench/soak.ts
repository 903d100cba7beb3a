import type { Member } from '../src/sandbox/member.ts';
import type { Reply } from '../src/sandbox/reply.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { BOTS, startBot } from './bots.ts';
import { slope } from './figures.ts';
import { questions } from './questions.ts';

/** An hour's worth of traffic. */
const DEFAULT = 50_000;
const SAMPLES = 25;
/** Interactions before the first sample: until then code is compiled and caches are filled, and the heap grows. */
const WARM_UP = 3000;
const AT_ONCE = 20;
/** People, so that nobody speaks so fast as to be asked to slow down. */
const PEOPLE = 2000;
/** A heap that grows by more than this share of itself in the whole run is not flat. */
const FLAT = 0.1;

/** In fewer, what is lost for each would not show beside what the heap does anyway. */
const LEAST = 2500;

const [given = DEFAULT] = process.argv.slice(2).map(Number);
if (!Number.isInteger(given) || given < LEAST) {
	process.stderr.write(`How many interactions? A whole number of at least ${LEAST}, not ${process.argv[2]}\n`);
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
	let done = 0;
	const askUntil = async (end: number) => {
		for (; done < end; done += AT_ONCE) {
			const all = Array.from({ length: AT_ONCE }, (_, k) => done + k);
			await Promise.all(all.map((i) => KINDS[(i * 5) % KINDS.length]?.(people[i % PEOPLE] as Member, i)));
			discord.forget();
		}
	};
	const sample = async (): Promise<[done: number, mebibytes: number]> => {
		const { heap, resident } = await bot.usage();
		process.stdout.write(`${done} interactions: heap ${heap.toFixed(1)} MiB, resident ${resident.toFixed(0)} MiB\n`);
		return [done, heap];
	};
	await askUntil(WARM_UP);
	const heaps = [await sample()];
	for (let i = 1; i <= SAMPLES; i += 1) {
		await askUntil(WARM_UP + (given * i) / SAMPLES);
		// The connection is lost now and then, and the session resumed.
		discord.gateway.cut();
		await new Promise<void>((resolve) => discord.world.events.once('session', () => resolve()));
		heaps.push(await sample());
	}
	await bot.stop();
	const grows = slope(heaps) * given;
	const first = heaps[0]?.[1] ?? 0;
	return {
		lines: [
			`each of ${done} interactions was answered, once`,
			`heap: ${(slope(heaps) * 1000 * 1024).toFixed(1)} KiB for each 1,000 interactions, ${grows.toFixed(2)} MiB in ${given}`,
		],
		flat: grows < first * FLAT,
	};
}

const discord = await startSandbox();
const { lines, flat } = await soak(discord);
await discord.close();
for (const line of [...lines, flat ? 'memory is flat' : 'memory grows']) process.stdout.write(`${line}\n`);
process.exitCode = flat ? 0 : 1;
