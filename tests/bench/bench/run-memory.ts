import type { BrowserKind } from '../../rig/browser-rig';
import { servePages, type PageServer } from '../../rig/page-server';
import { sleep } from '../../rig/processes';
import { memoryOf } from '../soak/tally';
import { startBrowser } from './bench-browser';
import { benchSource } from './pages';
import { headOf, rounded, type FiguresResult } from './results';
import { VARIANTS } from './variants';
import type { BenchBrowser } from './visit';

/** A page stays so long, ms. */
const STAY_MS = 250;
/** The memory is read after every so many pages, once all have rested so long (ms). */
const STRIDE = 50;
const REST_MS = 2_000;

/** Visits pages `from` to `to`, each on a host of its own, in a tab that is closed behind it. */
async function visitPages(
  browser: BenchBrowser,
  server: PageServer,
  from: number,
  to: number,
): Promise<void> {
  for (let index = from; index < to; index += 1) {
    const page = await browser.open(
      server.address(`memory-${index}`, index % 2 === 0 ? '/tiny' : '/article'),
    );
    await sleep(STAY_MS);
    await browser.closeTab(page);
  }
}

/** MB of the first process at a part of the way (0..1), and what a page added after the first quarter, kB. */
function figuresOf(readings: readonly number[], count: number): Record<string, number> {
  const at = (part: number): number => readings[Math.round(part * (readings.length - 1))] ?? 0;
  return {
    'first process after 50 pages, MB': at(0),
    'after a quarter of them, MB': at(0.25),
    'after half of them, MB': at(0.5),
    'at the end, MB': at(1),
    'added from the first quarter to the end, kB a page': rounded(
      ((at(1) - at(0.25)) * 1024) / (0.75 * count),
    ),
  };
}

/**
 * Shows `count` pages of as many sites one after the other in a browser of each variant, all three at once, and reads
 * what the browser's first process holds. What it adds without an extension, too, is not ours.
 */
export async function runMemory(kind: BrowserKind, count: number): Promise<FiguresResult> {
  const server = await servePages(benchSource());
  const browsers = await Promise.all(VARIANTS.map((variant) => startBrowser(kind, variant)));
  const readings = browsers.map((): number[] => []);
  for (let from = 0; from < count; from += STRIDE) {
    const to = Math.min(count, from + STRIDE);
    await Promise.all(browsers.map((browser) => visitPages(browser, server, from, to)));
    await sleep(REST_MS);
    browsers.forEach((browser, index) => readings[index]?.push(memoryOf(browser.pid)));
    console.log(`${kind}: ${to} of ${count} pages, ${readings.map((one) => one.at(-1)).join(', ')} MB`);
  }
  const figures: FiguresResult['figures'] = {};
  VARIANTS.forEach((variant, index) => {
    for (const [name, value] of Object.entries(figuresOf(readings[index] ?? [], count)))
      (figures[name] ??= {})[variant] = value;
  });
  const version = browsers[0]?.version ?? '';
  await Promise.all(browsers.map((browser) => browser.close()));
  server.close();
  const how = `Each page is a site of its own, tiny and article in turn, shown for ${STAY_MS / 1000} s and closed; the three browsers run at once.`;
  return { kind: 'memory', ...headOf(kind, version, 'memory', count), how, figures };
}
