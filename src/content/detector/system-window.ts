/** Ancestors looked at from a telling text upwards, and boxes examined in all. */
const CLIMB = 8;
const BOX_LIMIT = 24;
/** Elements examined in the title bar of a box. */
const BAR_ELEMENTS = 40;
/** Height of a title bar, CSS px. */
const BAR_HEIGHT = 64;

/** Signs drawn on window buttons: close, minimise, maximise. */
const SIGN = /^[✕✖✗×⨯❌🗙x_\-–—−□▢◻⬜❐🗖🗗🗕]$/iu;
const NAMED = /\b(?:minimi[sz]e|maximi[sz]e|close|restore)(?:[-_ ]?(?:button|btn|icon))?\b/i;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const boxOf = (element: Element): Box => element.getBoundingClientRect();

/** A window: larger than a button, with room around it or the whole screen for itself. */
function hasWindowSize({ width, height }: Box): boolean {
  return width >= 220 && height >= 110;
}

/** Whether a colour (computed, `rgb(…)`) is clearly red, yellow or green: the three dots of a Mac window. */
function dotColour(colour: string): 'red' | 'yellow' | 'green' | null {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (red > 170 && green < 140 && blue < 140) return 'red';
  if (red > 170 && green > 140 && blue < 130) return 'yellow';
  return green > 130 && red < 140 && blue < 140 ? 'green' : null;
}

/** Whether the upper edge of a box carries window buttons: two signs or names, or the three dots. */
function hasTitleBar(element: Element): boolean {
  const box = boxOf(element);
  if (!hasWindowSize(box)) return false;
  const signs = new Set<string>();
  const dots = new Set<string>();
  let seen = 0;
  for (const part of element.querySelectorAll('*')) {
    if ((seen += 1) > BAR_ELEMENTS) break;
    const own = boxOf(part);
    if (own.top > box.top + BAR_HEIGHT || own.width > 70 || own.height > BAR_HEIGHT || own.width === 0)
      continue;
    const text = part.textContent.trim();
    if (SIGN.test(text)) signs.add(text);
    if (/^[_\-–—−🗕]\s*[□▢◻❐🗖]\s*[✕✖×x🗙]$/iu.test(text)) return true;
    const name = NAMED.exec(
      `${part.getAttribute('class') ?? ''} ${part.getAttribute('alt') ?? ''} ${part.id}`,
    );
    if (name) signs.add(name[0].toLowerCase().slice(0, 3));
    const round = own.width <= 18 && Math.abs(own.width - own.height) <= 2 && text === '';
    const colour = round ? dotColour(getComputedStyle(part).backgroundColor) : null;
    if (colour) dots.add(colour);
  }
  return signs.size >= 2 || dots.size === 3;
}

/**
 * Whether a box on the page imitates a window of the system: a title bar with window buttons.
 * @param starts elements that hold telling words, and the layers of the page
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
      element = element.parentElement;
    }
  }
  return false;
}
