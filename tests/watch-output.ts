import { expectNoToken } from './canaries.ts';

/** What a chunk ends with may be the start of a token that the next goes on with. */
const KEPT = 300;

/** Set up once for a whole run of the tests: whatever any of them writes to the terminal, it holds no token. */
export default function watchOutput() {
	const problems = new Set<string>();
	for (const stream of [process.stdout, process.stderr]) {
		const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
		let before = '';
		stream.write = (...args: unknown[]) => {
			before = (before + String(args[0])).slice(-100_000);
			try {
				expectNoToken(before, 'the run of the tests');
			} catch (error) {
				problems.add((error as Error).message);
			}
			before = before.slice(-KEPT);
			return write(...args);
		};
	}
	return () => {
		if (problems.size === 0) return;
		process.exitCode = 1;
		throw new Error([...problems].join('\n'));
	};
}
