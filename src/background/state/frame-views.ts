/** What the browser does not tell of a frame: which document is in it now, and how much of each frame in it is seen. */
import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { FRAME_KEY } from '../../messages/content-messages';

/** Busy frames must not hold a warning up for long: nothing is known of them then. Only pages with several frames are asked. */
const ASK_LIMIT_MS = 500;
/** Frames of a document that are looked at, and elements of it that may stand before them. */
const FRAME_LIMIT = 100;
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
  ask(tabId, frameId, tellPlace, [FRAME_KEY, FRAME_LIMIT]);

/**
 * @returns for each frame in a frame, by place, the share of its view (0..1) that the frame takes with nothing before it;
 * null where it does not answer. Never rejects.
 */
export const sharesIn = (tabId: number, frameId: number): Promise<number[] | null> =>
  ask(tabId, frameId, lookAround, [FRAME_LIMIT, ELEMENT_LIMIT]);

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

/**
 * Runs in a frame of the page: it must stand alone. Changes nothing there. Each frame in it is tried at 25 points of its
 * part in view; what lets clicks through is met at no point, so each such box that lies over one counts as before it.
 */
export function lookAround(limit: number, elements: number): number[] {
  const { querySelectorAll, elementFromPoint } = Document.prototype; // a page can put elements in the place of its own
  const find = (what: string): Element[] => [...querySelectorAll.call(document, what)];
  const boxOf = (of: Element): DOMRect => Element.prototype.getBoundingClientRect.call(of);
  const isThrough = (one: Element): boolean => getComputedStyle(one).pointerEvents === 'none';
  const covers = find('body *').slice(0, elements).filter(isThrough);
  const isCovered = (frame: Element, x: number, y: number): boolean =>
    covers.some((one) => {
      const { left, right, top, bottom } = boxOf(one);
      return x > left && x < right && y > top && y < bottom && !Node.prototype.contains.call(one, frame);
    });
  const opacityOf = (frame: Element): number => {
    let left = 1;
    for (
      let at: unknown = frame;
      at instanceof Element;
      at = Reflect.get(Node.prototype, 'parentElement', at)
    )
      left *= getComputedStyle(at).filter.includes('opacity') ? 0 : Number(getComputedStyle(at).opacity);
    return left;
  };
  const shareOf = (frame: Element): number => {
    const box = boxOf(frame);
    const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)];
    const [width, height] = [Math.min(innerWidth, box.right) - left, Math.min(innerHeight, box.bottom) - top];
    if (width <= 0 || height <= 0 || opacityOf(frame) < 0.3) return 0;
    const points = Array.from({ length: 25 }).filter((_, index) => {
      const x = left + (width * ((index % 5) + 0.5)) / 5;
      const y = top + (height * (Math.floor(index / 5) + 0.5)) / 5;
      return elementFromPoint.call(document, x, y) === frame && !isCovered(frame, x, y);
    }).length;
    return ((points / 25) * width * height) / (innerWidth * innerHeight);
  };
  const all = find('iframe,frame,object,embed') as Partial<HTMLIFrameElement & Element>[]; // an `embed` has no window
  return Array.from({ length: Math.min(limit, window.length) }, (_, place) => {
    const frame = all.find(({ contentWindow }) => contentWindow === window[place]);
    return frame ? shareOf(frame as Element) : 0;
  });
}
