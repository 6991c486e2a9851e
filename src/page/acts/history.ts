import { nothing, now } from '../natives';
import { atFirstRead, watch, type Scope } from '../scope';

/** More entries than this within FLOOD_MS is a flood; an endless scroll makes a few a second at most. */
const FLOOD_ENTRIES = 30;
const FLOOD_MS = 2_000;

/** Gives a function that counts one event and says whether they now come in a flood. */
export function floodGauge(): () => boolean {
  let from = 0;
  let seen = 0;
  return () => {
    const at = now();
    if (at - from > FLOOD_MS) {
      from = at;
      seen = 0;
    }
    return ++seen > FLOOD_ENTRIES;
  };
}

/**
 * history.pushState: a flood of entries breaks the back button. Single calls stay unclaimed. replaceState adds none, and
 * maps, lists and fields call it at every step: it is no act, and does nothing once the page is defused.
 */
export function watchHistory(scope: Scope): void {
  const { window, defused } = scope;
  const flooded = floodGauge();
  const floods = (): boolean => {
    if (flooded() || defused()) return true;
    scope.claim('history', '', true);
    return false;
  };
  atFirstRead(scope, window, 'history', () => {
    const watchCall = (name: string, when: () => boolean): void =>
      watch(scope, window.History.prototype, name, { act: 'history', when, instead: nothing });
    watchCall('pushState', floods);
    watchCall('replaceState', defused);
  });
}
