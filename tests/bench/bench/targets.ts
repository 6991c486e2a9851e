import type { PagesResult, Result, TimesResult } from './results';
import { rounded } from './results';
import type { Metric } from './sample';
import { median } from './statistics';

/** One figure that was asked for, and what was measured. */
export interface Target {
  what: string;
  browser: string;
  asked: string;
  measured: string;
  /** By how much it is missed, in the unit of `asked`; 0 or below is reached; null where nobody has measured it. */
  missedBy: number | null;
}

/** Script over the floor, ms, by page; first page of a process. Firefox does not tell of script: CPU of the renderer. */
const SCRIPT_LIMITS: Record<string, number> = { tiny: 0.5, article: 1, big: 5, frames: 8 };
const BUSY_LIMIT = 1;
const LOAD_LIMIT = 1.03;
const HEAP_LIMIT = 1;
const CLOSED_MEDIAN_MS = 100;
const CLOSED_MAX_MS = 400;
const WARNED_MEDIAN_MS = 250;

function overFloor(result: PagesResult, what: string, metric: Metric, limit: number, unit: string): Target[] {
  const found = result.overFloor[metric];
  if (!found) return [];
  return [
    {
      what: `${result.name}: ${what} over the floor`,
      browser: result.browser,
      asked: `≤ ${limit} ${unit}`,
      measured: `${found.value} (${found.low} to ${found.high})`,
      missedBy: rounded(found.value - limit),
    },
  ];
}

function loadTarget(result: PagesResult): Target[] {
  return (['load', 'loadNext'] as const).flatMap((metric) => {
    const row = result.rows.find((one) => one.variant === 'ours' && one.metric === metric);
    if (!row || row.low === null || row.high === null || row.ratioToNone === null) return [];
    const within = row.low <= 1;
    return [
      {
        what: `${result.name}: ${metric === 'load' ? 'load' : 'load, next page'} to no extension`,
        browser: result.browser,
        asked: `holds 1.00, at most ${LOAD_LIMIT}`,
        measured: `${row.ratioToNone} (${row.low} to ${row.high})`,
        missedBy:
          within && row.high <= LOAD_LIMIT ? 0 : rounded(Math.max(row.high - LOAD_LIMIT, row.low - 1), 3),
      },
    ];
  });
}

function pageTargets(result: PagesResult): Target[] {
  const { name, browser } = result;
  const script = SCRIPT_LIMITS[name];
  const [first, next]: [Metric, Metric] =
    browser === 'chromium' ? ['script', 'scriptNext'] : ['cpu', 'cpuNext'];
  const word = browser === 'chromium' ? 'script' : 'renderer CPU';
  const scripts =
    script === undefined
      ? []
      : [
          ...overFloor(result, `${word}, first page of a process,`, first, script, 'ms'),
          ...overFloor(result, `${word}, next page,`, next, script, 'ms'),
        ];
  const busy =
    name === 'mutating' ? overFloor(result, 'renderer CPU', 'busy', BUSY_LIMIT, '% of a core') : [];
  return [...scripts, ...busy, ...loadTarget(result), ...overFloor(result, 'heap', 'heap', HEAP_LIMIT, 'MB')];
}

function atMost(result: TimesResult, name: string, what: string, value: number, limit: number): Target {
  return {
    what: `${name}: ${what} of ${result.times[name]?.length ?? 0}`,
    browser: result.browser,
    asked: `≤ ${limit} ms`,
    measured: `${rounded(value, 0)} ms`,
    missedBy: rounded(value - limit, 0),
  };
}

/** What is timed when pages are noticed and closed (run-closing.ts). */
/** From the moment the extension is sure enough to close the page by itself. */
export const CLOSED = 'noticed to closed';
/** The same from the first suspicion, which may have been a mere warning. */
export const FIRST = 'first suspicion to closed by itself';
export const PRESSED = 'button pressed to closed';
export const WARNED = 'words visible to warning in front';

/** The name of such a time, by the state of the worker when the page came. */
export function timeName(what: string, asleep: boolean): string {
  return `${what}, worker ${asleep ? 'asleep' : 'awake'}`;
}

function timeTargets(result: TimesResult): Target[] {
  return [CLOSED, WARNED].flatMap((what) =>
    [false, true].flatMap((asleep) => {
      const name = timeName(what, asleep);
      const times = result.times[name] ?? [];
      if (times.length === 0) return [];
      const limit = what === WARNED ? WARNED_MEDIAN_MS : CLOSED_MEDIAN_MS;
      const middle = atMost(result, name, 'median', median(times), limit);
      if (what === WARNED || !asleep) return [middle];
      return [middle, atMost(result, name, 'longest', Math.max(...times), CLOSED_MAX_MS)];
    }),
  );
}

/** Every target that the results tell of, in their order. */
export function targetsOf(results: readonly Result[]): Target[] {
  return results.flatMap((result) => {
    if (result.kind === 'pages') return pageTargets(result);
    if (result.kind === 'closing') return timeTargets(result);
    if (result.kind !== 'growth') return [];
    return [
      {
        what: `growth with ${result.name}`,
        browser: result.browser,
        asked: 'exponent ≤ 1 (1.1 with noise)',
        measured: `${result.exponent}, at the end ${result.tail}`,
        missedBy: rounded(Math.max(result.exponent, result.tail) - 1.1),
      },
    ];
  });
}
