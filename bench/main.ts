import { benchAsk } from './ask.ts';
import { benchLoad } from './load.ts';
import { benchStart } from './start.ts';

for (const bench of [benchStart, benchLoad, benchAsk]) {
	for (const line of await bench()) process.stdout.write(`${line}\n`);
}
