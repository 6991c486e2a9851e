import type { BrowserKind } from '../../rig/browser-rig';
import { servePages, type PageServer, type PageSource } from '../../rig/page-server';
import { residentMemory } from '../../rig/process-cost';
import { sleep, until } from '../../rig/processes';
import { startBrowser } from './bench-browser';
import { benchSource } from './pages';
import { addFigures, headOf, roundedIfKnown, type FiguresResult } from './results';
import { VARIANTS, type Variant } from './variants';
import type { BenchBrowser } from './visit';

/** A page stays so long after its load event, ms; one that has not loaded by then is closed, and not counted. */
const STAY_MS = 250;
const LOAD_LIMIT_MS = 10_000;
/** The memory is read after every so many pages, once all have rested so long (ms). */
const STRIDE = 50;
const REST_MS = 2_000;

/** A page tells its server when it has loaded. */
const TELL_LOADED = `<script>addEventListener('load', () => navigator.sendBeacon('/loaded'))</script></body>`;

/** The pages of the bench, and into `loaded` the site of each that has loaded. */
export function tellingSource(loaded: Set<string>): PageSource {
  const pages = benchSource();
  return async (request) => {
    if (request.path === '/loaded') {
      loaded.add(request.site);
      return '';
    }
    const page = await pages(request);
    return typeof page === 'string' ? page.replace('</body>', TELL_LOADED) : page;
  };
}

/** A browser of one variant, and what it has come to. */
export interface Lane {
  variant: Variant;
  browser: Pick<BenchBrowser, 'open' | 'closeTab'>;
  /** kB of its first process. */
  readings: number[];
  /** Pages that have loaded. */
  loaded: number;
}

/** Visits pages `from` to `to`, each on a host of its own, in a tab that is closed behind it. */
export async function visitPages(
  lane: Lane,
  { address }: Pick<PageServer, 'address'>,
  loaded: ReadonlySet<string>,
  from: number,
  to: number,
): Promise<void> {
  for (let index = from; index < to; index += 1) {
    const site = `memory-${index}-${lane.variant}`;
    const page = await lane.browser.open(address(site, index % 2 === 0 ? '/tiny' : '/article'));
    if (await until(LOAD_LIMIT_MS, () => loaded.has(site) || undefined)) lane.loaded += 1;
    await sleep(STAY_MS);
    await lane.browser.closeTab(page);
  }
}

/** MB of the first process at a part of the way (0..1), and what a page added after the first quarter, kB. */
export function figuresOf(readings: readonly number[], count: number): Record<string, number> {
  const index = (part: number): number => Math.round(part * (readings.length - 1));
  const at = (part: number): number => readings[index(part)] ?? Number.NaN;
  const megabytes = (part: number): number => roundedIfKnown(at(part) / 1024, 0);
  const since = count - Math.min(count, (index(0.25) + 1) * STRIDE);
  return {
    'first process after 50 pages, MB': megabytes(0),
    'after a quarter of them, MB': megabytes(0.25),
    'after half of them, MB': megabytes(0.5),
    'at the end, MB': megabytes(1),
    'added from the first quarter to the end, kB a page': roundedIfKnown((at(1) - at(0.25)) / since),
  };
}

const inMegabytes = ({ readings }: Lane): number => Math.round((readings.at(-1) ?? Number.NaN) / 1024);
const each = <T>(lanes: readonly Lane[], pick: (lane: Lane) => T): string => lanes.map(pick).join(', ');

/**
 * Shows `count` pages of as many sites one after the other in a browser of each variant, all three at once, and reads
 * what the browser's first process holds. What it adds without an extension, too, is not ours.
 */
export async function runMemory(kind: BrowserKind, count: number): Promise<FiguresResult> {
  const loaded = new Set<string>();
  const server = await servePages(tellingSource(loaded));
  const browsers = await Promise.all(VARIANTS.map((variant) => startBrowser(kind, variant)));
  const lanes = browsers.map((browser, index) => {
    const variant = VARIANTS[index] ?? 'none'; // as many as variants
    return { variant, browser, readings: [] as number[], loaded: 0 };
  });
  for (let from = 0; from < count; from += STRIDE) {
    const to = Math.min(count, from + STRIDE);
    await Promise.all(lanes.map((lane) => visitPages(lane, server, loaded, from, to)));
    await sleep(REST_MS);
    for (const { browser, readings } of lanes) readings.push(residentMemory(browser.pid));
    console.log(
      `${kind}: ${to} of ${count} pages, ${each(lanes, (one) => one.loaded)} loaded, ${each(lanes, inMegabytes)} MB`,
    );
  }
  const figures: FiguresResult['figures'] = {};
  for (const lane of lanes) addFigures(figures, lane.variant, figuresOf(lane.readings, count));
  const version = browsers[0]?.version ?? '';
  await Promise.all(browsers.map((browser) => browser.close()));
  server.close();
  const thousands = count.toLocaleString('en');
  const told = each(lanes, (lane) => `${lane.loaded.toLocaleString('en')} of ${thousands} loaded`);
  const how = `Each page is a site of its own, tiny and article in turn, shown for ${STAY_MS / 1000} s after its load event and closed (${told}); the three browsers run at once. A kB is 1,024 bytes.`;
  return { kind: 'memory', ...headOf(kind, version, 'memory', count), how, figures };
}
