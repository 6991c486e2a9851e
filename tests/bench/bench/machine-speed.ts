import { median } from './statistics';

/** So many turns took the machine of 29 November 2026 0.18 s. */
const TURNS = 100_000_000;
const TIMES = 5;

/** One run of the calculation, ms. The result is used, so that nothing of it is optimised away. */
function once(): number {
  const from = performance.now();
  let sum = 1;
  for (let turn = 0; turn < TURNS; turn += 1) sum = (Math.imul(sum, 31) + turn) | 0;
  return sum === 0 ? Number.NaN : performance.now() - from;
}

/** @returns ms that a fixed calculation takes on this machine now, median of five: tables of two machines can be set beside each other */
export function machineSpeed(): number {
  return median(Array.from({ length: TIMES }, once));
}
