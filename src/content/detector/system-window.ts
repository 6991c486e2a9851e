import { attributeOf, rectOf, nameOf, textOf } from './safe-element';
import { flatParent, partsShownIn } from './shadow-roots';

/** Ancestors looked at from a telling text upwards, and boxes examined in all. */
const CLIMB = 8;
const BOX_LIMIT = 30;
/** Elements examined in the title bar of a box. */
const BAR_ELEMENTS = 60;
/** A box smaller than this is no window, CSS px. */
const LEAST_WIDTH = 220;
const LEAST_HEIGHT = 110;
/** Height of a title bar and widest thing that is a window button, CSS px. */
const BAR_HEIGHT = 70;
const BUTTON_WIDTH = 48;
/** A window leaves this share of the screen's width free; a page's own head does not. */
const WINDOW_SHARE = 0.92;

/** The words of a title are longer than this, and shorter than that (characters). */
const TITLE_MORE_THAN = 3;
const TITLE_LESS_THAN = 80;
/** Of a name or an address so much of the end is looked at (characters). */
const NAME_LENGTH = 60;
/** Buttons stand at an end of the bar: right of this share of it, or left of that. */
const RIGHT_END = 0.66;
const LEFT_END = 0.2;
/** Things whose left edges are within so much (CSS px) are one button; a window has so many buttons at least. */
const SAME_BUTTON = 8;
const LEAST_BUTTONS = 2;
/** A dot of a Mac window is no wider than this, and as high as wide but for so much (CSS px). */
const DOT_SIZE = 18;
const DOT_SQUEEZE = 2;
/** Parts of its colour (0..255) that are lit, with room for the shades of imitations: red, also in yellow; green. */
const LIT = 170;
const LIT_GREEN = 130;
/** Parts that are not lit stay below this; in yellow, the blue. */
const UNLIT = 140;
const UNLIT_BLUE = 130;

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
  width >= LEAST_WIDTH && width <= innerWidth * WINDOW_SHARE && height >= LEAST_HEIGHT;

const DOTS = ['red', 'yellow', 'green'] as const;
type Dot = (typeof DOTS)[number];

/** Which of the three dots of a Mac window a colour (computed, `rgb(…)`) is. */
function dotColour(colour: string): Dot | null {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (red > LIT && green < UNLIT && blue < UNLIT) return 'red';
  if (red > LIT && green > UNLIT && blue < UNLIT_BLUE) return 'yellow';
  return green > LIT_GREEN && red < UNLIT && blue < UNLIT ? 'green' : null;
}

/** What the upper edge of a box carries. */
class TitleBar {
  /** Left edges of things that look like window buttons: signs and small pictures at one end of the bar. */
  readonly #buttons = new Set<number>();
  readonly #dots = new Set<Dot>();
  #title = false;
  #named = false;

  constructor(private readonly box: Box) {}

  /** Takes one element of the box into account. */
  add(part: Element): void {
    const own = rectOf(part);
    if (own.width === 0 || own.top > this.box.top + BAR_HEIGHT || own.height > BAR_HEIGHT) return;
    const text = textOf(part).trim();
    if (text.length > TITLE_MORE_THAN && text.length < TITLE_LESS_THAN) this.#title = true;
    if (SIGNS_IN_ONE.test(text)) this.#named = true;
    const names = ['class', 'id', 'alt', 'src']
      .map((name) => (attributeOf(part, name) ?? '').slice(-NAME_LENGTH))
      .join(' ');
    if (NAMED.test(names)) this.#named = true;
    if (own.width > BUTTON_WIDTH) return;
    const { left, width } = this.box;
    const atEnd = own.left > left + width * RIGHT_END || own.right < left + width * LEFT_END;
    if (atEnd && (SIGN.test(text) || (text === '' && PICTURE.test(nameOf(part)))))
      this.#buttons.add(Math.round(own.left / SAME_BUTTON));
    const round = own.width <= DOT_SIZE && Math.abs(own.width - own.height) <= DOT_SQUEEZE && text === '';
    const colour = round ? dotColour(getComputedStyle(part).backgroundColor) : null;
    if (colour) this.#dots.add(colour);
  }

  /** Whether all this makes the title bar of a window. */
  get isWindow(): boolean {
    return (
      this.#dots.size === DOTS.length || (this.#title && (this.#named || this.#buttons.size >= LEAST_BUTTONS))
    );
  }
}

function hasTitleBar(element: Element): boolean {
  const box = rectOf(element);
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
      element = flatParent(element);
    }
  }
  return false;
}
