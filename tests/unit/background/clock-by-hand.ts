import { vi } from 'vitest';

/** ms by which the clock goes on: finer than what any of these tests tells apart. */
const STEP_MS = 5;

/**
 * Waits for work while the clock goes on by hand, and no further than `ms`. A clock that leaps to what is waited for
 * next (`nextTimerAsync`) would leap too far on a busy machine, where a time is what is asked about. It leaps again
 * afterwards.
 *
 * @returns what the work gave
 * @throws where the work was not done in that time
 */
export async function doneWithin<T>(ms: number, work: () => Promise<T>): Promise<T> {
  vi.setTimerTickMode('manual');
  try {
    let isOver = false;
    const working = work().finally(() => (isOver = true));
    working.catch(() => undefined); // what it throws is thrown below
    for (let passed = 0; passed < ms && !isOver; passed += STEP_MS)
      await vi.advanceTimersByTimeAsync(STEP_MS);
    if (!isOver) throw new Error(`not done within ${ms} ms`);
    return await working;
  } finally {
    vi.setTimerTickMode('nextTimerAsync');
  }
}
