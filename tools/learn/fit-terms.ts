/**
 * Logistic regression with a ridge over many terms of which a page has few. Deterministic.
 * Found by Nesterov's accelerated gradient, begun anew where it overshoots.
 */

/** A page as numbers: which terms it has (places in the list of weights), what each counts, and its class. */
export interface TermRow {
  terms: readonly number[];
  values: readonly number[];
  scam: boolean;
}

export interface Fitted {
  weights: Float64Array;
  bias: number;
}

/** Pull of each weight towards zero. */
const RIDGE = 0.1;
const MOST_ROUNDS = 3_000;
/** The search ends once no slope is steeper. */
const FLAT = 1e-3;

const scoreOf = ({ terms, values }: TermRow, w: Float64Array): number => {
  let sum = w[w.length - 1] ?? 0;
  for (let at = 0; at < terms.length; at += 1) sum += (values[at] ?? 0) * (w[terms[at] ?? 0] ?? 0);
  return sum;
};

function slopeAt(rows: readonly TermRow[], w: Float64Array): Float64Array {
  const bias = w.length - 1;
  const slope = w.map((value, at) => (at === bias ? 0 : RIDGE * value));
  for (const row of rows) {
    const error = 1 / (1 + Math.exp(-scoreOf(row, w))) - Number(row.scam);
    row.terms.forEach((term, at) => (slope[term] = (slope[term] ?? 0) + error * (row.values[at] ?? 0)));
    slope[bias] = (slope[bias] ?? 0) + error;
  }
  return slope;
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** The steepest the slope can change (greatest curvature), by repeated multiplication. */
function curvature(rows: readonly TermRow[], size: number): number {
  let direction = new Float64Array(size).fill(1 / Math.sqrt(size));
  let length = 1;
  for (let round = 0; round < 30; round += 1) {
    const next = new Float64Array(size);
    for (const row of rows) {
      const score = scoreOf(row, direction);
      row.terms.forEach((term, at) => (next[term] = (next[term] ?? 0) + score * (row.values[at] ?? 0)));
      next[size - 1] = (next[size - 1] ?? 0) + score;
    }
    length = Math.sqrt(dot(next, next));
    direction = next.map((value) => value / length);
  }
  return 0.25 * length * 1.05 + RIDGE;
}

/** Weights of `size` terms, and the bias (log-odds), that tell the rows' classes apart best. */
export function fitTerms(rows: readonly TermRow[], size: number): Fitted {
  const step = 1 / curvature(rows, size + 1);
  let w = new Float64Array(size + 1);
  let ahead = w;
  let pace = 1;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const slope = slopeAt(rows, ahead);
    if (slope.every((value) => Math.abs(value) < FLAT)) break;
    const next = ahead.map((value, at) => value - step * (slope[at] ?? 0));
    const moved = next.map((value, at) => value - (w[at] ?? 0));
    if (dot(slope, moved) > 0) pace = 1;
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    ahead = next.map((value, at) => value + ((pace - 1) / nextPace) * (moved[at] ?? 0));
    [w, pace] = [next, nextPace];
  }
  return { weights: w.slice(0, size), bias: w[size] ?? 0 };
}
