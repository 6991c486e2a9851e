import { ALL_PROMPTS, BOXES, type ActName, type Acts, type ActTally } from '../facts';
import type { JoinedFacts } from '../frames/joined-facts';
import { ramp } from './ramp';
import { isAroundBoxes } from './site-around';
import { wantedCommand } from './wanted-command';

/** What the page does. All values 0..1; features.ts scales them by the words. */

/** From here on a silent tab counts as jammed, ms; below the worker's SILENT_MS (2,500), so that it closes within 3 s. */
const JAMMED_MS = 2_400;
/** Dialogs that make a loop: with scam words, the second one already holds the person. */
const LOOP = 2;
/**
 * Where nothing but the boxes is known, or a site stands around them: an honest page may ask for a password three times and
 * then say that it was wrong, or tell that one is signed out in a minute, in half of one, and is signed out.
 */
export const LOOP_OF_BOXES = 5;
/** Windows opened by one tab within ten seconds that make a swarm. */
const SWARM = 4;
/** So many links a person may open in new tabs in that time. */
const PERSONS_OWN = 8;
/** Reloads that make a loop; chosen by hand. */
const RELOAD_LOOP = 5;
/** History entries at which a flood begins and is whole, and at which it traps by itself; chosen by hand. */
const HISTORY_FLOOD = [8, 40] as const;
const HISTORY_TRAP = 60;

const NONE: ActTally = { count: 0, unasked: 0, firstAt: 0, lastAt: 0 };

/** Counts of a tab's acts: of several kinds together, and of those that came before any click or key. */
export function actCounts({ acts }: JoinedFacts) {
  return {
    all: (...names: ActName[]) => names.reduce((sum, name) => sum + (acts[name]?.count ?? 0), 0),
    unasked: (...names: ActName[]) => names.reduce((sum, name) => sum + (acts[name]?.unasked ?? 0), 0),
  };
}

/**
 * Dialogs of one frame with neither a click nor a key between them. Each kind has its own count of such a row, so what
 * ended before the newest row began belongs to another.
 */
function rowOf(acts: Acts, what: 'count' | 'unasked'): number {
  const rows = ALL_PROMPTS.flatMap((name) => acts[name] ?? []);
  const newest = rows.reduce((one, other) => (other.lastAt > one.lastAt ? other : one), rows[0] ?? NONE);
  return rows.reduce((sum, row) => sum + (row.lastAt >= newest.firstAt ? row[what] : 0), 0);
}

/** Dialogs in a row that came before any click or key in their frames. */
export const unaskedInARow = ({ actsOfEach }: Pick<JoinedFacts, 'actsOfEach'>): number =>
  actsOfEach.reduce((sum, acts) => sum + rowOf(acts, 'unasked'), 0);

/**
 * The longest row of a frame. A click ends only the rows of its own frame, so dialogs of several frames are one row only
 * where each came before any click or key in its frame: a mailbox in frames asks after a click, a loop does not. (To the
 * browser a click is also one in the frames of the same origin within: HTML standard, "activation notification".)
 */
function boxesInARow(facts: JoinedFacts): number {
  return Math.max(unaskedInARow(facts), ...facts.actsOfEach.map((acts) => rowOf(acts, 'count')));
}

/** Between which rows of boxes a loop begins and is whole. Up to four on a site speak neither for a scam nor against it. */
function loop(facts: JoinedFacts): number {
  const boxes = boxesInARow(facts);
  return isAroundBoxes(facts) ? ramp(boxes, LOOP_OF_BOXES - 1, LOOP_OF_BOXES) : ramp(boxes, 1, 4);
}

/** Windows that the page opened: those its script asked for, or more than a person opens. */
function opened(facts: JoinedFacts): number {
  const { all, unasked } = actCounts(facts);
  const { swarm } = facts.route;
  return Math.max(unasked('open-window'), Math.min(swarm, all('open-window')), swarm - PERSONS_OWN);
}

/** How long the page has not answered, ms. Behind a box of its own every page is silent. */
const silence = ({ route, onlyActTexts }: JoinedFacts): number => (onlyActTexts ? 0 : route.silentFor);

/** Features of acts. */
export function actFeatures(facts: JoinedFacts): Record<string, number> {
  const { all, unasked } = actCounts(facts);
  const { route, looks } = facts;
  return {
    dialog: all(...BOXES) > 0 ? 1 : 0,
    'dialog-loop': loop(facts),
    'asks-fullscreen': all('fullscreen') > 0 ? 1 : 0,
    'keyboard-lock': all('keyboard-lock') > 0 ? 1 : 0,
    'pointer-lock': all('pointer-lock') > 0 ? 1 : 0,
    'history-flood': ramp(all('history'), ...HISTORY_FLOOD),
    'reload-loop': ramp(Math.max(all('reload'), route.reloads), 1, RELOAD_LOOP),
    sound: all('sound', 'speech') > 0 || looks.mediaPlaying ? 1 : 0,
    'sound-unasked': unasked('sound', 'speech') > 0 ? 1 : 0,
    vibrate: all('vibrate') > 0 ? 1 : 0,
    notification: all('notification') > 0 ? 1 : 0,
    'before-unload': all('beforeunload') > 0 ? 1 : 0,
    'block-keys': all('block-key') > 0 ? 1 : 0,
    'block-menu': all('block-menu') > 0 ? 1 : 0,
    'copies-command': all('clipboard') > 0 ? wantedCommand(facts) : 0,
    swarm: ramp(opened(facts), 1, SWARM),
    downloads: ramp(unasked('download'), 0, 3),
    'opens-outside': unasked('external-link') > 0 ? 1 : 0,
    silent: ramp(silence(facts), 1_000, JAMMED_MS),
  };
}

/** Whether the page does not answer any more, whatever the cause (a loop, or only a slow machine). */
export function isJammed(facts: JoinedFacts): boolean {
  return silence(facts) >= JAMMED_MS;
}

/**
 * Whether a page that makes noise unasked holds the person as well. An alarm panel on a wall has a siren and takes the screen
 * at a touch: that is a lock only where something else holds, or where the page names a foreign company or a virus.
 */
function holdsInNoise(facts: JoinedFacts): boolean {
  const { all, unasked } = actCounts(facts);
  if (unasked('sound', 'speech') === 0) return false;
  if (all('keyboard-lock', 'pointer-lock', 'block-key') > 0) return true;
  const isFakeAlarm = facts.brands.size > 0 || facts.concepts.has('infected');
  return all('fullscreen') > 0 && (isFakeAlarm || all('beforeunload', ...BOXES) > 0);
}

/** Whether the page traps the person by its own acts, whatever else it says. */
export function traps(facts: JoinedFacts): boolean {
  const { all } = actCounts(facts);
  const { route } = facts;
  const many = facts.onlyActTexts || isAroundBoxes(facts) ? LOOP_OF_BOXES : LOOP;
  const looping = boxesInARow(facts) >= many;
  const soundLock = holdsInNoise(facts);
  const keyLock = all('keyboard-lock') > 0 && (all('fullscreen') > 0 || facts.looks.fullscreen);
  // Firefox has no keyboard lock; a game takes the first two, and does not hold on to who leaves it.
  const held = all('fullscreen') > 0 && all('pointer-lock') > 0 && all('beforeunload') > 0;
  const swarm = opened(facts) >= SWARM;
  const reload = Math.max(route.reloads, all('reload')) >= RELOAD_LOOP;
  const flood = all('history') >= HISTORY_TRAP;
  return looping || soundLock || keyLock || held || swarm || reload || flood;
}
