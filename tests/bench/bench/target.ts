import type { BrowserKind } from '../../rig/browser-rig';

/** One figure that was asked for, and what was measured. */
export interface Target {
  what: string;
  browser: BrowserKind;
  asked: string;
  measured: string;
  /** By how much it is missed, in the unit of `asked`; 0 or below is reached; null where nobody has measured it. */
  missedBy: number | null;
}

/** What was measured for a target; undefined where nobody has. */
export type Found = { measured: string; missedBy: number } | undefined;

/** A target with what was found. */
export function target(browser: BrowserKind, what: string, asked: string, found: Found): Target {
  return { browser, what, asked, ...(found ?? { measured: '–', missedBy: null }) };
}
