import { benchAsk } from './ask.ts';
import { benchStart } from './start.ts';

for (const bench of [benchStart, benchAsk]) {
	for (const line of await bench()) process.stdout.write(`${line}\n`);
}
