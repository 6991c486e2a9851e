import { now } from './later';

/** Questions between two readings of the clock, which costs more than what is limited by it. */
const ASKED_AT_ONCE = 32;

/** Says whether `ms` have gone by since it was made; once they have, it goes on saying so. */
export function timeLimit(ms: number): () => boolean {
  const end = now() + ms;
  let asked = 0;
  let isOver = false;
  return () => isOver || (++asked % ASKED_AT_ONCE === 0 && (isOver = now() > end));
}
