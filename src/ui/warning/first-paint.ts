/** A window that is covered paints nothing: then what waits for it begins all the same, ms. */
const PAINT_LIMIT_MS = 300;

/**
 * Calls `begin` once the page has painted something; at once where it is not in sight.
 * @param begin called up to three times
 */
export function onFirstPaint(begin: () => void): void {
  if (document.visibilityState === 'hidden') begin();
  new PerformanceObserver(begin).observe({ type: 'paint', buffered: true });
  setTimeout(begin, PAINT_LIMIT_MS);
}
