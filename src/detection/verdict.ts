import type { PhoneFact } from './facts';

/**
 * From the mildest to the gravest. `quiet`: nothing to say. `warn`: very probably a scam. `act`: it also traps the
 * person; to be closed by itself (not to be taken for a page's acts).
 */
export const LEVELS = ['quiet', 'warn', 'act'] as const;
export type Level = (typeof LEVELS)[number];

/** Whether one level is graver than another. */
export const isGraver = (one: Level, other: Level): boolean => LEVELS.indexOf(one) > LEVELS.indexOf(other);

/** One sentence of why, with what it weighed. */
export interface Reason {
  /** Id in rules/reasons.json; its sentence is the text key `reason.<id>` in src/texts. */
  id: string;
  /** Log-odds this reason added (positive) or took away (negative). */
  weight: number;
  /** Values for the sentence's placeholders, plain text. */
  values?: Record<string, string>;
}

/** What judge() answers about a tab. */
export interface Verdict {
  level: Level;
  /** Probability 0..1 that this is a fake-support page. */
  score: number;
  /** Sum of log-odds. */
  logOdds: number;
  /** Most telling first, positive and negative. */
  reasons: Reason[];
  phones: PhoneFact[];
  codes: string[];
  /** The site is genuine, but the number on it came in through the address. */
  injectedIntoHonestSite: boolean;
}
