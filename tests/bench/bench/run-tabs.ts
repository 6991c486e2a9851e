import type { BrowserKind } from '../../rig/browser-rig';
import { costsAreTold, cpuOfAll, processesWith, sharedOutMemory } from '../../rig/process-cost';
import { servePages } from '../../rig/page-server';
import { sleep } from '../../rig/processes';
import { startBrowser } from './bench-browser';
import { benchSource } from './pages';
import { addFigures, headOf, roundedIfKnown, type FiguresResult } from './results';
import type { Variant } from './variants';

/** Between two tabs, ms; all are given time to come to rest before the memory is read. */
const BETWEEN_MS = 250;
const REST_MS = 15_000;
/** So long the CPU of the browser is watched with all tabs open, ms. */
const QUIET_MS = 20_000;

async function measureVariant(
  kind: BrowserKind,
  variant: Variant,
  count: number,
): Promise<[Record<string, number>, string]> {
  const server = await servePages(benchSource());
  const browser = await startBrowser(kind, variant);
  const cpuNow = () => cpuOfAll(processesWith(browser.pid, ['']));
  await sleep(3_000);
  const before = sharedOutMemory(browser.pid);
  for (let index = 0; index < count; index += 1) {
    await browser.open(server.address(`tab-${index}`, index % 2 === 0 ? '/tiny' : '/article'));
    await sleep(BETWEEN_MS);
    if ((index + 1) % 20 === 0) console.log(`${kind} ${variant}: ${index + 1} of ${count} tabs`);
  }
  await sleep(REST_MS);
  const after = sharedOutMemory(browser.pid);
  const cpu = cpuNow();
  await sleep(QUIET_MS);
  const figures = {
    'memory of the whole browser, MB': roundedIfKnown(after, 0),
    'memory a tab, MB': roundedIfKnown((after - before) / count),
    processes: costsAreTold() ? processesWith(browser.pid, ['']).length : Number.NaN,
    'CPU of the whole browser at rest, % of a core': roundedIfKnown(((cpuNow() - cpu) / QUIET_MS) * 100),
  };
  const { version } = browser;
  await browser.close();
  server.close();
  return [figures, version];
}

/** Opens `count` tabs of as many sites, each variant after the other; once each, so small differences are chance. */
export async function runTabs(kind: BrowserKind, count: number): Promise<FiguresResult> {
  const figures: FiguresResult['figures'] = {};
  let version = '';
  for (const variant of ['none', 'empty', 'ours'] as const) {
    const [found, itsVersion] = await measureVariant(kind, variant, count);
    version = itsVersion;
    addFigures(figures, variant, found);
  }
  const how = `Each tab is a site of its own, tiny and article in turn. One run of each variant, so small differences are chance.`;
  return { kind: 'tabs', ...headOf(kind, version, 'tabs', count), how, figures };
}
