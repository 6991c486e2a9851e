import { delay } from '../../async/within';
import { isLoop } from '../state/documents';
import { isThere, listFrames } from '../state/listed-frames';
import { tabStates, type FrameState, type TabState } from '../state/tab-state';
import { askAgain } from './orders';

/** A frame looks 30 ms after it was asked, and tells once its detector has read it; one that is jammed never does. */
const RETOLD_LIMIT_MS = 700;
const LOOK_MS = 25;

/** Documents whose frames tell again, by their tab. */
const awaited = new Map<number, { doc: string; over: Promise<void> }>();

/**
 * Asks the frames of a tab again that told before the page around them. The page's own words are taken in once they have:
 * an article in a frame speaks for the page around it, and every second such page was warned of. What the page does waits
 * for nothing, nor does one that loads itself again and again: it would never be judged.
 * @param doc the page's document, which has just told for the first time
 * @param forgotten what the frames had told; those of the page before are waited for no more
 */
export function haveFramesRetold(
  tabId: number,
  doc: string,
  state: TabState,
  forgotten: Readonly<Record<number, FrameState>>,
): void {
  if (!isLoop(state, Date.now())) {
    // One promise for all who wait: facts are taken in in the order in which they were told.
    const over = allRetold(tabId, doc, forgotten).finally(() => {
      if (awaited.get(tabId)?.doc === doc) awaited.delete(tabId);
    });
    awaited.set(tabId, { doc, over });
  }
  void askAgain(tabId);
}

async function allRetold(
  tabId: number,
  doc: string,
  forgotten: Readonly<Record<number, FrameState>>,
): Promise<void> {
  const until = performance.now() + RETOLD_LIMIT_MS;
  const listed = await listFrames(tabId);
  const there = Object.entries(forgotten)
    .map(([id, frame]) => ({ id: Number(id), frame }))
    .filter(({ id, frame }) => listed === null || isThere(id, frame, listed));
  for (; performance.now() < until; await delay(LOOK_MS)) {
    const { frames } = await tabStates.read(String(tabId));
    if (frames[0]?.doc !== doc || there.every(({ id }) => frames[id]?.facts)) return;
  }
}

/** Waits until the frames of a document have told again, at most RETOLD_LIMIT_MS; not at all where they need not. */
export async function framesRetold(tabId: number, doc: string): Promise<void> {
  const wait = awaited.get(tabId);
  if (wait?.doc === doc) await wait.over;
}
