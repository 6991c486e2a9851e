import { CLAIM_DETAIL_LENGTH, CLAIM_GAP_MS, type HookClaim } from '../messages/page-bridge';
import { since } from './clock';
import { cut, later, now } from './natives';

/** Name of what is claimed: an act, or `root`. */
export type ClaimName = HookClaim['act'];

/** The first so many claims of an act are all sent; dialogs hold the page up by themselves and carry words. */
const SENT_IN_FULL = 5;
const DIALOGS_SENT_IN_FULL = 20;
/** No more than so many of one act in the life of the document; chosen by hand, each tells the whole count so far. */
const CLAIMS_AN_ACT = 60;

interface Tally {
  count: number;
  sent: number;
  lastSent: number;
  /** The newest text that came too soon, until it is sent with what is counted so far. */
  held: string;
}

/** Counts an act and tells it. @param times how many calls this stands for, 1 if left out. */
export type Claim = (act: ClaimName, detail?: string, times?: number) => void;

/** Makes the one counter of a frame's acts. `send` puts a claim on the line. */
export function makeClaims(send: (claim: HookClaim) => void): Claim {
  const tallies = { __proto__: null } as unknown as Partial<Record<ClaimName, Tally>>;
  return (act, detail = '', times = 1) => {
    const tally = (tallies[act] ??= { count: 0, sent: 0, lastSent: 0, held: '' });
    tally.count += times;
    if (tally.sent >= CLAIMS_AN_ACT && act !== 'root') return;
    const isDialog = act === 'alert' || act === 'confirm' || act === 'prompt';
    const tell = (text: string): void => {
      tally.sent++;
      tally.lastSent = now();
      tally.held = '';
      // Without a prototype, so that a toJSON the page puts on Object.prototype is never asked.
      const claim = { __proto__: null, act, detail: cut(text, CLAIM_DETAIL_LENGTH), count: tally.count };
      send(claim as unknown as HookClaim);
    };
    if (
      tally.sent < (isDialog ? DIALOGS_SENT_IN_FULL : SENT_IN_FULL) ||
      since(tally.lastSent) >= CLAIM_GAP_MS
    )
      tell(detail);
    else if (detail && !isDialog) {
      // A page may paint or copy anything five times, and then what counts.
      if (!tally.held) later(() => tally.held && tell(tally.held), CLAIM_GAP_MS);
      tally.held = detail;
    }
  };
}
