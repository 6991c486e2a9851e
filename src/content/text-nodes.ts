import { documentState } from './document-state';
import { walkTexts } from './safe-document';
import { timeLimit } from './time-limit';
import { isStuffed, wordsOf } from './words-of';

/**
 * What an element is, the same in HTML, XHTML and SVG, and without the prefix that a page can give it (`x:br` is a `br`).
 * Of a form a field can stand in its place, which is written "[object …]"; of what is no element there is none. (The
 * detector's `nameOf` is safe from that; its getter would cost every frame more.)
 */
export const unsafeNameOf = (node: Node | null): string => (node as Element | null)?.localName as string; // "undefined" is no name
/**
 * Elements whose text nobody reads, unless a style shows it, and boxes to write in: many pages keep what is typed as their
 * text.
 */
export const UNREAD = /^(?:no)?script$|^style$|^textarea$/;
const INLINE = /^(?:[abiu]|bd[io]|em|font|mark|small|t?span|strong|su[bp]|wbr)$/;

/** How much of a page is read: a part from its beginning, a part from its end (boxes laid over it come last). */
export interface ReadLimits {
  /** Characters. */
  head: number;
  tail: number;
  /** Text nodes taken in each direction; of blank ones, and of those that nobody sees, as many as `ms` lets. */
  nodes: number;
  /** ms spent on the way, in each direction. */
  ms: number;
  /** Longest part of one text node that is read, in characters. */
  node: number;
  /** What nobody sees is left out of every text; set where it had filled the limits. */
  filled?: boolean;
  /**
   * Whether a text is one that nobody sees, or is not to be read: it fills no limit but the one of time. The gate does
   * not ask, and leaves out what is `UNREAD`.
   */
  unseen?: (text: Text) => boolean;
}

/** The first node around or at `node` that is no part of a line (a paragraph, a cell, a box), or holds `other`, too. */
function blockOf(node: Node | null, other: Node | null): Node | null {
  while (node && INLINE.test(unsafeNameOf(node)) && !node.contains(other)) node = node.parentNode;
  return node;
}

/** Whether two elements whose texts follow each other stand in one line: "Mi<b>cro</b>soft" is one word. */
export function inOneLine(one: Node | null, other: Node | null): boolean {
  return one === other || blockOf(one, other) === blockOf(other, one);
}

/** Whether a line break stands right before a text. */
export function followsBreak(node: Node): boolean {
  while (!node.previousSibling && node.parentNode && INLINE.test(unsafeNameOf(node.parentNode)))
    node = node.parentNode;
  return unsafeNameOf(node.previousSibling) === 'br';
}

/** A text node and what it says. */
export interface FoundText {
  node: Text;
  words: string;
}

/**
 * Whether a box says what only the page can have written: nobody can write in it, and nobody has pressed anything. A form
 * that is being sent is closed for writing, too, with what that person wrote.
 */
export const isOfThePage = ({ readOnly }: HTMLTextAreaElement): boolean =>
  readOnly && !documentState().gestureAt;

/** Takes text nodes from `step` until it gives none or a limit is met. */
function take(
  step: () => Node | null,
  length: number,
  { nodes, ms, node, filled, unseen }: ReadLimits,
): FoundText[] {
  const texts: FoundText[] = [];
  const isOver = timeLimit(ms);
  let left = length;
  let wasBlank = false;
  for (let seen = 0; seen < nodes && left > 0 && !isOver();) {
    const text = step() as Text | null; // the walkers show text nodes only
    if (!text) break;
    const parent = text.parentNode as HTMLTextAreaElement; // or any other, without such a property
    if (unseen ? unseen(text) : UNREAD.test(unsafeNameOf(parent)) && !isOfThePage(parent)) continue;
    const words = wordsOf(text, node, filled);
    if (!words) continue;
    const isBlank = !words.trim();
    // Where blanks fill the limits, one of those in a row is enough.
    if (isBlank && wasBlank && filled) continue;
    wasBlank = isBlank;
    if (!isBlank) seen += 1;
    texts.push({ node: text, words });
    left -= words.length;
  }
  return texts;
}

/** The end of `root`, back to `rest`, where the reading from the beginning stopped. */
function takeTail(root: Node, rest: Node, limits: ReadLimits): FoundText[] {
  const walker = walkTexts(root);
  // Not `lastChild` of each: a form may have a field of that name, and lead round and round.
  let next = walker.lastChild();
  const before = (): Node | null => {
    const found = next;
    next = found === rest ? null : walker.previousNode();
    return found;
  };
  return take(before, limits.tail, limits).reverse();
}

/** Fewer characters than this fill none of the limits, but that of nodes. */
const MANY = 4_000;

/**
 * The text nodes of `root` in reading order, within the limits; neither style nor layout is asked for. Where what nobody
 * sees fills those limits, it is left out, and they reach further.
 */
export function textNodes(root: Node, limits: ReadLimits): FoundText[] {
  const walker = walkTexts(root);
  let texts = take(() => walker.nextNode(), limits.head, limits);
  const rest = walker.nextNode();
  if (rest) texts = texts.concat(takeTail(root, rest, limits));
  const said = texts.map(({ words }) => words).join('');
  const isMuch = said.length >= MANY || texts.length >= limits.nodes;
  return isMuch && !limits.filled && isStuffed(said) ? textNodes(root, { ...limits, filled: true }) : texts;
}
