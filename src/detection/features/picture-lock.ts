import type { ActName } from '../facts';
import { actCounts } from './features-acts';
import type { JoinedFacts } from '../frames/joined-facts';

/** A page with more readable characters than this says itself what it is. */
const FEW_WORDS = 150;
/** So many different locks are no viewer's, no slide show's and no game's. */
const LOCKS = 3;

/** What the page did, by name, and what it did before it was touched. */
function acted(facts: JoinedFacts) {
  const counts = actCounts(facts);
  return {
    did: (...names: ActName[]) => counts.all(...names) > 0,
    unasked: (...names: ActName[]) => counts.unasked(...names) > 0,
  };
}

/** Whether the locks are of the kinds, and as many, as only lockers take. */
function holds(facts: JoinedFacts): boolean {
  const { did, unasked } = acted(facts);
  const screen = did('fullscreen') || facts.looks.fullscreen;
  const keyboard = did('keyboard-lock');
  const mouse = did('pointer-lock') || facts.looks.cursorHidden;
  const leaving = did('beforeunload');
  const ways = did('block-key', 'block-menu');
  // A slide show takes screen and mouse, a picture game may ask before it is left: neither takes the keyboard too.
  // Firefox has no keyboard to lock; there the pointer itself must be caught.
  const telling =
    unasked('keyboard-lock') || (screen && mouse && keyboard) || (screen && leaving && did('pointer-lock'));
  return telling && [screen, keyboard, mouse, leaving, ways].filter(Boolean).length >= LOCKS;
}

/** Whether it makes noise or opens windows, and began with something of the kind before it was touched. */
function presses(facts: JoinedFacts): boolean {
  const { did, unasked } = acted(facts);
  const swarm = facts.route.swarm > 1 || unasked('open-window');
  const loud = did('sound', 'speech') || facts.looks.mediaPlaying;
  return swarm || (loud && unasked('sound', 'speech', 'keyboard-lock'));
}

/**
 * Whether a page that is one picture, with hardly a word to read, holds the person as only lockers do: the words of
 * a fake alert may be in the picture. Narrow, because nothing else is known of it: at most a warning comes of it.
 */
export function pictureHolds(facts: JoinedFacts): boolean {
  const { looks, length, seen } = facts;
  return seen && looks.onlyPicture && length < FEW_WORDS && holds(facts) && presses(facts);
}
