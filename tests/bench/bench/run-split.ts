import { servePages } from '../../rig/page-server';
import { sleep } from '../../rig/processes';
import { BenchChromium } from './bench-chromium';
import { BENCH_PAGES, benchSource } from './pages';
import { headOf, rounded, type SplitResult } from './results';
import { median } from './statistics';
import { variantFolder } from './variants';

/** What Chromium's tracing says of one piece of work; times in µs, `tdur` on the thread's CPU. */
interface TraceEvent {
  name: string;
  ph: string;
  tdur?: number;
  args?: { fileName?: string; data?: { url?: string } };
}

/** Tracing takes time itself: the sum is somewhat larger than what the pages part measures. */
const CATEGORIES = ['devtools.timeline', 'v8'];
/** The work of a script by the names of its events; what a page's acts, changes and timers call comes later. */
const KINDS: Record<string, string> = {
  'v8.compile': 'compile',
  'v8.run': 'run',
  FunctionCall: 'called later',
};
const SCRIPTS: Record<string, string> = {
  'watch.iife.js': 'hook',
  'gate.iife.js': 'gate',
  'detector.iife.js': 'detector',
};
const REST_MS = 1_000;
const TRACE_LIMIT_MS = 20_000;

/** ms by part of all work of the extension's own scripts. */
function partsOf(events: readonly TraceEvent[], base: string): Record<string, number> {
  const parts: Record<string, number> = {};
  for (const { name, ph, tdur, args } of events) {
    const url = args?.data?.url ?? args?.fileName ?? '';
    const kind = KINDS[name];
    if (ph !== 'X' || tdur === undefined || !kind || !url.startsWith(base)) continue;
    const file = url.slice(url.lastIndexOf('/') + 1);
    const part = `${SCRIPTS[file] ?? file}: ${kind}`;
    parts[part] = (parts[part] ?? 0) + tdur / 1000;
  }
  return parts;
}

/** Records what happens while `steps` run. */
async function traced(
  { rig }: BenchChromium,
  into: TraceEvent[][],
  steps: () => Promise<void>,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  into.push(events);
  const traceConfig = { includedCategories: CATEGORIES };
  await rig.pipe.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await steps();
  const over = new Promise<void>((done) => rig.pipe.on('Tracing.tracingComplete', () => done()));
  await rig.pipe.send('Tracing.end');
  await Promise.race([over, sleep(TRACE_LIMIT_MS)]);
  into.pop();
  return events;
}

/** What each of our scripts costs a page, first and next of a process, by compiling, running and what comes later. */
export async function runSplit(page: string, count: number): Promise<SplitResult> {
  const server = await servePages(benchSource());
  const bench = await BenchChromium.start(variantFolder('chromium', 'ours'));
  const running: TraceEvent[][] = [];
  bench.rig.pipe.on('Tracing.dataCollected', ({ value }) => running.at(-1)?.push(...(value as TraceEvent[])));
  const seen: Record<'first' | 'next', Record<string, number>[]> = { first: [], next: [] };
  const watch = Math.max(REST_MS, BENCH_PAGES[page]?.watch ?? 0);
  for (let round = -1; round < count; round += 1) {
    const url = server.address('bench', `/${page}`);
    let tab = { handle: '', url };
    const first = await traced(bench, running, async () => {
      tab = await bench.open(url);
      await sleep(watch);
    });
    const session = await bench.rig.attach(tab);
    const next = await traced(bench, running, async () => {
      await bench.rig.pipe.send('Page.navigate', { url: `${url}?next` }, session);
      await sleep(watch);
    });
    await bench.closeTab(tab);
    console.log(`split ${page}: round ${round + 1} of ${count}`);
    // The first round warms caches up and does not count.
    if (round < 0) continue;
    seen.first.push(partsOf(first, bench.base));
    seen.next.push(partsOf(next, bench.base));
  }
  const { version } = bench;
  await bench.close();
  server.close();
  const names = [...new Set([...seen.first, ...seen.next].flatMap((parts) => Object.keys(parts)))].sort();
  const middle = (name: string, kind: 'first' | 'next') =>
    rounded(median(seen[kind].map((one) => one[name] ?? 0)));
  const parts = Object.fromEntries(
    names.map((name) => [name, { first: middle(name, 'first'), next: middle(name, 'next') }]),
  );
  return { kind: 'split', ...headOf('chromium', version, page, count), parts };
}
