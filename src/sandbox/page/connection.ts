import type { Action, Choice, PageRequest, ServerEvent } from './protocol.ts';

export type Answer = { error?: string; choices?: Choice[] };
export type Connection = { ask(action: Action): Promise<Answer>; close(): void };

type Listeners = { event(event: ServerEvent): void; online(online: boolean): void };

const retryAfter = 1000;

/** The page's WebSocket as one member; it connects again for as long as it is not closed. */
export function connect(as: string | undefined, { event, online }: Listeners): Connection {
	const waiting = new Map<number, (answer: Answer) => void>();
	let socket: WebSocket;
	let next = 1;
	let closed = false;
	const open = () => {
		const address = new URL('/page/live', location.href.replace(/^http/, 'ws'));
		if (as) address.searchParams.set('as', as);
		socket = new WebSocket(address);
		socket.onopen = () => online(true);
		socket.onmessage = ({ data }) => {
			if (closed) return;
			const told = JSON.parse(String(data)) as ServerEvent;
			if (told.kind !== 'answer') return event(told);
			waiting.get(told.id)?.(told);
			waiting.delete(told.id);
		};
		socket.onclose = () => {
			if (closed) return;
			online(false);
			for (const settle of waiting.values()) settle({ error: 'The connection was lost' });
			waiting.clear();
			setTimeout(open, retryAfter);
		};
	};
	open();
	return {
		ask(action) {
			if (socket.readyState !== WebSocket.OPEN) return Promise.resolve({ error: 'There is no connection' });
			const request: PageRequest = { id: next++, action };
			socket.send(JSON.stringify(request));
			return new Promise((resolve) => waiting.set(request.id, resolve));
		},
		close() {
			closed = true;
			socket.close();
		},
	};
}
