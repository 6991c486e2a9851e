import { loadavg } from 'node:os';
import type { BrowserKind } from '../../rig/browser-rig';
import { servePages } from '../../rig/page-server';
import { sleep, within } from '../../rig/processes';
import { startBrowser } from './bench-browser';
import { BENCH_PAGES, benchSource, hasNextPage } from './pages';
import { headOf, rounded, roundedOrNull, type BenchRow, type PagesResult } from './results';
import { METRIC_NAMES, type Metric, type Sample } from './sample';
import { shuffled } from './shuffled';
import { randomStream } from '../random-stream';
import { median, pairedDifference, pairedRatio } from './statistics';
import { VARIANTS, type Variant } from './variants';
import type { BenchBrowser, Visit } from './visit';

type Samples = Record<Variant, Sample[]>;

/** Further pages in the same tab. */
const AGAIN = 2;
/** A visit is tried again where the browser lost the page under our hands. */
const TRIES = 3;
/** The longest a visit may take beyond what it watches, ms. */
const VISIT_LIMIT_MS = 120_000;

/** Visits a page; says why where it had to be tried again. Throws what the last try threw. */
export async function visit(
  browser: Pick<BenchBrowser, 'kind' | 'visit'>,
  wanted: Visit,
  variant: Variant,
): Promise<Sample> {
  for (let left = TRIES - 1; ; left -= 1)
    try {
      return await within(VISIT_LIMIT_MS + 2 * wanted.watch, wanted.url, browser.visit(wanted));
    } catch (error) {
      if (left === 0) throw error;
      const why = error instanceof Error ? error.message : String(error);
      console.log(`${browser.kind} ${variant}: ${wanted.url} is visited again: ${why}`);
      await sleep(1_000);
    }
}

/** One row a variant and metric; metrics that the browser does not tell are left out. */
export function rowsOf(browser: string, page: string, samples: Samples): BenchRow[] {
  const known = METRIC_NAMES.filter((metric) =>
    VARIANTS.every((variant) => samples[variant].some((sample) => Number.isFinite(sample[metric]))),
  );
  return VARIANTS.flatMap((variant) =>
    known.map((metric) => {
      const values = samples[variant].map((sample) => sample[metric]);
      const none = samples.none.map((sample) => sample[metric]);
      const { ratio, low, high } = pairedRatio(values, none);
      const shown = (value: number) => roundedOrNull(value, 3);
      const ratios = { ratioToNone: shown(ratio), low: shown(low), high: shown(high) };
      const told = values.filter(Number.isFinite);
      return { browser, page, variant, metric, median: rounded(median(told)), ...ratios };
    }),
  );
}

/** Ours minus the floor for every metric that is known. */
export function overFloor(samples: Samples): PagesResult['overFloor'] {
  const all = METRIC_NAMES.map((metric): [Metric, ReturnType<typeof pairedDifference>] => [
    metric,
    pairedDifference(
      samples.ours.map((sample) => sample[metric]),
      samples.empty.map((sample) => sample[metric]),
    ),
  ]);
  const known = all.filter(([, { value }]) => Number.isFinite(value));
  return Object.fromEntries(
    known.map(([metric, { value, low, high }]) => [
      metric,
      { value: rounded(value), low: rounded(low), high: rounded(high) },
    ]),
  );
}

async function rounds(
  browsers: Record<Variant, BenchBrowser>,
  wanted: Visit,
  count: number,
  progress: (done: number) => void,
): Promise<Samples> {
  const random = randomStream(7);
  const samples: Samples = { none: [], empty: [], ours: [] };
  // The first round warms caches up and does not count.
  for (let round = -1; round < count; round += 1) {
    for (const variant of shuffled(VARIANTS, random)) {
      const sample = await visit(browsers[variant], wanted, variant);
      if (round >= 0) samples[variant].push(sample);
    }
    progress(round + 1);
  }
  return samples;
}

/**
 * Measures pages in one browser, three of it side by side, `count` rounds a page; `keep` is called with each page's
 * result at once, so that a run that is stopped has not been for nothing.
 */
export async function runPages(
  kind: BrowserKind,
  pages: readonly string[],
  count: number,
  keep: (result: PagesResult) => void,
): Promise<void> {
  const server = await servePages(benchSource());
  const browsers = {
    none: await startBrowser(kind, 'none'),
    empty: await startBrowser(kind, 'empty'),
    ours: await startBrowser(kind, 'ours'),
  };
  for (const name of pages) {
    const page = BENCH_PAGES[name];
    if (!page) continue;
    const { watch, busy = false } = page;
    const wanted = {
      url: server.address('bench', `/${name}`),
      watch,
      busy,
      again: hasNextPage(page) ? AGAIN : 0,
    };
    const began = Date.now();
    const samples = await rounds(browsers, wanted, count, (done) => {
      const left = done > 0 ? Math.round((((Date.now() - began) / (done + 1)) * (count - done)) / 1000) : '?';
      console.log(
        `${kind} ${name}: round ${done} of ${count}, ${left} s left, load ${loadavg()[0]?.toFixed(1) ?? '?'}`,
      );
    });
    const head = headOf(kind, browsers.ours.version, name, count);
    keep({ kind: 'pages', ...head, rows: rowsOf(kind, name, samples), overFloor: overFloor(samples) });
  }
  for (const browser of Object.values(browsers)) await browser.close();
  server.close();
}
