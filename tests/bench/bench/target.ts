import type { BrowserKind } from '../../rig/browser-rig';

/** One figure that was asked for, and what was measured. */
export interface Target {
  what: string;
  browser: BrowserKind;
  asked: string;
  measured: string;
  /**
   * By how much it is missed, in the unit of `asked`; 0 or below is reached; null where nobody has measured it or it
   * could not be computed; Infinity where what was asked did not happen.
   */
  missedBy: number | null;
  /** What the figure leaves out, or that the limit lies in its interval. */
  but?: string;
}

/** What was measured for a target; undefined where nobody has. */
export type Found = Pick<Target, 'measured' | 'missedBy' | 'but'> | undefined;

/** The 95 % interval holds the limit: that the figure reaches or misses it may be chance. */
export const WITHIN_NOISE = 'within noise';

/** What stands in the place of a figure that nobody has measured. */
export const UNMEASURED = '–';

/** A target with what was found. */
export function target(browser: BrowserKind, what: string, asked: string, found: Found): Target {
  return { browser, what, asked, ...(found ?? { measured: UNMEASURED, missedBy: null }) };
}

/** Whether a target is reached, in words, and what is to be known of its figure. */
export function verdict({ missedBy, but }: Target): string {
  const missed = missedBy === Infinity ? 'missed' : `missed by ${missedBy}`;
  const word = missedBy === null ? 'not measured' : missedBy <= 0 ? 'reached' : missed;
  return but ? `${word}; ${but}` : word;
}
