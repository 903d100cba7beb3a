import { Worker } from 'node:worker_threads';
import type { Item } from './schema.ts';

/** A style as the processor takes it: the XML of a file, or the name of one that the processor's package has. */
export type StyleSource = {
	/** Of the engine that is kept for it. */
	id: string;
	/** For people. */
	title: string;
	xml?: string;
	bundled?: string;
	/** Stands above the style's own. */
	locale?: string;
};

/** What the processor is asked: one item in a style. */
export type Order = { order: number; style: StyleSource; item: Item };

/** The processor's answer, each part in citeproc's HTML. */
export type Rendered = {
	/** The entry of the reference list; empty where the style has no such list. */
	reference: string;
	citation: string;
	/** The authors as they are named in a sentence, and what then follows in brackets. */
	author: string;
	rest: string;
	/** Citations stand in footnotes. */
	note: boolean;
};

type Report = { order: number } & ({ rendered: Rendered } | { reason: string });

/** A style that the processor cannot use; the message is a sentence for people. */
export class StyleError extends Error {}

export type Engine = {
	/** @throws StyleError where the style is broken or takes too long */
	render(style: StyleSource, item: Item): Promise<Rendered>;
	close(): Promise<void>;
};

/** How long one render may take, in milliseconds; the largest style takes two seconds to build on a slow machine. */
const PATIENCE = 30_000;

/** In megabytes; an engine of APA takes some 100. */
const MEMORY = 768;

type Waiting = { order: Order; resolve(rendered: Rendered): void; reject(error: Error): void };

/**
 * The citation processor in a thread of its own, started with the first render: building APA's engine takes a second
 * or more, in which nothing else would be answered. The thread does not keep the process alive.
 * @param patience how long one render may take, in milliseconds
 */
export function makeEngine(patience = PATIENCE): Engine {
	/** In the order in which they were given, which is the order in which the thread takes them. */
	const waiting = new Map<number, Waiting>();
	let worker: Worker | undefined;
	let orders = 0;
	let timer: NodeJS.Timeout | undefined;

	/** The order that the thread is at, which now is no longer waiting: the time of the next one begins. */
	function settle(order: number | undefined): Waiting | undefined {
		const one = order === undefined ? undefined : waiting.get(order);
		if (one) waiting.delete(one.order.order);
		time();
		return one;
	}

	/** Only the order that the thread is at has its time: those behind it wait for as long as that takes. */
	function time(): void {
		clearTimeout(timer);
		if (waiting.size === 0) return;
		timer = setTimeout(() => restart(`it takes longer than ${patience / 1000} seconds`), patience);
	}

	/** The thread goes, and with it the order that it was at; those behind it are given to a new one. */
	function restart(reason: string): void {
		const [first] = waiting.keys();
		const failed = settle(first);
		failed?.reject(new StyleError(`The style “${failed.order.style.title}” cannot be used: ${reason}.`));
		worker?.terminate();
		worker = undefined;
		for (const { order } of waiting.values()) post(order);
	}

	function start(): Worker {
		const started = new Worker(new URL('./processor.js', import.meta.url), {
			resourceLimits: { maxOldGenerationSizeMb: MEMORY },
		});
		started.on('message', (report: Report) => {
			const one = settle(report.order);
			if ('rendered' in report) one?.resolve(report.rendered);
			else one?.reject(new StyleError(`The style “${one.order.style.title}” is broken: ${report.reason}`));
		});
		started.on('error', (error) => {
			if (worker === started) restart(error.message);
		});
		started.unref();
		return started;
	}

	function post(order: Order): void {
		worker ??= start();
		worker.postMessage(order);
	}

	return {
		render: (style, item) =>
			new Promise((resolve, reject) => {
				const order = { order: ++orders, style, item };
				waiting.set(order.order, { order, resolve, reject });
				if (waiting.size === 1) time();
				post(order);
			}),
		async close() {
			for (const order of [...waiting.keys()]) settle(order)?.reject(new Error('the citation engine was closed'));
			await worker?.terminate();
			worker = undefined;
		},
	};
}
