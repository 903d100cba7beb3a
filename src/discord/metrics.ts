import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Gateway, isReady, type Shard } from './gateway.ts';
import type { Answered, Asked } from './observer.ts';

/** Seconds; Discord takes no first response after three, and a slow answer is deferred after one and a half. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 30];

/** Beside answers: those are missed by nobody who looks for failures. */
const FAILURES = ['failed', 'late'] satisfies Answered['outcome'][];

export type Metrics = {
	answered(one: Answered): void;
	/** Failures of these are counted from zero, so that the first one is an increase. */
	expect(asked: readonly Asked[]): void;
	contentType: string;
	/** In Prometheus' text format. */
	text(): Promise<string>;
};

/**
 * Counts of what was asked and how it went, and the state of the gateway. Labels are names of the bot's own, so that
 * there are no more of them than it has commands and buttons, and none says who asked what.
 */
export function makeMetrics(gateway: () => Gateway | undefined): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	addGateway(registry, gateway);
	const registers = [registry];
	const interactions = new Counter({
		name: 'verbatim_interactions_total',
		help: 'What was asked of the bot, by the way it came, the command or button, and how it went',
		labelNames: ['way', 'name', 'outcome'],
		registers,
	});
	const seconds = new Histogram({
		name: 'verbatim_answer_seconds',
		help: 'Time from when something was asked to when the answer was sent or failed',
		labelNames: ['way', 'name'],
		buckets: BUCKETS,
		registers,
	});
	const answers = new Counter({
		name: 'verbatim_answers_total',
		help: 'Questions by how the paper answers them',
		labelNames: ['answer'],
		registers,
	});
	return {
		answered({ way, name, outcome, answer, seconds: took }) {
			interactions.inc({ way, name, outcome });
			seconds.observe({ way, name }, took);
			if (answer) answers.inc({ answer: answer.replace(' ', '_') });
		},
		expect(asked) {
			for (const one of asked) for (const outcome of FAILURES) interactions.inc({ ...one, outcome }, 0);
		},
		contentType: registry.contentType,
		text: () => registry.metrics(),
	};
}

function addGateway(registry: Registry, gateway: () => Gateway | undefined): void {
	const shards = () => gateway()?.shards() ?? [];
	const registers = [registry];
	new Gauge({
		name: 'verbatim_gateway_ready',
		help: '1 while every connection to the gateway is ready and was heard of',
		registers,
		collect() {
			this.set(isReady(shards(), Date.now()) ? 1 : 0);
		},
	});
	new Gauge({
		name: 'verbatim_gateway_last_event_timestamp_seconds',
		help: 'When the last event of any kind came in; 0: none yet',
		registers,
		collect() {
			this.set((gateway()?.lastEvent() ?? 0) / 1000);
		},
	});
	const perShard = (name: string, help: string, value: (shard: Shard) => number) =>
		new Gauge({
			name,
			help,
			labelNames: ['shard'],
			registers,
			collect() {
				for (const shard of shards()) this.set({ shard: String(shard.id) }, value(shard));
			},
		});
	perShard('verbatim_gateway_shard_ready', '1 while the connection is ready', ({ state }) =>
		state === 'ready' ? 1 : 0,
	);
	perShard(
		'verbatim_gateway_heartbeat_timestamp_seconds',
		'When the last heartbeat was sent that was acknowledged; 0: none yet',
		({ heartbeat = 0 }) => heartbeat / 1000,
	);
	perShard(
		'verbatim_gateway_heartbeat_latency_seconds',
		'How long its acknowledgement took; -1: none yet',
		({ latency }) => (latency === undefined ? -1 : latency / 1000),
	);
}
