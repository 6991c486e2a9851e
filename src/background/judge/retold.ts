import { pause } from '../../async/within';
import { isLoop } from '../family/moved-on';
import type { TabState } from '../state/tab-state';
import { askAgain } from './orders';

/** A frame looks 30 ms after it was asked; what it told before its page comes once more by way of its detector. */
const RETOLD_MS = 250;

/** Documents whose frames tell again, by their tab. */
const awaited = new Map<number, { doc: string; over: Promise<void> }>();

/**
 * Asks the frames of a tab again that told before the page around them. The page's own words are taken in a moment later
 * for it: an article in a frame speaks for the page around it, and every second such page was warned of. What the page
 * does waits for nothing, nor does one that loads itself again and again: it would never be judged.
 * @param doc the page's document, which has just told for the first time
 */
export function haveFramesRetold(tabId: number, doc: string, state: TabState): void {
  if (!isLoop(state, Date.now())) {
    // One promise for all who wait: facts are taken in in the order in which they were told.
    const over = pause(RETOLD_MS).then(() => {
      if (awaited.get(tabId)?.doc === doc) awaited.delete(tabId);
    });
    awaited.set(tabId, { doc, over });
  }
  void askAgain(tabId);
}

/** Waits until the frames of a document have had the time to tell again; not at all where they need none. */
export async function framesRetold(tabId: number, doc: string): Promise<void> {
  const wait = awaited.get(tabId);
  if (wait?.doc === doc) await wait.over;
}
