import { sleep, until } from '../../rig/processes';
import type { Session } from './session';

/** Our pages have this long to be drawn: the popup opens in 100 to 300 ms, beside a page that takes all memory later. */
const DRAWN_MS = 6_000;

interface Point {
  x: number;
  y: number;
}

/**
 * The middle of a button of one of our own pages, on the screen: asked of the page's own window, which the
 * extension's other pages can reach.
 */
const place = (file: string, selector: string): string => `
  for (const view of browser.extension.getViews()) {
    if (!view.location.pathname.endsWith(${JSON.stringify(file)}) || view.document.visibilityState !== 'visible') continue;
    const button = view.document.querySelector(${JSON.stringify(selector)});
    const box = button?.getBoundingClientRect();
    if (!box || box.width === 0 || button.disabled) continue;
    const left = view.mozInnerScreenX ?? view.screenX + (view.outerWidth - view.innerWidth) / 2;
    const top = view.mozInnerScreenY ?? view.screenY + view.outerHeight - view.innerHeight;
    return { x: Math.round(left + box.x + box.width / 2), y: Math.round(top + box.y + box.height / 2) };
  }
  return null;`;

/** Waits until the button stands still. */
async function find(session: Session, file: string, selector: string): Promise<Point | undefined> {
  let last: Point | null = null;
  return until(
    DRAWN_MS,
    async () => {
      const before = last;
      last = await session.ask<Point | null>(place(file, selector));
      return last && before && last.x === before.x && last.y === before.y ? last : undefined;
    },
    60,
  );
}

/** A person sees the button before pressing it, ms; presses that come at once are not counted (src/ui/shared). */
const SEEN_MS = 500;

/** What is to be done when the button stands there, right before the click. */
type Before = () => Promise<unknown>;

/** Finds the button, waits, and clicks where it is by then: what the worker tells late may move it. */
async function clickOn(
  session: Session,
  file: string,
  selector: string,
  before: Before,
): Promise<number | undefined> {
  if (!(await find(session, file, selector))) return undefined;
  await sleep(SEEN_MS);
  const point = await find(session, file, selector);
  if (!point) return undefined;
  await before();
  const at = Date.now();
  await session.screen.click(point.x, point.y);
  return at;
}

/** A real click on the warning's large button. @returns when, undefined where there is no warning in front. */
export function clickWarning(session: Session, before: Before): Promise<number | undefined> {
  return clickOn(session, '/warning.html', '#close-scam', before);
}

/**
 * The toolbar button of a window: the browser is asked to open the popup, as a click on the icon does (a new icon is
 * hidden in a menu that no test can reach in both browsers), and its button is really clicked. A click on the icon
 * would bring its window to the front too.
 * @returns when, undefined where no popup came.
 */
export async function clickPopup(
  session: Session,
  windowId: number,
  before: Before,
): Promise<number | undefined> {
  await session.ask(`await browser.windows.update(${windowId}, { focused: true }).catch(() => {});
    void browser.action.openPopup().catch(() => {})`);
  return clickOn(session, '/popup.html', '#close', before);
}
