import { ADDRESS_LENGTH, type Acts } from '../../detection/facts';
import { withoutUser } from './kept-address';
import type { FrameState } from './tab-state';

/** A page that nobody has touched and that changes its address sooner after its first report (ms) does so by itself. */
const AT_ONCE_MS = 2_000;
/** So many entries in the history in a row, without a click or key between them, are a script's. */
const FLOOD = 8;

/**
 * The address that a case about this document is about: the one it has now. A number that came in by the address was
 * read at the first one, where the site has taken it out of there since.
 */
export function caseAddress({ address, cameAs, facts }: FrameState, injected: boolean): string {
  const first = cameAs?.address;
  if (!injected || first === undefined) return address;
  const read = facts === null ? undefined : withoutUser(facts.address).slice(0, ADDRESS_LENGTH);
  return read === first.slice(0, ADDRESS_LENGTH) ? first : address;
}

/**
 * The address a document came in at, where a script of its own has put another one in its place: opened again, the scam
 * comes in there. Not where a person has gone through an app of one page: that would be the home page of an honest site.
 */
export function ownLanding(frame: FrameState | undefined): string[] {
  if (frame?.cameAs === undefined) return [];
  const { address, after } = frame.cameAs;
  const told = [frame.acts, frame.facts?.acts ?? {}];
  const isFlood = told.some(({ history }) => (history?.count ?? 0) >= FLOOD);
  return isFlood || (Math.abs(after) < AT_ONCE_MS && isUntouched(told)) ? [address] : [];
}

/** It acted before the person's first click or key, and there was no act that only began after one. */
function isUntouched(told: readonly Acts[]): boolean {
  const tallies = told.flatMap((acts) => Object.values(acts));
  return tallies.length > 0 && tallies.every(({ unasked }) => unasked > 0);
}
