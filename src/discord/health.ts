import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Gateway, isReady, SILENCE } from './gateway.ts';
import type { Asked, Observer } from './observer.ts';

export type HealthSettings = {
	host: string;
	/** 0: a free one. */
	port: number;
	/** Milliseconds of a gateway's silence after which it counts as dead. */
	silence?: number;
};

export type Health = {
	observer: Observer;
	port: number;
	/** What may be asked is counted from zero: whoever looks for an increase must find where it began. */
	expect(asked: readonly Asked[]): Promise<void>;
	close(): Promise<void>;
};

/** What `/healthz` says; ages in seconds, null where there is none yet. */
type Report = {
	ready: boolean;
	lastEvent: number | null;
	shards: { id: number; state: string; lastHeartbeat: number | null; latency: number | null }[];
};

/**
 * Serves `/healthz` (200 only while the gateway is ready) and `/metrics`, to whoever can reach the address.
 * @throws where the address is taken, as `listen` does
 */
export async function startHealth({ host, port, silence = SILENCE }: HealthSettings): Promise<Health> {
	let gateway: Gateway | undefined;
	// Loaded while the bot logs in, which need not wait for it; what is answered before is counted then.
	const metrics = import('./metrics.ts').then(({ makeMetrics }) => makeMetrics(() => gateway));
	const server = createServer(
		answer({
			'/healthz': async () => {
				const report = reportOn(gateway, Date.now(), silence);
				return { status: report.ready ? 200 : 503, type: 'application/json', text: `${JSON.stringify(report)}\n` };
			},
			'/metrics': async () => {
				const { contentType, text } = await metrics;
				return { status: 200, type: contentType, text: await text() };
			},
		}),
	);
	server.listen(port, host);
	await once(server, 'listening');
	// What serves health must not be what keeps a process alive that has nothing left to do.
	server.unref();
	return {
		observer: {
			answered: async (one) => (await metrics).answered(one),
			connecting: (connecting) => {
				gateway = connecting;
			},
		},
		expect: async (asked) => (await metrics).expect(asked),
		port: (server.address() as AddressInfo).port,
		async close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

export function reportOn(gateway: Gateway | undefined, now: number, silence: number): Report {
	const shards = gateway?.shards() ?? [];
	const age = (time: number | undefined) => (time === undefined ? null : (now - time) / 1000);
	return {
		ready: isReady(shards, now, silence),
		lastEvent: age(gateway?.lastEvent()),
		shards: shards.map(({ id, state, heartbeat, latency }) => ({
			id,
			state,
			lastHeartbeat: age(heartbeat),
			latency: latency === undefined ? null : latency / 1000,
		})),
	};
}

type Page = { status: number; type: string; text: string };

function answer(pages: Readonly<Record<string, () => Promise<Page>>>): RequestListener {
	return async ({ method, url = '' }, response) => {
		const page = Object.entries(pages).find(([path]) => path === url.split('?')[0])?.[1];
		const read = method === 'GET' || method === 'HEAD';
		const { status, type, text } = page && read ? await page() : refusal(page ? 405 : 404, Object.keys(pages));
		response.writeHead(status, {
			'content-type': type,
			'cache-control': 'no-store',
			...(status === 405 && { allow: 'GET, HEAD' }),
		});
		response.end(method === 'HEAD' ? undefined : text);
	};
}

const refusal = (status: number, paths: readonly string[]): Page => ({
	status,
	type: 'text/plain; charset=utf-8',
	text: `GET ${paths.join(' or GET ')}\n`,
});
