import { contains, parentOf } from './safe-element';

/** Two texts of one line this close (share of their height) are one word. */
const WORD_GAP = 0.2;
/** Of two lines this much of the lower height (share) is common when they are one line. */
const SAME_LINE = 0.5;

/** So many neighbours that are boxes by name are asked for their styles; two longer ones (characters) not for their place. */
const BOXES_ASKED = 1_500;
const PIECES_LENGTH = 80;

/** What a person sees between two texts: two things of their own, two words, or nothing. */
export type Gap = 'break' | 'space' | 'none';

/** How an element is laid out: in its line, in its line with room around it (a button), or as a box of its own. */
type Layout = 'inline' | 'roomy' | 'box';

/** Looks whether texts that follow each other in one paragraph are shown apart, as a style rule can have it. */
export class GapReader {
  readonly #layouts = new Map<Element, Layout>();
  #asked = 0;

  /**
   * "Help <b>1-800…</b>" is one line of thought, unless the `b` is laid out as a box of its own: then the place on the
   * screen says whether the two touch, as letters do that were taken apart. Two buttons beside each other are two words.
   * @param isSpaced whether a blank stands between them anyway
   */
  between(one: Text, other: Text, isSpaced: boolean): Gap {
    const layouts = [...this.#layoutsOf(one, other), ...this.#layoutsOf(other, one)];
    if (layouts.includes('box')) return standApart(one, other) ? 'break' : 'none';
    return !isSpaced && layouts.includes('roomy') && standApart(one, other) ? 'space' : 'none';
  }

  /**
   * The same for texts whose elements are boxes by their names, and stand in one line where a style has it so, as words
   * taken apart do. What has room around it, as the parts of a menu, is one with its neighbour only where the two touch.
   */
  betweenBoxes(one: Text, other: Text, isSpaced: boolean): Gap {
    this.#asked += 1;
    if (this.#asked > BOXES_ASKED) return 'break';
    const layouts = [...this.#layoutsOf(one, other), ...this.#layoutsOf(other, one)];
    if (layouts.every((layout) => layout === 'inline')) return isSpaced ? 'space' : 'none';
    const isShort = one.length + other.length <= PIECES_LENGTH;
    return isShort && standApart(one, other) === false ? 'none' : 'break';
  }

  /** The same over a line break, which a style can take away. */
  overBreak(one: Text, other: Text): Gap {
    this.#asked += 1;
    const isNear = this.#asked <= BOXES_ASKED && one.length + other.length <= PIECES_LENGTH;
    return isNear && standApart(one, other) === false ? 'none' : 'break';
  }

  /** Of the elements around `text`, but not around `other`. */
  *#layoutsOf(text: Text, other: Text): Generator<Layout> {
    let element: Element | null = text.parentElement;
    for (; element && !contains(element, other); element = parentOf(element)) yield this.#layoutOf(element);
  }

  #layoutOf(element: Element): Layout {
    let layout = this.#layouts.get(element);
    if (layout === undefined) {
      layout = readLayout(element);
      this.#layouts.set(element, layout);
    }
    return layout;
  }
}

function readLayout(element: Element): Layout {
  const { display, paddingLeft, paddingRight, marginLeft, marginRight } = getComputedStyle(element);
  if (display === 'contents') return 'inline';
  if (!display.startsWith('inline')) return 'box';
  const room = [paddingLeft, paddingRight, marginLeft, marginRight].some((side) => parseFloat(side) > 0);
  return room || display !== 'inline' ? 'roomy' : 'inline';
}

/** Null where one of them has no place. */
function standApart(one: Text, other: Text): boolean | null {
  const before = rectsOf(one).at(-1);
  const after = rectsOf(other)[0];
  if (!before || !after) return null;
  const height = Math.min(before.height, after.height);
  const common = Math.min(before.bottom, after.bottom) - Math.max(before.top, after.top);
  const gap = Math.max(after.left - before.right, before.left - after.right);
  return common < SAME_LINE * height || gap > WORD_GAP * height;
}

/** One for all: the browser keeps each up to date for as long as it lives. */
const range = new Range();

/** Where the lines of a text stand on the screen. */
export function rectsOf(text: Text): DOMRect[] {
  range.selectNodeContents(text);
  const rects = [...((range as Partial<Range>).getClientRects?.() ?? [])]; // missing in jsdom
  range.setEnd(document, 0); // collapses it there: it would keep a text that the page throws away
  return rects;
}
