/**
 * `npm run bench [-- --only pages,split,touches,closing,growth,idle,tabs,memory] [--browser chromium]
 * [--pages tiny,article] [--rounds 30] [--curves frames,text] [--points 5] [--closings 50] [--minutes 10] [--tabs 200]
 * [--visits 1000] [--json FILE] [--no-doc]`: what the extension costs, against no extension and an empty one. Replaces
 * the parts that it measured in docs/performance.json and docs/performance.md. Wants a quiet machine.
 * SANGFROID_AGAINST=FOLDER puts the builds in FOLDER in the place of the empty extension, and writes no document.
 */
import { parseArgs } from 'node:util';
import { browserKinds } from '../rig/browser-kinds';
import type { BrowserKind } from '../rig/browser-rig';
import { buildExtension } from '../rig/dist';
import { ensureBrowsers } from '../rig/ensure-browsers';
import { keepFile } from '../rig/keep-file';
import { costsAreTold } from '../rig/process-cost';
import { runTool } from '../rig/run-tool';
import { wholeNumber } from '../rig/whole-number';
import { writeDocument } from './bench/document';
import { BENCH_PAGES } from './bench/pages';
import { keepResults, type Result } from './bench/results';
import { runClosing } from './bench/run-closing';
import { CURVE_NAMES, runGrowth } from './bench/run-growth';
import { runIdle } from './bench/run-idle';
import { runMemory } from './bench/run-memory';
import { runPages } from './bench/run-pages';
import { runSplit } from './bench/run-split';
import { runTabs } from './bench/run-tabs';
import { runTouches } from './bench/run-touches';
import { linesOf } from './bench/printed';
import { AGAINST } from './bench/variants';

const PARTS = ['pages', 'split', 'touches', 'closing', 'growth', 'idle', 'tabs', 'memory'] as const;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'pages' },
    browser: { type: 'string' },
    pages: { type: 'string', default: 'tiny,article' },
    rounds: { type: 'string', default: '30' },
    closings: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '10' },
    tabs: { type: 'string', default: '200' },
    visits: { type: 'string', default: '1000' },
    points: { type: 'string', default: '5' },
    curves: { type: 'string', default: 'all' },
    json: { type: 'string' },
    'no-doc': { type: 'boolean', default: false },
    build: { type: 'boolean', default: process.env.SANGFROID_DIST === undefined },
  },
});

/** The chosen ones of a list; `all` is all of them. @throws Error that names what there is */
function chosen<T extends string>(text: string, all: readonly T[]): T[] {
  const names = text === 'all' ? [...all] : text.split(',').map((name) => all.find((one) => one === name));
  if (names.includes(undefined)) throw new Error(`"${text}": there are ${all.join(', ')}, or all.`);
  return names.filter((name) => name !== undefined);
}

/** @throws Error where it is no whole number above zero */
function whole(name: 'rounds' | 'closings' | 'minutes' | 'tabs' | 'visits' | 'points'): number {
  return wholeNumber(name, options[name]);
}

async function run(
  part: (typeof PARTS)[number],
  kind: BrowserKind,
  keep: (result: Result) => void,
): Promise<void> {
  if (part === 'pages')
    await runPages(kind, chosen(options.pages, Object.keys(BENCH_PAGES)), whole('rounds'), keep);
  if (part === 'closing') keep(await runClosing(kind, whole('closings')));
  if (part === 'idle') keep(await runIdle(kind, whole('minutes')));
  if (part === 'tabs') keep(await runTabs(kind, whole('tabs')));
  if (part === 'memory') keep(await runMemory(kind, whole('visits')));
  // Only Chromium tells what script alone takes.
  if (part === 'split' && kind === 'chromium')
    for (const page of chosen(options.pages, Object.keys(BENCH_PAGES)))
      keep(await runSplit(page, whole('rounds')));
  if (part === 'touches' && kind === 'chromium') keep(await runTouches(whole('points')));
  if (part === 'growth') await runGrowth(kind, chosen(options.curves, CURVE_NAMES), whole('points'), keep);
}

async function main(): Promise<void> {
  const parts = chosen(options.only, PARTS);
  const kinds = browserKinds(options.browser);
  await ensureBrowsers(kinds);
  if (!costsAreTold())
    console.log('There is no /proc here: what processes take of CPU and memory is not known, and left out.');
  if (options.build)
    for (const kind of kinds) await buildExtension(kind === 'chromium' ? 'chrome' : 'firefox');
  const fresh: Result[] = [];
  const keep = (result: Result) => {
    fresh.push(result);
    console.log(linesOf(result));
    if (!options['no-doc'] && AGAINST === undefined) writeDocument(keepResults([result]));
  };
  for (const part of parts) for (const kind of kinds) await run(part, kind, keep);
  const rows = fresh.flatMap((result) => (result.kind === 'pages' ? result.rows : []));
  if (options.json) keepFile(options.json, `${JSON.stringify(rows, null, 1)}\n`);
}

runTool(main);
