/** One name on all our pages and in the worker: they are one origin, so it is one lock. */
const LOCK = 'sangfroid-settings';

/** Who has not got the lock by now (ms) goes on without: a page whose store hangs must not stop the others. */
const LOCK_LIMIT_MS = 2_000;

/**
 * Reads and writes the settings while no other page of ours, and not the worker, does the same: of two that read at once
 * the second would write over what the first has changed. Rejects as `write` does.
 */
export async function alone<T>(write: () => Promise<T>): Promise<Awaited<T>> {
  let begun = false;
  const begin = (): Promise<T> => {
    begun = true;
    return write();
  };
  try {
    return await navigator.locks.request(LOCK, { signal: AbortSignal.timeout(LOCK_LIMIT_MS) }, begin);
  } catch (error) {
    if (begun) throw error;
    return await write();
  }
}
