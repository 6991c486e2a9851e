import { WORDS_ONLY } from '../../e2e/browsing';
import type { BrowserKind } from '../../rig/browser-rig';
import { cpuOfAll, processesWith } from '../../rig/process-cost';
import { servePages, type PageServer } from '../../rig/page-server';
import { sleep, until } from '../../rig/processes';
import { startBrowser } from './bench-browser';
import { BENCH_PAGES, benchSource } from './pages';
import { addFigures, headOf, roundedIfKnown, type FiguresResult } from './results';
import { WAKE_UPS } from './targets';
import type { Variant } from './variants';
import type { BenchBrowser } from './visit';
import { watchWorker, type WorkerWatch } from './worker-watch';

/** Tabs that are left open: three at rest, one whose page changes all the time. */
const PAGES = ['tiny', 'article', 'frames', 'timers'];
/** The worker tidies up as it is installed, and then once a day: by then (ms) it has. No part of an ordinary hour. */
const FIRST_TIDYING_MS = 30_000;
/** A worker without work ends after 30 s in both browsers. */
const ASLEEP_LIMIT_MS = 120_000;
/** Pages that are opened and closed in the second stretch, ms apart. */
const VISITS = 20;
const VISIT_MS = 1_500;
/** A scam that is only warned of wakes the worker within so long (ms). */
const PROOF_MS = 15_000;
const PROOF_PATH = '/scam';

const perHour = (count: number, ms: number): number => roundedIfKnown((count * 3_600_000) / ms, 1);

async function openAll(
  browser: BenchBrowser,
  address: (site: string, path: string) => string,
): Promise<void> {
  for (const page of PAGES) {
    await browser.open(address(`idle-${page}`, `/${page}`));
    await sleep(1_500);
  }
}

/** CPU of all processes of the browser, ms. */
function allCpu(browser: BenchBrowser): number {
  return cpuOfAll(processesWith(browser.pid, ['']));
}

type Figures = Record<string, number>;

/**
 * Waits until the worker has tidied up for the first time and sleeps again, and begins to count. One that never sleeps
 * never wakes up either: its 0 would be no figure, so the run ends.
 */
export async function rested(worker: WorkerWatch | undefined, name: string): Promise<void> {
  await sleep(FIRST_TIDYING_MS);
  if (!worker) return;
  await fallsAsleep(worker, name);
  await worker.starts();
}

async function fallsAsleep(worker: WorkerWatch, name: string): Promise<void> {
  const isAsleep = async () => ((await worker.running()) ? undefined : true);
  if (!(await until(ASLEEP_LIMIT_MS, isAsleep, 1_000))) throw new Error(`${name}: the worker never slept`);
}

/** Shows a scam, which wakes our worker. A watch that sees no start then would have seen none before: the run ends. */
export async function proveWatch(
  worker: WorkerWatch,
  name: string,
  showScam: () => Promise<unknown>,
): Promise<void> {
  await fallsAsleep(worker, name);
  await worker.starts();
  await showScam();
  const hasStarted = async () => (await worker.starts()) > 0 || undefined;
  if (!(await until(PROOF_MS, hasStarted, 500)))
    throw new Error(`${name}: a scam was shown, and no start of the worker was seen`);
}

/** What the browser and its worker take while the tabs are left alone. */
async function measureAlone(
  browser: BenchBrowser,
  worker: WorkerWatch | undefined,
  minutes: number,
  name: string,
): Promise<Figures> {
  const [cpu, workerCpu, began] = [allCpu(browser), (await worker?.cpu()) ?? 0, Date.now()];
  for (let minute = 0; minute < minutes; minute += 1) {
    await sleep(60_000);
    console.log(`${name}: idle for ${minute + 1} of ${minutes} min`);
  }
  const ms = Date.now() - began;
  const figures: Figures = { 'whole browser, CPU s an hour': perHour((allCpu(browser) - cpu) / 1000, ms) };
  if (!worker) return figures;
  const workerMs = Math.max(0, (await worker.cpu()) - workerCpu);
  return {
    ...figures,
    [WAKE_UPS]: perHour(await worker.starts(), ms),
    'CPU of the worker, ms an hour, tabs left alone': perHour(workerMs, ms),
  };
}

/** How often the worker wakes up while ordinary pages are opened and closed. */
async function measureVisits(
  browser: BenchBrowser,
  worker: WorkerWatch,
  address: (site: string, path: string) => string,
): Promise<Figures> {
  for (let index = 0; index < VISITS; index += 1) {
    const name = Object.keys(BENCH_PAGES)[index % 2] ?? 'tiny';
    const page = await browser.open(address(`visit-${index}`, `/${name}`));
    await sleep(VISIT_MS);
    await browser.closeTab(page);
  }
  return {
    [`wake-ups of the worker in ${VISITS} ordinary pages opened and closed`]: await worker.starts(),
  };
}

async function measureIn(
  browser: BenchBrowser,
  server: PageServer,
  variant: Variant,
  minutes: number,
): Promise<[Figures, string]> {
  const worker = variant === 'none' ? undefined : watchWorker(browser);
  const name = `${browser.kind} ${variant}`;
  await openAll(browser, server.address);
  await rested(worker, name);
  const alone = await measureAlone(browser, worker, minutes, name);
  const visited = worker ? await measureVisits(browser, worker, server.address) : {};
  if (worker && variant === 'ours')
    await proveWatch(worker, name, () => browser.open(server.address('idle-scam', PROOF_PATH)));
  return [{ ...alone, ...visited }, browser.version];
}

async function measureVariant(
  kind: BrowserKind,
  variant: Variant,
  minutes: number,
): Promise<[Figures, string]> {
  const server = await servePages(benchSource(({ path }) => (path === PROOF_PATH ? WORDS_ONLY : undefined)));
  try {
    const browser = await startBrowser(kind, variant);
    return await measureIn(browser, server, variant, minutes).finally(() => browser.close());
  } finally {
    server.close();
  }
}

/** Leaves a browser alone for `minutes` with four tabs open, each variant after the other; extrapolated to an hour. */
export async function runIdle(kind: BrowserKind, minutes: number): Promise<FiguresResult> {
  const figures: FiguresResult['figures'] = {};
  let version = '';
  for (const variant of ['none', 'empty', 'ours'] as const) {
    const [found, itsVersion] = await measureVariant(kind, variant, minutes);
    version = itsVersion;
    addFigures(figures, variant, found);
  }
  const how =
    `Four tabs are open (${PAGES.join(', ')}); the stretch begins once the worker has tidied up for the first time ` +
    '(as it is installed, then once a day) and sleeps again. ' +
    'Figures an hour are extrapolated from it. The worker is watched from outside.';
  return { kind: 'idle', ...headOf(kind, version, 'idle', minutes), how, figures };
}
