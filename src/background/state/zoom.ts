import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { IS_FIREFOX } from '../../browser/target';
import type { FrameFacts } from '../../detection/facts';

/** A browser that is busy must not hold the facts up: they count without the zoom then. */
const ZOOM_LIMIT_MS = 200;

/**
 * The facts of a frame as they are without the person's zoom. Chromium's zoom shrinks what a frame takes for its own
 * size and leaves that of the window as it is, so that at 150 % a frame over the whole page says it fills 0.4 of it.
 */
export async function atZoom(facts: FrameFacts, tabId: number, frameId: number): Promise<FrameFacts> {
  if (IS_FIREFOX || frameId === 0 || facts.area === 0) return facts;
  const zoom = await within(browser.tabs.getZoom(tabId), ZOOM_LIMIT_MS, 1);
  // Made smaller, a page has no frame that takes itself for smaller than it is; its share was cut at 1 already.
  return zoom <= 1 ? facts : { ...facts, area: Math.min(1, facts.area * zoom * zoom) };
}
