import type { BrowserKind, OpenPage } from '../../rig/browser-rig';
import type { Sample } from './sample';

/** One page to be visited. */
export interface Visit {
  url: string;
  /** Further pages in the same tab. */
  again: number;
  /** Watched so long after the load event, ms. */
  watch: number;
  /** It is never at rest: what it takes of a core is measured as well. */
  busy: boolean;
  /** Firefox tells what script takes by its profiler only, which costs some time itself. */
  profiled?: boolean;
}

/** A browser of one variant, kept open over all rounds. */
export interface BenchBrowser {
  readonly kind: BrowserKind;
  readonly version: string;
  /** The browser's first process, which leads its group. */
  readonly pid: number;
  /** Start of the extension's own addresses; '' without one. */
  readonly base: string;
  /** Opens the page in a new tab, measures and closes it. */
  visit(visit: Visit): Promise<Sample>;
  /** A tab in front. */
  open(url: string): Promise<OpenPage>;
  closeTab(page: OpenPage): Promise<void>;
  /** Evaluates an expression in the page; a promise is waited for. */
  inPage<T>(page: OpenPage, expression: string): Promise<T>;
  close(): Promise<void>;
}

/** The longest a page may take to its load event, ms. */
export const LOADED_LIMIT_MS = 60_000;
/** So long the browser is left alone after a tab has gone, ms. */
export const SETTLE_MS = 150;
/** The next page in the same tab is watched so long after its load event, ms. */
export const NEXT_WATCH_MS = 400;
/** A page that is never at rest is measured from here after its load event, ms. */
export const BUSY_FROM_MS = 1_000;
