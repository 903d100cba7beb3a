import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { watchLoop } from '../../src/discord/stall.ts';

test('a blocked event loop has one line; none while it is not, and none once the watch has ended', async () => {
	const log: Record<string, unknown>[] = [];
	const end = watchLoop(pino({}, { write: (line: string) => log.push(JSON.parse(line)) }));
	const block = async () => {
		const until = performance.now() + 1000;
		while (performance.now() < until);
		await sleep(300);
	};
	await sleep(300);
	log.length = 0;
	await block();
	expect(log).toMatchObject([{ level: 30, msg: 'the event loop was blocked' }]);
	expect(log[0]?.milliseconds).toBeGreaterThanOrEqual(700);
	end();
	await block();
	expect(log).toHaveLength(1);
});
