import { benchStart } from './start.ts';

for (const bench of [benchStart]) {
	for (const line of await bench()) process.stdout.write(`${line}\n`);
}
