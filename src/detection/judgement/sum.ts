import type { FeatureParts, Features } from '../features/features';

/** From which sum on a tab is warned of: `careful` warns last, `strict` first (`warn` in rules/weights.json). */
export type Sensitivity = 'careful' | 'balanced' | 'strict';

/** What the person has set that a verdict depends on. */
export interface JudgeOptions {
  sensitivity: Sensitivity;
}

/** The numbers of rules/weights.json. */
export interface Weights {
  bias: number;
  /** Log-odds from which a tab is warned of. */
  warn: Record<Sensitivity, number>;
  /** The same on a company's own address. */
  officialWarn: number;
  /** The same where nothing but one box of the page is known, and at most for a mild box of a site (mild-box.ts). */
  dialogWarn: number;
  /** `act` needs at least this much scam words. */
  actScamWords: number;
  /** From this much honest traits down (log-odds) a page that wants nothing is closed for a loop of dialogs only. */
  lesson: number;
  /** From this much honest traits down (log-odds) no page is closed by itself but for a loop of dialogs. */
  honestAct: number;
  /** From this wording down (log-odds, wording.ts) no page is closed by itself but for a loop of dialogs or one that is jammed. */
  honestWording: number;
  /** Full screen, locked keys and the like, which a click gives, add this much (log-odds) to a page at most. */
  givenLocks: number;
  /** The same page without its locks must lie this far (log-odds) above the line to be closed for them. */
  actMargin: number;
  weights: Record<string, number>;
}

/** The weighed parts of a sum, in log-odds. */
export interface Sum {
  words: number;
  looks: number;
  acts: number;
  /** Zero or below; takes away no more than words and looks gave, the less the more a page traps and sounds like a scam. */
  honest: number;
  /** Zero or below: what given locks would count too much (given-locks.ts). */
  over: number;
  logOdds: number;
}

/** What features come to with their weights, log-odds; one without a weight counts nothing. */
export function weigh(features: Features, weights: Weights['weights']): number {
  return Object.entries(features).reduce((sum, [id, value]) => sum + value * (weights[id] ?? 0), 0);
}

/**
 * How much of a page's honest traits counts, 0..1: the less, the more it traps and sounds like a scam, and nothing where it
 * cuts the person off.
 */
export const honestShare = ({ trap, scamWords, isolates }: FeatureParts): number =>
  1 - Math.max(trap ? scamWords : 0, isolates);

/**
 * Adds up the parts. Honest traits temper words and looks only: a scammer may write "beware of scams" on his page,
 * he may not thereby take the weight off what it does, nor off three demands that no honest page makes together.
 */
export function addUp(parts: FeatureParts, { bias, weights }: Weights): Sum {
  const words = weigh(parts.words, weights);
  const looks = weigh(parts.looks, weights);
  const acts = weigh(parts.acts, weights);
  const tempering = weigh(parts.honest, weights) * honestShare(parts);
  const honest = Math.max(tempering, -(words + looks));
  return { words, looks, acts, honest, over: 0, logOdds: bias + words + looks + acts + honest };
}
