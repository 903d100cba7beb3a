/** What a process has used so far: processor time in milliseconds, memory in MiB, `heap` after a collection of garbage. */
export type Usage = { cpu: number; resident: number; heap: number };

const MIB = 2 ** 20;

function usage(): Usage {
	globalThis.gc?.();
	const { user, system } = process.cpuUsage();
	const { rss, heapUsed } = process.memoryUsage();
	return { cpu: (user + system) / 1000, resident: rss / MIB, heap: heapUsed / MIB };
}

// Loaded before a program that is measured: answers every message of the process that started it.
process.on('message', () => process.send?.(usage()));
// To be measured must not keep it alive.
process.channel?.unref();
