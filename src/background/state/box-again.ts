import { BOXES } from '../../detection/facts';
import { hostOf } from './host';
import type { FrameState, TabState } from './tab-state';

/** A loop shows its box in a window just opened, and again when that window's page has come (ms, on a busy machine too). */
const RIGHT_AFTER_MS = 10_000;

/**
 * What an opened window told, where its box is that of the page that opened it once more: a script loops over the
 * window's `alert` (`natives-popup` of docs/locks.md). The first of its boxes is told by the opener, and the coming page
 * takes it away; the second is told by the window. The two are one row. In Firefox no third comes: the second waits
 * behind the warning.
 * @param tabId the window's tab
 * @param opener what the tab told that it was opened from; null where there is none
 * @param now ms since 1970
 */
export function withBoxBefore(
  tabId: number,
  state: TabState,
  opener: TabState | null,
  now: number,
): TabState {
  const [top, above] = [state.frames[0], opener?.frames[0]];
  if (opener === null || !top || !above || opener.level === 'quiet') return state;
  const isOneSite = hostOf(top.address) !== '' && hostOf(top.address) === hostOf(above.address);
  const isSameText = top.dialogs.some((text) => above.dialogs.includes(text));
  if (!isOneSite || !isSameText || !isJustOpened(tabId, opener, now)) return state;
  const box = BOXES.find((name) => isRightAfterOpening(above, name) && isUntouched(top, name));
  const tally = box && top.acts[box];
  if (!tally) return state;
  const acts = { ...top.acts, [box]: { ...tally, count: tally.count + 1 } };
  return { ...state, frames: { ...state.frames, 0: { ...top, acts } } };
}

/** The newest that was opened there, and not long ago: it is what the script there has just opened. */
function isJustOpened(tabId: number, { opened }: TabState, now: number): boolean {
  const newest = opened.at(-1);
  // What lies ahead was told before the clock was put back.
  return newest?.tabId === tabId && Math.abs(now - newest.at) <= 2 * RIGHT_AFTER_MS;
}

/** The page showed such a box right after its script had opened a window. */
function isRightAfterOpening({ acts }: FrameState, name: (typeof BOXES)[number]): boolean {
  const opening = acts['open-window'];
  const since = (acts[name]?.lastAt ?? -1) - (opening?.lastAt ?? Infinity);
  return since >= 0 && since <= RIGHT_AFTER_MS;
}

/** The window showed such a box as soon as its page had come, with neither a click nor a key in it before. */
function isUntouched({ acts }: FrameState, name: (typeof BOXES)[number]): boolean {
  const tally = acts[name];
  return tally !== undefined && tally.unasked === tally.count && tally.firstAt <= RIGHT_AFTER_MS;
}
