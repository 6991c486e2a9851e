import { afterEach, beforeAll, beforeEach, vi } from 'vitest';

/** Reading the modules for the first time takes a busy machine seconds, ms. */
const READ_LIMIT_MS = 60_000;

/**
 * For a whole test file: the modules are read before its first test, and each test has a clock that leaps to the next
 * timer by itself. @param read starts a worker and imports what is tested
 */
export function modulesFirst(read: () => Promise<unknown>): void {
  beforeAll(async () => void (await read()), READ_LIMIT_MS);
  beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
  afterEach(() => void vi.useRealTimers());
}
