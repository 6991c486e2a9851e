import { addUp, type Weights } from '../../src/detection/judge';
import type { FeatureParts } from '../../src/detection/features';

/** One page at one stage, ready to be weighed. */
export interface Example {
  id: string;
  /** Pages that must stay on the same side when one is left out: the kit, or the page itself. */
  group: string;
  scam: boolean;
  parts: FeatureParts;
}

/** Pull towards the hand-set weights; found by trying 0.01 to 1, it hardly matters in between. */
const RIDGE = 0.05;
const ROUNDS = 250;
const STEP = 0.05;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** How the sum of an example moves with each weight, as addUp() adds: tempering has an end, traps end it. */
function slopes(example: Example, weights: Weights): Map<string, number> {
  const { parts } = example;
  const sum = addUp(parts, weights);
  const open = 1 - parts.trap * parts.scamWords;
  const clamped = sum.honest <= -(sum.words + sum.looks) && sum.honest < 0;
  const slope = new Map<string, number>();
  const add = (features: Record<string, number>, by: number) => {
    for (const [id, value] of Object.entries(features))
      if (value && by) slope.set(id, (slope.get(id) ?? 0) + value * by);
  };
  add(parts.acts, 1);
  add(parts.words, clamped ? 0 : 1);
  add(parts.looks, clamped ? 0 : 1);
  add(parts.honest, clamped ? 0 : open);
  return slope;
}

/** Both classes weigh the same, and so does each group in its class: a kit in ten copies is one kit. */
function importance(examples: readonly Example[]): number[] {
  const sizes = new Map<string, number>();
  for (const { group } of examples) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const share = examples.map(({ group }) => 1 / (sizes.get(group) ?? 1));
  const total = (scam: boolean) =>
    examples.reduce((sum, e, at) => sum + (e.scam === scam ? (share[at] ?? 0) : 0), 0);
  const totals = { scam: total(true), honest: total(false) };
  return examples.map(({ scam }, at) => (share[at] ?? 0) / (2 * (scam ? totals.scam : totals.honest)));
}

/** Fits the weights by gradient descent from the prior. Each keeps its sign. Deterministic. */
export function fit(examples: readonly Example[], prior: Weights): Weights {
  const weights: Weights = { ...prior, weights: { ...prior.weights } };
  const shares = importance(examples);
  const speed = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = new Map<string, number>([['bias', 0]]);
    examples.forEach((example, at) => {
      const error =
        (logistic(addUp(example.parts, weights).logOdds) - Number(example.scam)) * (shares[at] ?? 0);
      gradient.set('bias', (gradient.get('bias') ?? 0) + error);
      for (const [id, slope] of slopes(example, weights))
        gradient.set(id, (gradient.get(id) ?? 0) + error * slope);
    });
    descend(weights, prior, gradient, speed);
  }
  return weights;
}

function descend(
  weights: Weights,
  prior: Weights,
  gradient: Map<string, number>,
  speed: Map<string, number>,
): void {
  const move = (id: string, value: number, from: number): number => {
    const slope = (gradient.get(id) ?? 0) + RIDGE * 0.02 * (value - from);
    const size = 0.9 * (speed.get(id) ?? 0) + 0.1 * slope * slope;
    speed.set(id, size);
    return value - (STEP * slope) / (Math.sqrt(size) + 1e-4);
  };
  weights.bias = move('bias', weights.bias, prior.bias);
  for (const [id, from] of Object.entries(prior.weights)) {
    const next = move(id, weights.weights[id] ?? from, from);
    weights.weights[id] = from < 0 ? Math.min(0, next) : Math.max(0, next);
  }
}
