/** A window that is covered paints nothing: then the buttons come all the same, ms. */
const PAINT_LIMIT_MS = 300;

/** The words stand in the page itself; its script, which brings the buttons, would keep them from their first paint. */
const begin = (): void => void import('./warning'); // a second time is none

if (document.visibilityState === 'hidden') begin();
new PerformanceObserver(begin).observe({ type: 'paint', buffered: true });
setTimeout(begin, PAINT_LIMIT_MS);

export {}; // nothing: it makes this file a module
