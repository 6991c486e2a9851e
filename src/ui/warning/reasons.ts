import type { Reason } from '../../detection/verdict';

/** The most reasons a frightened person can take in. */
const MOST_REASONS = 4;

/** The reasons that speak for a scam and have a sentence, the most telling first. */
export function tellingReasons(reasons: readonly Reason[], hasSentence: (id: string) => boolean): Reason[] {
  return reasons
    .filter((reason) => reason.weight > 0 && hasSentence(reason.id))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_REASONS);
}
