/** ms since the document began. */
export const now = (): number => performance.now();

/**
 * Runs something once, `ms` from now. Not a timer: all worlds of a document share the numbers of its timers, and a page
 * that clears them all clears ours too. Nobody else can get at this signal. The first one of a document costs it a
 * little more than a timer (docs/browser-facts.md), so nothing that runs on every page begins with one.
 */
export function later(run: () => void, ms: number): void {
  AbortSignal.timeout(Math.ceil(ms)).onabort = run;
}
