import { randomStream } from '../random-stream';

/** The middle value; NaN of an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1
    ? (sorted[half] ?? NaN)
    : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

/** Median and longest of times, in whole ms; a dash of none. */
export function timesInShort(times: readonly number[]): (number | string)[] {
  return times.length === 0 ? ['–', '–'] : [median(times), Math.max(...times)].map((ms) => Math.round(ms));
}

export interface Interval {
  ratio: number;
  low: number;
  high: number;
}

const ROUNDS = 2_000;

/**
 * Ratio of the medians of paired samples, with its 95 % bootstrap interval: pairs are drawn again with replacement.
 * `ours[i]` and `none[i]` must come from the same round. Pairs in which either number is missing (NaN) do not count.
 */
export function pairedRatio(ours: readonly number[], none: readonly number[], seed = 1): Interval {
  const random = randomStream(seed);
  const pairs = ours
    .map((value, at): [number, number] => [value, none[at] ?? NaN])
    .filter((pair) => pair.every(Number.isFinite));
  const ratioOf = (some: typeof pairs) => median(some.map(([own]) => own)) / median(some.map(([, of]) => of));
  const ratios = Array.from({ length: pairs.length > 0 ? ROUNDS : 0 }, () =>
    ratioOf(pairs.map(() => pairs[Math.floor(random() * pairs.length)] ?? [NaN, NaN])),
  ).sort((a, b) => a - b);
  const at = (share: number) => ratios[Math.floor(share * (ROUNDS - 1))] ?? NaN;
  return { ratio: ratioOf(pairs), low: at(0.025), high: at(0.975) };
}

export interface Difference {
  value: number;
  low: number;
  high: number;
}

/**
 * Median of the paired differences `ours[i] - floor[i]`, with its 95 % bootstrap interval. Pairs in which either
 * number is missing (NaN) do not count.
 */
export function pairedDifference(ours: readonly number[], floor: readonly number[], seed = 1): Difference {
  const random = randomStream(seed);
  const pairs = ours.map((value, at) => value - (floor[at] ?? NaN)).filter(Number.isFinite);
  const medians = Array.from({ length: pairs.length > 0 ? ROUNDS : 0 }, () =>
    median(pairs.map(() => pairs[Math.floor(random() * pairs.length)] ?? NaN)),
  ).sort((a, b) => a - b);
  const at = (share: number) => medians[Math.floor(share * (ROUNDS - 1))] ?? NaN;
  return { value: median(pairs), low: at(0.025), high: at(0.975) };
}

/** Whether growthExponent counts a point: only what is above zero has a logarithm. */
export function isCounted({ size, cost }: { size: number; cost: number }): boolean {
  return size > 0 && cost > 0;
}

/**
 * Exponent of the power law through the points (least squares of the logarithms): 1 is linear, 0 is flat.
 * Points of which either number is not above zero do not count; NaN of fewer than two.
 */
export function growthExponent(points: readonly { size: number; cost: number }[]): number {
  const logs = points.filter(isCounted).map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  if (logs.length < 2) return Number.NaN;
  const mean = (pick: (one: { x: number; y: number }) => number) =>
    logs.reduce((sum, one) => sum + pick(one), 0) / logs.length;
  const [x, y] = [mean((one) => one.x), mean((one) => one.y)];
  const spread = logs.reduce((sum, one) => sum + (one.x - x) ** 2, 0);
  return logs.reduce((sum, one) => sum + (one.x - x) * (one.y - y), 0) / spread;
}
