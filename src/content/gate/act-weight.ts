import type { ActName, Acts, ActTally } from '../../detection/facts';

/** Points at which acts alone make a frame worth the detector. Opening costs a look, not an alarm. */
export const ENOUGH = 2;

/** How often a call that honest pages make all the time has to come before it counts as a flood. */
const FLOOD: Partial<Record<ActName, number>> = { history: 30, reload: 3, download: 3, 'open-window': 3 };

/** Acts that open the gate by themselves: rare on honest pages, common in lockers. */
const RARE: readonly ActName[] = [
  'alert',
  'confirm',
  'prompt',
  'print',
  'keyboard-lock',
  'clipboard',
  'block-key',
  'speech',
  'auth-prompt',
];

/** Plain by themselves (a game, a form, a video), telling when two come together. */
const HALF: readonly ActName[] = ['fullscreen', 'pointer-lock', 'beforeunload', 'block-menu', 'vibrate'];

/** Half a point each when the person had not touched the page yet. */
const HALF_UNASKED: readonly ActName[] = ['sound', 'notification'];

/** Enough by themselves when the person had not touched the page yet. */
const RARE_UNASKED: readonly ActName[] = ['open-window', 'download', 'external-link', 'fullscreen'];

function weightOf(act: ActName, tally: ActTally): number {
  if (RARE.includes(act)) return ENOUGH;
  if (tally.unasked > 0 && RARE_UNASKED.includes(act)) return ENOUGH;
  if (tally.count >= (FLOOD[act] ?? Infinity)) return ENOUGH;
  if (act === 'fullscreen' && tally.count >= 3) return ENOUGH;
  if (HALF.includes(act)) return 1;
  return tally.unasked > 0 && HALF_UNASKED.includes(act) ? 1 : 0;
}

/** @returns points of everything the frame did so far; ENOUGH opens the gate */
export function actWeight(acts: Acts): number {
  let sum = 0;
  for (const [act, tally] of Object.entries(acts)) sum += weightOf(act as ActName, tally); // keys of Acts
  return sum;
}
