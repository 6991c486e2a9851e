import { followsBreak, inOneLine, textNodes, UNREAD, type FoundText, type ReadLimits } from '../text-nodes';
import { CutOff, isLegible, withoutNarrow } from './legible';
import { contains, nameOf } from './safe-element';
import { flatParent, findRoots } from './shadow-roots';
import { GapReader, type Gap } from './stands-apart';
import { wordsOfPage } from './text-boxes';
import { isSeen } from './top-layer';

/** Together no more than readWords() takes (MAX_TEXT). */
const LIMITS: ReadLimits = { head: 26_000, tail: 12_000, nodes: 2_000, ms: 200, node: 4_000 };
const SHADOW_LIMITS: ReadLimits = { head: 10_000, tail: 2_000, nodes: 600, ms: 50, node: LIMITS.node };
/** For each of so many layers, front first. */
const LAYER_LIMITS: ReadLimits = { head: 1_500, tail: 500, nodes: 100, ms: 20, node: LIMITS.node };
const LAYER_LIMIT = 10;

/** A visible text and where it stands. */
export interface PlacedText {
  text: string;
  /** Goes on from the text before without a break. */
  glued: boolean;
  element: Element;
}

/** Elements around one without a box that are asked whether they are seen; what is further inside is taken to be. */
const AROUND_LIMIT = 40;

/** An element with `display: contents` has no box, and what stands in it is seen all the same. */
function showsInOthers(element: Element): boolean {
  if (getComputedStyle(element).visibility !== 'visible') return false;
  let box: Element | null = element;
  for (let step = 0; box && step < AROUND_LIMIT; step += 1) {
    if (getComputedStyle(box).display !== 'contents') return false;
    box = flatParent(box);
    if (box && isSeen(box)) return true;
  }
  return box !== null;
}

/** Remembers for each element whether a person could see it. */
export class Visibility {
  readonly #known = new Map<Element, boolean>();

  /** @returns false for what is not displayed, invisible or fully transparent */
  of(element: Element): boolean {
    let seen = this.#known.get(element);
    if (seen === undefined) {
      seen = isSeen(element) || showsInOthers(element);
      this.#known.set(element, seen);
    }
    return seen;
  }
}

/** Whether the time for a look is over. */
export type IsOver = () => boolean;
/** For who has all the time. */
export const noLimit: IsOver = () => false;

/** Of so many text nodes at the end of a root each is read, however long the others took: boxes over a page stand there. */
const LAST = 100;

/** A root's texts; those between the one at which the time is over and the last ones are passed over. */
function* inTime(texts: readonly FoundText[], isOver: IsOver): Generator<FoundText> {
  for (const [index, text] of texts.entries()) if (index >= texts.length - LAST || !isOver()) yield text;
}

/** The element in which a text stands; null for one that stands in none. */
function elementOf(text: Text): Element | null {
  const parent = text.parentNode;
  return parent instanceof Element ? parent : ((parent as ShadowRoot | null)?.host ?? null);
}

/** Where the reading of a root stands: the last text that says something, and whether a blank came since. */
interface TextCursor {
  before: Text | null;
  hasBlank: boolean;
}

const isInLine = ({ before }: TextCursor, node: Text): boolean =>
  before !== null && inOneLine(before.parentNode, node.parentNode) && !followsBreak(node);

/** What stands between a text that says something and the one before it, which ended with `last`. */
function gapBefore(
  { node, words }: FoundText,
  { before, hasBlank }: TextCursor,
  last: string,
  gaps: GapReader,
): Gap {
  if (!before) return 'break';
  if (followsBreak(node)) return gaps.overBreak(before, node);
  if (!inOneLine(before.parentNode, node.parentNode)) return gaps.betweenBoxes(before, node, hasBlank);
  return gaps.between(before, node, /^\s/.test(words) || /\s$/.test(last));
}

/** The texts of one root, put behind those already `placed`. */
function readRoot(texts: Iterable<FoundText>, placed: PlacedText[], gaps: GapReader): void {
  let place: TextCursor = { before: null, hasBlank: false };
  const cutOff = new CutOff();
  for (const text of texts) {
    const { node, words } = text;
    const isBlank = !/\S/.test(words);
    const element = elementOf(node);
    if (isBlank && !isInLine(place, node)) place.hasBlank ||= words !== '';
    else if (element && isLegible(node, element, cutOff)) {
      const gap = gapBefore(text, place, placed.at(-1)?.text ?? '', gaps);
      if (gap === 'break' && isBlank) continue;
      const said = gap === 'space' ? ` ${words}` : words;
      placed.push({ text: withoutNarrow(said, element), glued: gap !== 'break', element });
      place = { before: node, hasBlank: false };
    }
  }
}

/** Who asks of a text whether nobody sees it, or whether it is not to be read. */
const isUnseen =
  (visibility: Visibility) =>
  (text: Text): boolean => {
    const element = elementOf(text);
    if (element === null || !visibility.of(element)) return true;
    // Many pages keep what is typed as the text of the box.
    if (element instanceof HTMLTextAreaElement) return wordsOfPage(element) !== element.defaultValue;
    return UNREAD.test(nameOf(element)) && getComputedStyle(element).display === 'none';
  };

/** Every visible text of the page and its shadow roots, in reading order and within the limits. */
export function visibleTexts(visibility: Visibility, isOver: IsOver = noLimit): PlacedText[] {
  const placed: PlacedText[] = [];
  const gaps = new GapReader();
  const unseen = isUnseen(visibility);
  for (const [index, root] of findRoots().entries()) {
    if (index > 0 && isOver()) break;
    const limits = { ...(index === 0 ? LIMITS : SHADOW_LIMITS), unseen };
    readRoot(inTime(textNodes(root, limits), isOver), placed, gaps);
  }
  return placed;
}

/** The visible texts of layers in the midst of a long page, of which the reading from its ends has met none. */
export function textsInLayers(
  layers: readonly Element[],
  met: readonly PlacedText[],
  visibility: Visibility,
  isOver: IsOver = noLimit,
): PlacedText[] {
  const placed: PlacedText[] = [];
  const gaps = new GapReader();
  const limits = { ...LAYER_LIMITS, unseen: isUnseen(visibility) };
  const isMet = (layer: Element): boolean =>
    met.concat(placed).some(({ element }) => contains(layer, element));
  for (const layer of layers.slice(0, LAYER_LIMIT))
    if (!isOver() && !isMet(layer)) readRoot(inTime(textNodes(layer, limits), isOver), placed, gaps);
  return placed;
}
