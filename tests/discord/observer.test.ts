import { describe, expect, test } from 'vitest';
import { type Answered, observed } from '../../src/discord/observer.ts';

const asked = { way: 'command', name: 'ask' } as const;

async function tell(answer: () => Promise<{ counts?: 'miss' | 'found' | 'closest' | 'nothing' | 'fact' } | undefined>) {
	const told: Answered[] = [];
	const error = await observed({ answered: (one) => told.push(one), connecting() {} }, asked, answer).catch(
		(thrown: unknown) => thrown,
	);
	return { told: told.map(({ seconds, ...rest }) => ({ ...rest, took: seconds >= 0 })), error };
}

describe('what is told of an answer', () => {
	test.each([
		[undefined, { outcome: 'answered' }],
		[{}, { outcome: 'answered' }],
		[{ counts: 'miss' }, { outcome: 'missed' }],
		[{ counts: 'found' }, { outcome: 'answered', answer: 'found' }],
		[{ counts: 'fact' }, { outcome: 'answered', answer: 'fact' }],
		[{ counts: 'closest' }, { outcome: 'missed', answer: 'closest' }],
		[{ counts: 'nothing' }, { outcome: 'missed', answer: 'nothing' }],
	] as const)('%j: %j', async (reply, how) => {
		expect(await tell(async () => reply)).toEqual({ told: [{ ...asked, ...how, took: true }], error: undefined });
	});

	test.each([
		[Object.assign(new Error('Unknown interaction'), { code: 10062 }), 'late'],
		[new Error('a bug'), 'failed'],
		[undefined, 'failed'],
	])('the error %s goes on to whoever asked and counts as %s', async (thrown, outcome) => {
		const rejecting = () => Promise.reject(thrown);
		expect(await tell(rejecting)).toEqual({ told: [{ ...asked, outcome, took: true }], error: thrown });
	});

	test('what another has answered counts there, not here; the error goes on', async () => {
		const error = Object.assign(new Error('Already acknowledged'), { code: 40060 });
		expect(await tell(() => Promise.reject(error))).toEqual({ told: [], error });
	});
});
