import { contains, parentOf } from './safe-element';

/** Two texts of one line this close (share of their height) are one word. */
const WORD_GAP = 0.2;
/** Of two lines this much of the lower height (share) is common when they are one line. */
const SAME_LINE = 0.5;

/** Looks whether texts that follow each other in one paragraph are shown apart, as a style rule can have it. */
export class Gaps {
  private readonly inline = new Map<Element, boolean>();

  /**
   * "Help <b>1-800…</b>" is one line of thought, unless the `b` is laid out as a box of its own: then the place on the
   * screen says whether the two touch, as letters do that were taken apart.
   * @returns true where a person sees two things
   */
  between(one: Text, other: Text): boolean {
    if (!this.hasBox(one, other) && !this.hasBox(other, one)) return false;
    const before = rectsOf(one).at(-1);
    const after = rectsOf(other)[0];
    if (!before || !after) return false;
    const height = Math.min(before.height, after.height);
    const common = Math.min(before.bottom, after.bottom) - Math.max(before.top, after.top);
    const gap = Math.max(after.left - before.right, before.left - after.right);
    return common < SAME_LINE * height || gap > WORD_GAP * height;
  }

  /** Whether an element around `text`, but not around `other`, is laid out as a box. */
  private hasBox(text: Text, other: Text): boolean {
    let element: Element | null = text.parentElement;
    for (; element && !contains(element, other); element = parentOf(element))
      if (!this.isInline(element)) return true;
    return false;
  }

  private isInline(element: Element): boolean {
    let inline = this.inline.get(element);
    if (inline === undefined) {
      const { display } = getComputedStyle(element);
      inline = display.startsWith('inline') || display === 'contents';
      this.inline.set(element, inline);
    }
    return inline;
  }
}

function rectsOf(text: Text): DOMRect[] {
  const range = new Range();
  range.selectNodeContents(text);
  return [...range.getClientRects()];
}
