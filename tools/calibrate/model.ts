import type { FeatureParts } from '../../src/detection/features/features';
import type { JoinedFacts } from '../../src/detection/frames/joined-facts';
import { honestShare, type Weights } from '../../src/detection/judgement/sum';

/** One page at one stage, ready to be weighed. */
export interface Example {
  id: string;
  /** Pages that must stay on the same side when one is left out: the kit, or the page itself. */
  group: string;
  scam: boolean;
  facts: JoinedFacts;
  parts: FeatureParts;
}

/** Pull towards the hand-set weights: strong enough that no weight is learned from one page alone. */
const RIDGE = 0.002;
const ROUNDS = 150;
const STEP = 0.04;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Features as [number of the weight, value]; what addUp() does with them is repeated here on plain arrays. */
interface Sparse {
  plain: [number, number][];
  acts: [number, number][];
  honest: [number, number][];
}

function sparseOf({ parts }: Example, order: ReadonlyMap<string, number>): Sparse {
  const list = (features: Record<string, number>, by = 1) =>
    Object.entries(features).flatMap(([id, value]): [number, number][] => {
      const at = order.get(id);
      return at === undefined || !value || !by ? [] : [[at, value * by]];
    });
  return {
    plain: [...list(parts.words), ...list(parts.looks)],
    acts: list(parts.acts),
    honest: list(parts.honest, honestShare(parts)),
  };
}

const dot = (pairs: readonly [number, number][], w: Float64Array): number =>
  pairs.reduce((sum, [at, value]) => sum + value * (w[at] ?? 0), 0);

/** A false alarm costs twice a miss. */
const HONEST_SHARE = 2 / 3;

/** Each group of a class weighs the same: a kit in ten copies is one kit. */
function importance(examples: readonly Example[]): number[] {
  const sizes = new Map<string, number>();
  for (const { group } of examples) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const share = examples.map(({ group }) => 1 / (sizes.get(group) ?? 1));
  const total = (scam: boolean) =>
    examples.reduce((sum, e, at) => sum + (e.scam === scam ? (share[at] ?? 0) : 0), 0);
  const totals = { scam: total(true), honest: total(false) };
  return examples.map(({ scam }, at) => {
    const part = scam ? (1 - HONEST_SHARE) / totals.scam : HONEST_SHARE / totals.honest;
    return (share[at] ?? 0) * part;
  });
}

/** Adds the slope of the loss of one example to the gradient; the last place of both arrays is the bias. */
function addSlope(
  sparse: Sparse,
  scam: boolean,
  share: number,
  w: Float64Array,
  gradient: Float64Array,
): void {
  const plain = dot(sparse.plain, w);
  const tempering = dot(sparse.honest, w);
  const clamped = tempering < -plain;
  const odds = (w[w.length - 1] ?? 0) + dot(sparse.acts, w) + (clamped ? 0 : plain + tempering);
  const error = (logistic(odds) - Number(scam)) * share;
  const add = (pairs: readonly [number, number][]) => {
    for (const [at, value] of pairs) gradient[at] = (gradient[at] ?? 0) + error * value;
  };
  add(sparse.acts);
  if (!clamped) {
    add(sparse.plain);
    add(sparse.honest);
  }
  gradient[gradient.length - 1] = (gradient[gradient.length - 1] ?? 0) + error;
}

/** Fits the weights by gradient descent from the prior. Each keeps its sign. Deterministic. */
export function fit(examples: readonly Example[], prior: Weights): Weights {
  const ids = Object.keys(prior.weights);
  const order = new Map(ids.map((id, at) => [id, at]));
  const from = Float64Array.from([...ids.map((id) => prior.weights[id] ?? 0), prior.bias]);
  const w = Float64Array.from(from);
  const speed = new Float64Array(w.length);
  const sparse = examples.map((example) => sparseOf(example, order));
  const shares = importance(examples);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = w.map((value, at) => RIDGE * (value - (from[at] ?? 0)));
    sparse.forEach((one, at) => addSlope(one, examples[at]?.scam ?? false, shares[at] ?? 0, w, gradient));
    for (let at = 0; at < w.length; at += 1) {
      const slope = gradient[at] ?? 0;
      speed[at] = 0.9 * (speed[at] ?? 0) + 0.1 * slope * slope;
      const next = (w[at] ?? 0) - (STEP * slope) / (Math.sqrt(speed[at] ?? 0) + 1e-4);
      w[at] = (from[at] ?? 0) < 0 ? Math.min(0, next) : Math.max(0, next);
    }
  }
  const weights = Object.fromEntries(ids.map((id, at) => [id, w[at] ?? 0]));
  return { ...prior, bias: w[w.length - 1] ?? prior.bias, weights };
}
