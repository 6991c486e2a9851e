/** The middle value; NaN of an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1
    ? (sorted[half] ?? NaN)
    : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

/** A repeatable stream of numbers in [0, 1) (mulberry32), so that a report can be made again from the same samples. */
export function randomStream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Interval {
  ratio: number;
  low: number;
  high: number;
}

const ROUNDS = 2_000;

/**
 * Ratio of the medians of paired samples, with its 95 % bootstrap interval: pairs are drawn again with replacement.
 * `ours[i]` and `none[i]` must come from the same round.
 */
export function pairedRatio(ours: readonly number[], none: readonly number[], seed = 1): Interval {
  const random = randomStream(seed);
  const size = Math.min(ours.length, none.length);
  const ratios = Array.from({ length: ROUNDS }, () => {
    const picks = Array.from({ length: size }, () => Math.floor(random() * size));
    return median(picks.map((at) => ours[at] ?? NaN)) / median(picks.map((at) => none[at] ?? NaN));
  }).sort((a, b) => a - b);
  const at = (share: number) => ratios[Math.floor(share * (ROUNDS - 1))] ?? NaN;
  return {
    ratio: median(ours.slice(0, size)) / median(none.slice(0, size)),
    low: at(0.025),
    high: at(0.975),
  };
}
