import type { Verdict } from '../../../src/detection/verdict';

/** A verdict of this level about a page of which nothing else is told. */
export const verdict = (level: 'warn' | 'act'): Verdict => ({
  level,
  score: 0.99,
  logOdds: 5,
  reasons: [{ id: 'x', weight: 5 }],
  phones: [],
  codes: [],
  injectedIntoHonestSite: false,
});
