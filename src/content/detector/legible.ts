import { pageBody, root } from '../safe-document';
import { boxOf } from './safe-element';
import { around } from './shadow-roots';
import { rectsOf } from './stands-apart';

/** Letters lower than this on the screen (CSS px) are dust. */
const LOWEST = 3;
/** Nobody can scroll so far to the left (CSS px): words for screen readers stand there, and fillers. */
const FAR_LEFT = -2_000;
/** A box this narrow or low (CSS px) that cuts off what goes beyond it shows nothing. */
const SLIT = 2;
/** Boxes around a text that are asked at most, so that no page can have us run out of stack; parsers nest them no deeper. */
const DEEPEST = 600;

/** Whether a box cuts off all of what is written in it. What the page's body cuts off, the window does. */
function cutsOff(element: Element): boolean {
  const { width, height } = boxOf(element);
  if (Math.min(width, height) > SLIT || element === pageBody()) return false;
  const { display, overflow } = getComputedStyle(element);
  return display !== 'inline' && display !== 'contents' && /^(?:hidden|clip)$/.test(overflow);
}

/** It stands where the page puts it: a box around it that is no part of that cuts nothing of it off. */
const isPlaced = (element: Element): boolean =>
  /^(?:fixed|absolute)$/.test(getComputedStyle(element).position);

/** Remembers for one look which elements show nothing of what is in them, because they or a box around them cut it off. */
export class CutOff {
  readonly #known = new Map<Element, boolean>();

  of(element: Element, depth = 0): boolean {
    let is = this.#known.get(element);
    if (is === undefined) {
      is = cutsOff(element) || this.#isByParent(element, depth);
      this.#known.set(element, is);
    }
    return is;
  }

  #isByParent(element: Element, depth: number): boolean {
    const parent = around(element);
    if (parent === null || parent === root() || element === pageBody() || depth > DEEPEST) return false;
    return this.of(parent, depth + 1) && !isPlaced(element);
  }
}

/**
 * Whether a text that is displayed can be read: letters of next to no size, far off the screen or cut away break the
 * words they stand between, or say what is only meant for us. By the screen, not by the style: a rule for the first
 * line, or a scale, can make the smallest letters large.
 * @param element in which it stands
 */
export function isLegible(text: Text, element: Element, cutOff: CutOff): boolean {
  const rects = rectsOf(text);
  if (rects.length === 0)
    return boxOf(element).height > 0 || parseFloat(getComputedStyle(element).fontSize) !== 0;
  // The sizes of letters in a picture may be those before its scale.
  if (!(element instanceof HTMLElement)) return true;
  return rects.some(({ height, right }) => height >= LOWEST && right > FAR_LEFT) && !cutOff.of(element);
}

/** A blank is a quarter of the letters' size wide; drawn together by so much of that size it parts nothing. */
const NARROWED = 0.18;

/** A text without the blanks that its element's style draws together until nobody sees them. */
export function withoutNarrow(text: string, element: Element): string {
  if (!/\S[ \u00a0]\S/.test(text)) return text;
  const { wordSpacing, fontSize } = getComputedStyle(element);
  return parseFloat(wordSpacing) < -NARROWED * parseFloat(fontSize) ? text.replace(/[ \u00a0]/g, '') : text;
}
