import { expect, test } from 'vitest';
import type { MessageView, World } from '../../src/sandbox/page/protocol.ts';
import { type State, take } from '../../src/sandbox/page/state.ts';

const pending = { id: '1', channel: 'c', name: 'methods' };
const reply = { id: '2', channel_id: 'c', interaction_metadata: { id: '1' } } as unknown as MessageView;

function waiting(): State {
	const world = { kind: 'world', channels: [{ id: 'c' }], messages: [], pending: [pending] } as unknown as World;
	return {
		world,
		online: true,
		channel: 'c',
		failures: [],
		broken: new Set(),
		unread: new Set(),
		composer: { text: '' },
		drawer: false,
	};
}

test('a reply takes the place of its command in one step: the two never stand there together', () => {
	const state = waiting();
	take(state, { kind: 'message', message: reply });
	expect(state.world?.messages).toEqual([reply]);
	expect(state.world?.pending).toEqual([]);
	take(state, { kind: 'settled', id: '1', failed: false });
	expect(state.failures).toEqual([]);
});

test('another message leaves it waiting; where no reply comes, its place says so', () => {
	const state = waiting();
	take(state, { kind: 'message', message: { ...reply, interaction_metadata: undefined } as unknown as MessageView });
	expect(state.world?.pending).toEqual([pending]);
	take(state, { kind: 'settled', id: '1', failed: true });
	expect(state.world?.pending).toEqual([]);
	expect(state.failures).toEqual([pending]);
});
