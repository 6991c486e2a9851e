import { attributeOf, boxOf, nameOf, textOf } from './safe-element';
import { around, partsShownIn } from './shadow-roots';

/** Ancestors looked at from a telling text upwards, and boxes examined in all. */
const CLIMB = 8;
const BOX_LIMIT = 30;
/** Elements examined in the title bar of a box. */
const BAR_ELEMENTS = 60;
/** Height of a title bar and widest thing that is a window button, CSS px. */
const BAR_HEIGHT = 70;
const BUTTON_WIDTH = 48;
/** A window leaves this share of the screen's width free; a page's own head does not. */
const WINDOW_SHARE = 0.92;

/** Signs drawn on window buttons: close, minimise, maximise, or a letter of an icon font. */
const SIGN = /^[✕✖✗×⨯❌🗙x_\-–—−□▢◻⬜❐❏🗖🗗🗕\uE000-\uF8FF]$/iu;
const SIGNS_IN_ONE = /^[_\-–—−🗕]\s*[□▢◻❐❏🗖]\s*[✕✖×x🗙]$/iu;
const PICTURE = /^(?:img|svg|canvas|i|picture)$/i;
const NAMED = /minimi[sz]e|maximi[sz]e|window-?(?:buttons?|controls?)|title-?bar/i;

interface Box {
  left: number;
  right: number;
  top: number;
  width: number;
  height: number;
}

const hasWindowSize = ({ width, height }: Box): boolean =>
  width >= 220 && width <= innerWidth * WINDOW_SHARE && height >= 110;

/** Which of the three dots of a Mac window a colour (computed, `rgb(…)`) is. */
function dotColour(colour: string): 'red' | 'yellow' | 'green' | null {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (red > 170 && green < 140 && blue < 140) return 'red';
  if (red > 170 && green > 140 && blue < 130) return 'yellow';
  return green > 130 && red < 140 && blue < 140 ? 'green' : null;
}

/** What the upper edge of a box carries. */
class TitleBar {
  /** Left edges of things that look like window buttons: signs and small pictures at one end of the bar. */
  readonly #buttons = new Set<number>();
  readonly #dots = new Set<string>();
  #title = false;
  #named = false;

  constructor(private readonly box: Box) {}

  /** Takes one element of the box into account. */
  add(part: Element): void {
    const own = boxOf(part);
    if (own.width === 0 || own.top > this.box.top + BAR_HEIGHT || own.height > BAR_HEIGHT) return;
    const text = textOf(part).trim();
    if (text.length > 3 && text.length < 80) this.#title = true;
    if (SIGNS_IN_ONE.test(text)) this.#named = true;
    const names = ['class', 'id', 'alt', 'src']
      .map((name) => (attributeOf(part, name) ?? '').slice(-60))
      .join(' ');
    if (NAMED.test(names)) this.#named = true;
    if (own.width > BUTTON_WIDTH) return;
    const atEnd =
      own.left > this.box.left + this.box.width * 0.66 || own.right < this.box.left + this.box.width * 0.2;
    if (atEnd && (SIGN.test(text) || (text === '' && PICTURE.test(nameOf(part)))))
      this.#buttons.add(Math.round(own.left / 8));
    const round = own.width <= 18 && Math.abs(own.width - own.height) <= 2 && text === '';
    const colour = round ? dotColour(getComputedStyle(part).backgroundColor) : null;
    if (colour) this.#dots.add(colour);
  }

  /** Whether all this makes the title bar of a window. */
  get isWindow(): boolean {
    return this.#dots.size === 3 || (this.#title && (this.#named || this.#buttons.size >= 2));
  }
}

function hasTitleBar(element: Element): boolean {
  const box = boxOf(element);
  if (!hasWindowSize(box)) return false;
  const bar = new TitleBar(box);
  let seen = 0;
  for (const part of partsShownIn(element)) {
    if ((seen += 1) > BAR_ELEMENTS) break;
    bar.add(part);
  }
  return bar.isWindow;
}

/**
 * Whether a box on the page imitates a window of the system: a title bar with a title and window buttons.
 * @param starts elements that hold telling words; the boxes around them are examined
 */
export function imitatesWindow(starts: readonly Element[]): boolean {
  const seen = new Set<Element>();
  for (const start of starts) {
    let element: Element | null = start;
    for (let step = 0; element && step < CLIMB; step += 1) {
      if (seen.has(element)) break;
      if (seen.size >= BOX_LIMIT) return false;
      seen.add(element);
      if (hasTitleBar(element)) return true;
      element = around(element);
    }
  }
  return false;
}
