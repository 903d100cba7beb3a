/**
 * The result, unless the signal comes first; what comes later than the signal is let go, an error too.
 * @throws the signal's reason
 */
export async function unless<T>(signal: AbortSignal, result: Promise<T>): Promise<T> {
	let abort = () => {};
	const aborted = new Promise<never>((_resolve, reject) => {
		abort = () => reject(signal.reason);
	});
	if (signal.aborted) abort();
	signal.addEventListener('abort', abort);
	return Promise.race([aborted, result]).finally(() => signal.removeEventListener('abort', abort));
}
