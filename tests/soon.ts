import { vi } from 'vitest';

/** Waits for what comes in a moment, and on a machine that has much else to do somewhat later. */
export const soon = <T>(holds: () => T | Promise<T>) => vi.waitUntil(holds, { timeout: 15_000, interval: 20 });
