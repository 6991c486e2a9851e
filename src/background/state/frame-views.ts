/** What the browser does not tell of a frame: which document is in it now, and how much of each frame in it is seen. */
import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { FRAME_KEY } from '../../messages/content-messages';
import { lookAround } from './look-around';

/** Busy frames must not hold a warning up for long: nothing is known of them then. Only pages with several frames are asked. */
const ASK_LIMIT_MS = 500;
/** Frames of a document that are looked at, and elements of it, and of its shadow roots, that may stand before them. */
const LOOKED_AT_FRAMES = 100;
const ELEMENT_LIMIT = 3_000;

/** What a frame tells of itself. */
export interface FramePlace {
  /** Random id of the document in it (src/content/document-state.ts), '' where it has told nothing. */
  doc: string;
  /** Its place among the frames around it, -1 for the top frame and one in a shadow root. */
  place: number;
  /** It stands right in the page. */
  outer: boolean;
}

/** Asks a frame; the first value it gives, null where it is not there or does not answer in time. Never rejects. */
async function ask<A extends unknown[], T>(
  tabId: number,
  frameId: number,
  func: (...args: A) => T,
  args: A,
): Promise<T | null> {
  const target = { tabId, frameIds: [frameId] };
  // The type says that any list of values may be given to any function.
  const asked = func as (...args: unknown[]) => T;
  const asking = browser.scripting.executeScript({ target, injectImmediately: true, func: asked, args });
  const [told] = await within(asking, ASK_LIMIT_MS, []);
  return (told?.result as T | null | undefined) ?? null; // what `func` gives
}

/** @returns what a frame tells of itself; null where it does not answer. Never rejects. */
export const placeOf = (tabId: number, frameId: number): Promise<FramePlace | null> =>
  ask(tabId, frameId, tellPlace, [FRAME_KEY, LOOKED_AT_FRAMES]);

/**
 * @returns for each frame in a frame, by place, the share of its view (0..1) that the frame takes with nothing before it;
 * null where it does not answer. Never rejects.
 */
export const sharesIn = (tabId: number, frameId: number): Promise<number[] | null> =>
  ask(tabId, frameId, lookAround, [LOOKED_AT_FRAMES, ELEMENT_LIMIT]);

/** Runs in a frame of the page: it must stand alone. */
export function tellPlace(key: string, limit: number): FramePlace {
  const state = (globalThis as Record<symbol, { doc?: string } | undefined>)[Symbol.for(key)];
  const frames = Array.from({ length: Math.min(limit, parent.length) }, (_, place) => parent[place]);
  return {
    doc: state?.doc ?? '',
    place: window === window.top ? -1 : frames.indexOf(window),
    outer: window !== window.top && parent === window.top,
  };
}
