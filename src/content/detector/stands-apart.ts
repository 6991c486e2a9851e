import { contains, parentOf } from './safe-element';

/** Two texts of one line this close (share of their height) are one word. */
const WORD_GAP = 0.2;
/** Of two lines this much of the lower height (share) is common when they are one line. */
const SAME_LINE = 0.5;

/** What a person sees between two texts: two things of their own, two words, or nothing. */
type Gap = 'break' | 'space' | 'none';

/** How an element is laid out: in its line, in its line with room around it (a button), or as a box of its own. */
type Layout = 'inline' | 'roomy' | 'box';

/** Looks whether texts that follow each other in one paragraph are shown apart, as a style rule can have it. */
export class Gaps {
  readonly #layouts = new Map<Element, Layout>();

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

function standApart(one: Text, other: Text): boolean {
  const before = rectsOf(one).at(-1);
  const after = rectsOf(other)[0];
  if (!before || !after) return false;
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
  return [...((range as Partial<Range>).getClientRects?.() ?? [])]; // missing in jsdom
}
