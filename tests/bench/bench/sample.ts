/**
 * One visit to one page: opened in a new tab, watched, then further pages in the same tab. Times in ms, memory in MB;
 * NaN where the browser does not tell.
 */
export interface Sample {
  /** Script of the main thread, compiling and running, page and extensions; first page of a new process. */
  script: number;
  /** The same for the next page in the same process: the engine has the compiled script by then. */
  scriptNext: number;
  /** CPU of the renderer process over the whole visit of the first page, the start of the process included. */
  cpu: number;
  /** CPU of the renderer process over the next page. */
  cpuNext: number;
  /** Share of a core that the renderer process takes while the page is never at rest, percent. */
  busy: number;
  /** The same of the main thread's script alone. */
  busyScript: number;
  /** From the first byte of the answer to the end of the load event, first page. */
  load: number;
  loadNext: number;
  /** From the first byte of the answer to the first contentful paint, first page. */
  paint: number;
  /** Living objects of the page's script engine. */
  heap: number;
  /** What the whole browser holds more with this tab open. */
  memory: number;
}

export type Metric = keyof Sample;

/** In the order in which they are printed, with what a table calls them. */
export const METRICS: Record<Metric, string> = {
  script: 'script ms',
  scriptNext: 'script, next page ms',
  cpu: 'renderer CPU ms',
  cpuNext: 'renderer CPU, next page ms',
  busy: 'renderer CPU, % of a core',
  busyScript: 'script, % of a core',
  load: 'load ms',
  loadNext: 'load, next page ms',
  paint: 'first contentful paint ms',
  heap: 'heap MB',
  memory: 'browser memory a tab MB',
};

export const METRIC_NAMES = Object.keys(METRICS) as Metric[];

/** A sample of which nothing is known yet. */
export function emptySample(): Sample {
  return Object.fromEntries(METRIC_NAMES.map((name) => [name, Number.NaN])) as unknown as Sample; // every name of it
}

export interface PageTimes {
  load: number;
  /** Missing where nothing was painted. */
  paint?: number;
}

/** Text of an expression that gives PageTimes; the page has loaded. */
export const TIMES = `(() => { const [visit] = performance.getEntriesByType('navigation');
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return { load: visit.loadEventEnd - visit.responseStart, paint: paint && paint.startTime - visit.responseStart } })()`;

/** Text of an expression: true once the page at `url` has had its load event `ms` ago. */
export function isLoaded(url: string, ms: number): string {
  return `location.href === ${JSON.stringify(url)} && performance.now() - ${ms} >
    (performance.getEntriesByType('navigation')[0]?.loadEventEnd || Infinity)`;
}
