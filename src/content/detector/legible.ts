import { DEEPEST, pageBody, root } from '../safe-document';
import { rectOf, scrolledBy } from './safe-element';
import { flatParent } from './shadow-roots';
import { rectsOf } from './stands-apart';
import { paintedIn } from './top-layer';

/** Letters lower than this on the screen (CSS px) are dust. */
const LOWEST = 3;
/** Nobody can scroll so far to the left (CSS px): words for screen readers stand there, and fillers. */
const FAR_LEFT = -2_000;
/** A box this narrow or low (CSS px) that cuts off what goes beyond it shows nothing. */
const SLIT = 2;
/** What lets less of its light through shows nothing. */
const FAINT = 0.1;
/** A clip of one of these shapes leaves nothing of what is in it. What is cut from above alone shows its lower part. */
const CLIPPED =
  /^(?:inset\((?:100%|[5-9]\d(?:\.\d+)?%(?: [^ )]+)?(?:\)| round))|circle\(0(?:px|%)?(?: at|\))|rect\((?:[01]px,? ?){4}\))/;

/** Whether a box cuts off all of what is written in it. What the page's body cuts off, the window does. */
function cutsOff(element: Element): boolean {
  const { width, height } = rectOf(element);
  if (Math.min(width, height) > SLIT || element === pageBody()) return false;
  const { display, overflow, overflowClipMargin } = getComputedStyle(element);
  if (display === 'inline' || display === 'contents') return false;
  return overflow === 'hidden' || (overflow === 'clip' && !/[1-9]/.test(overflowClipMargin));
}

/** It stands where the page puts it: a box around it that is no part of that cuts nothing of it off. */
const isPlaced = (element: Element): boolean =>
  /^(?:fixed|absolute)$/.test(getComputedStyle(element).position);

/** Whether an element shows nothing of what is in it, wherever the parts stand: next to no opacity, or a clip of no size. */
function fades(element: Element): boolean {
  const { opacity, clip, clipPath, position } = getComputedStyle(element);
  if (parseFloat(opacity) < FAINT || CLIPPED.test(clipPath)) return true;
  return CLIPPED.test(clip) && /^(?:fixed|absolute)$/.test(position);
}

/** Whether its style changes by itself in time: what fades or slides in is seen soon, and nothing tells when. */
function moves(element: Element): boolean {
  const { animationName, transitionDuration } = getComputedStyle(element);
  return (animationName || 'none') !== 'none' || /[1-9]/.test(transitionDuration);
}

/** Whether a test holds for an element or one further outwards; what was found out is remembered. */
function inOrAround(
  test: (one: Element) => boolean,
  outwards: (one: Element) => Element | null,
): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const holds = (element: Element, depth: number): boolean => {
    let is = known.get(element);
    if (is === undefined) {
      const outer = depth > DEEPEST ? null : outwards(element);
      is = test(element) || (outer !== null && holds(outer, depth + 1));
      known.set(element, is);
    }
    return is;
  };
  return (element) => holds(element, 0);
}

/** Remembers for one look which elements show nothing of what is in them, because they or a box around them hide it. */
export class CutOff {
  readonly #known = new Map<Element, boolean>();

  /** By no opacity, or by a clip: none of its parts escapes that but by the top layer. */
  readonly fades = inOrAround(fades, paintedIn);

  /** It, or a box around it, changes its looks by itself. */
  readonly moves = inOrAround(moves, flatParent);

  of(element: Element, depth = 0): boolean {
    let is = this.#known.get(element);
    if (is === undefined) {
      is = cutsOff(element) || this.#isByParent(element, depth);
      this.#known.set(element, is);
    }
    return is;
  }

  #isByParent(element: Element, depth: number): boolean {
    const parent = paintedIn(element);
    if (parent === null || parent === root() || element === pageBody() || depth > DEEPEST) return false;
    return this.of(parent, depth + 1) && !isPlaced(element);
  }
}

/** A rule for what is selected or marked (`::selection`, `::highlight`) may paint letters, and nothing tells which. */
const mayBeMarked = (): boolean =>
  (globalThis.CSS?.highlights?.size ?? 0) > 0 || getSelection()?.isCollapsed === false;

/** In `rgba(…, 0)` and in newer ways to write a colour, `color(… / 0)`; `rgb(…)` has three parts alone. */
const isClear = (colour: string): boolean => /^(?!rgb\().*[,/] 0(?:\.0\d*)?\)$/.test(colour);

/**
 * Whether letters are written in no colour. Not those over a picture that takes their shape, with a shadow or an outline,
 * or that a rule for the first line or letter may paint: those are seen.
 */
function isInNoColour(element: Element): boolean {
  const fillOf = (of: Element, part?: string): string => {
    const { color, webkitTextFillColor } = getComputedStyle(of, part);
    return webkitTextFillColor || color;
  };
  if (!isClear(fillOf(element)) || mayBeMarked()) return false;
  const { textShadow, webkitTextStrokeWidth } = getComputedStyle(element);
  if ((textShadow || 'none') !== 'none' || parseFloat(webkitTextStrokeWidth) > 0) return false;
  let at: Element | null = element;
  for (let depth = 0; at && depth < DEEPEST; depth += 1, at = flatParent(at)) {
    const block = at;
    const isPainted = ['::first-line', '::first-letter'].some(
      (part) => fillOf(block, part) !== fillOf(block),
    );
    if (isPainted || getComputedStyle(at).backgroundClip.includes('text')) return false;
  }
  return true;
}

/** Whether a line stands above all that can be scrolled to, of the page and of the boxes around it. */
function isAbove({ bottom }: DOMRect, element: Element): boolean {
  if (bottom > 0) return false;
  let reach = bottom;
  let at: Element | null = element;
  for (let depth = 0; at && reach <= 0 && depth < DEEPEST; depth += 1, at = flatParent(at))
    reach += scrolledBy(at);
  return reach <= 0;
}

/**
 * Whether a text that is displayed can be read: letters of next to no size, far off the screen, in no colour or cut away
 * break the words they stand between, or say what is only meant for us. By the screen, not by the style: a rule for the first
 * line, or a scale, can make the smallest letters large.
 * @param element in which it stands
 */
export function isLegible(text: Text, element: Element, cutOff: CutOff): boolean {
  const rects = rectsOf(text);
  if (rects.length === 0)
    return rectOf(element).height > 0 || parseFloat(getComputedStyle(element).fontSize) !== 0;
  // The sizes of letters in a picture may be those before its scale.
  if (!(element instanceof HTMLElement)) return true;
  if (!rects.some(({ height, right }) => height >= LOWEST && right > FAR_LEFT) || cutOff.of(element))
    return false;
  const isUnseen =
    cutOff.fades(element) || isInNoColour(element) || rects.every((rect) => isAbove(rect, element));
  return !isUnseen || cutOff.moves(element);
}

/** A blank is a quarter of the letters' size wide; drawn together by so much of that size it parts nothing. */
const NARROWED = 0.18;

/** A text without the blanks that its element's style draws together until nobody sees them. */
export function withoutNarrow(text: string, element: Element): string {
  if (!/\S[ \u00a0]\S/.test(text)) return text;
  const { wordSpacing, fontSize } = getComputedStyle(element);
  return parseFloat(wordSpacing) < -NARROWED * parseFloat(fontSize) ? text.replace(/[ \u00a0]/g, '') : text;
}
