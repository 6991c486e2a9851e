/**
 * Waits for `work` at most `ms` milliseconds: the browser's own promises may hang for ever
 * (docs/browser-facts.md: captureVisibleTab, executeScript, tabs.remove). Rejections count as `fallback` too.
 * @returns what `work` gave, or `fallback`.
 */
export async function within<T, F>(work: Promise<T>, ms: number, fallback: F): Promise<T | F> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<F>((resolve) => {
    timer = setTimeout(() => resolve(fallback), ms);
  });
  try {
    return await Promise.race([work.catch(() => fallback), limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves after `ms` milliseconds. */
export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
