import type { ActName, Acts, ActTally } from '../detection/facts';

/** Points at which acts alone make a frame worth the detector. Opening costs a look, not an alarm. */
export const ENOUGH = 2;

/** Points of an act, and its points when the person had not touched the page yet. */
type Points = readonly [asked: number, unasked: number];

/** Rare on honest pages, common in lockers. */
const RARE: Points = [ENOUGH, ENOUGH];
/** Plain by themselves (a game, a form, a video), telling when two come together. */
const HALF: Points = [1, 1];
/** Plain once the person has clicked. */
const HALF_UNASKED: Points = [0, 1];
const RARE_UNASKED: Points = [0, ENOUGH];
const PLAIN: Points = [0, 0];

const POINTS: Record<ActName, Points> = {
  alert: RARE,
  confirm: RARE,
  prompt: RARE,
  print: RARE,
  'keyboard-lock': RARE,
  clipboard: RARE,
  'block-key': RARE,
  speech: RARE,
  'auth-prompt': RARE,
  'pointer-lock': HALF,
  beforeunload: HALF,
  'block-menu': HALF,
  vibrate: HALF,
  fullscreen: [1, ENOUGH],
  sound: HALF_UNASKED,
  notification: HALF_UNASKED,
  'open-window': RARE_UNASKED,
  download: RARE_UNASKED,
  'external-link': RARE_UNASKED,
  history: PLAIN,
  reload: PLAIN,
  'canvas-text': PLAIN,
};

/** Whether something is the name of an act. */
export const isActName = (name: unknown): name is ActName =>
  typeof name === 'string' && Object.hasOwn(POINTS, name);

/** How often a call that honest pages make now and then has to come before it counts as a flood; chosen by hand. */
const FLOOD: Partial<Record<ActName, number>> = {
  history: 30,
  reload: 3,
  download: 3,
  'open-window': 3,
  fullscreen: 3,
};

function weightOf(act: ActName, { count, unasked }: ActTally): number {
  return count >= (FLOOD[act] ?? Infinity) ? ENOUGH : POINTS[act][unasked > 0 ? 1 : 0];
}

/** @returns points of everything the frame did so far; ENOUGH opens the gate */
export function actWeight(acts: Acts): number {
  let sum = 0;
  for (const [act, tally] of Object.entries(acts)) sum += weightOf(act as ActName, tally); // keys of Acts
  return sum;
}
