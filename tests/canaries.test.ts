import { expect, test } from 'vitest';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { expectNoToken } from './canaries.ts';

test('every token of the local Discord is known as one, wherever it stands', async () => {
	const discord = await startSandbox();
	void discord.interact({ type: 2, data: { id: '1', name: 'x', type: 1 } });
	const [ofInteraction = ''] = discord.world.tokens.keys();
	await discord.close();
	for (const token of [discord.token, ofInteraction]) {
		expect(token.length).toBeGreaterThan(40);
		expect(() => expectNoToken(`{"a":1}\n{"path":"/webhooks/1/${token}?x"}\n`, 'x')).toThrow(
			'x said a token, in line 2',
		);
		expect(() => expectNoToken(token, 'x')).not.toThrow(token);
	}
	expect(() => expectNoToken('/webhooks/1/[token] interaction:1', 'x')).not.toThrow();
});
