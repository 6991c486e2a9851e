import type { BrowserKind } from '../../rig/browser-rig';
import { BENCH_PAGES, hasNextPage } from './pages';
import { rounded, type PagesResult } from './results';
import type { Metric } from './sample';
import { target, WITHIN_NOISE, type Found, type Target } from './target';

/** Script over the floor, ms, by page; first page of a process. Firefox does not tell of script: CPU of the renderer. */
const SCRIPT_LIMITS: Record<string, number> = { tiny: 0.5, article: 1, big: 5, frames: 8 };
/** The page that is never at rest, whose share of a core is limited. */
const BUSY_PAGE = 'mutating';
const BUSY_LIMIT = 1;
const LOAD_LIMIT = 1.03;
const HEAP_LIMIT = 1;

/** The targets of one page in one browser, and its result where there is one. */
class PageTargets {
  constructor(
    private readonly browser: BrowserKind,
    private readonly name: string,
    private readonly result: PagesResult | undefined,
  ) {}

  private overFloor(what: string, metric: Metric, limit: number, unit: string): Target {
    const over = this.result?.overFloor[metric];
    const found: Found = over && {
      measured: `${over.value} (${over.low} to ${over.high})`,
      missedBy: rounded(over.value - limit),
      // The figure alone may lie on either side by chance.
      but: over.low <= limit && limit < over.high ? WITHIN_NOISE : '',
    };
    return target(this.browser, `${this.name}: ${what} over the floor`, `≤ ${limit} ${unit}`, found);
  }

  private scripts(): Target[] {
    const limit = SCRIPT_LIMITS[this.name];
    if (limit === undefined) return [];
    const [word, first, next] =
      this.browser === 'chromium'
        ? (['script', 'script', 'scriptNext'] as const)
        : (['renderer CPU', 'cpu', 'cpuNext'] as const);
    return [
      this.overFloor(`${word}, first page of a process,`, first, limit, 'ms'),
      this.overFloor(`${word}, next page,`, next, limit, 'ms'),
    ];
  }

  private busy(): Target[] {
    return this.name === BUSY_PAGE ? [this.overFloor('renderer CPU', 'busy', BUSY_LIMIT, '% of a core')] : [];
  }

  private load(what: string, metric: Metric): Target {
    const row = this.result?.rows.find((one) => one.variant === 'ours' && one.metric === metric);
    let found: Found;
    if (row && row.low !== null && row.high !== null && row.ratioToNone !== null) {
      const holds = row.low <= 1 && row.high <= LOAD_LIMIT;
      const missedBy = holds ? 0 : rounded(Math.max(row.high - LOAD_LIMIT, row.low - 1), 3);
      found = { measured: `${row.ratioToNone} (${row.low} to ${row.high})`, missedBy };
    }
    const asked = `holds 1.00, at most ${LOAD_LIMIT}`;
    return target(this.browser, `${this.name}: ${what} to no extension`, asked, found);
  }

  all(): Target[] {
    const page = BENCH_PAGES[this.name];
    return [
      ...this.scripts(),
      ...this.busy(),
      this.load('load', 'load'),
      ...(page && hasNextPage(page) ? [this.load('load, next page', 'loadNext')] : []),
      this.overFloor('heap', 'heap', HEAP_LIMIT, 'MB'),
    ];
  }
}

/** The targets of every page of the bench in this browser, with what these results tell of them. */
export function pageTargets(browser: BrowserKind, results: readonly PagesResult[]): Target[] {
  const resultOf = (name: string) => results.find((one) => one.name === name && one.browser === browser);
  const names = Object.keys(BENCH_PAGES).sort();
  return names.flatMap((name) => new PageTargets(browser, name, resultOf(name)).all());
}
