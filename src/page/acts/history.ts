import { since } from '../clock';
import { apply, nothing, now, prototypeOf } from '../natives';
import { atFirstRead, watch, type Scope } from '../scope';

/** More entries than this within FLOOD_MS is a flood; an endless scroll makes a few a second at most. */
const FLOOD_ENTRIES = 30;
const FLOOD_MS = 2_000;

/**
 * Gives a function that counts one event and says how many there are to tell of: none as long as they come one by one,
 * all of this stretch (FLOOD_MS) once they are a flood, then each.
 */
export function floodGauge(): () => number {
  let from = 0;
  let seen = 0;
  return () => {
    if (since(from) > FLOOD_MS) {
      from = now();
      seen = 0;
    }
    if (++seen > FLOOD_ENTRIES + 1) return 1;
    return seen > FLOOD_ENTRIES ? seen : 0;
  };
}

/**
 * Of all kinds together Chromium makes no more than this in RATE_MS, and throws nothing; it looks at the clock only once they
 * are used up, so that a page that was still for a while can make nearly twice as many at once (docs/browser-facts.md).
 */
const RATE = 200;
const RATE_MS = 10_000;

/**
 * Gives a function that counts one change of the history and says whether Chromium would make it. Firefox lets a page make
 * a thousand in 10 s, each costs the whole browser some 9 ms, and meanwhile nothing answers, neither our worker nor a click
 * of the person (docs/browser-facts.md).
 */
export function rateLimit(): () => boolean {
  let from = now();
  let count = 0;
  return () => {
    if (++count <= RATE) return true;
    if (since(from) <= RATE_MS) return false;
    from = now();
    count = 1;
    return true;
  };
}

/**
 * history.pushState: a flood of entries breaks the back button. Single calls stay uncounted. replaceState adds none, and
 * maps, lists and fields call it at every step: it is no act, and does nothing once the page is defused.
 */
export function watchHistory(scope: Scope): void {
  const { window, defused } = scope;
  const inFlood = floodGauge();
  const isInRate = rateLimit();
  const through: typeof apply = (native, self, args) => (isInRate() ? apply(native, self, args) : undefined);
  const floods = (): boolean => {
    const times = inFlood();
    if (times > 1) scope.claim('history', '', times - 1); // this one is claimed below
    return times > 0 || defused();
  };
  atFirstRead(scope, window, 'history', (found) => {
    const watchCall = (name: string, isAct: () => boolean): void =>
      watch(scope, prototypeOf(found), name, {
        act: () => isAct() && 'history',
        instead: nothing,
        through,
      });
    watchCall('pushState', floods);
    watchCall('replaceState', defused);
  });
}
