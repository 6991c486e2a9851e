/** How much of each frame in a document is seen: one function, which the browser runs there. */

/** The way into closed roots, as in src/content/safe-document.ts. */
interface ShadowApi {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

/**
 * Runs in a frame of the page: it must stand alone. Changes nothing there. Each frame in it is tried at 25 points of its
 * part in view; what lets clicks through is met at no point, so each such box that lies over one counts as before it. Of
 * what a style rule puts before or after the page's root or body only the size is told: it is taken to lie over each
 * frame for which it is large enough.
 */
// eslint-disable-next-line max-lines-per-function -- what is sent into a page can call no function but its own
export function lookAround(limit: number, elements: number): number[] {
  const { querySelectorAll, elementFromPoint } = Document.prototype; // a page can put elements in the place of its own
  const find = (what: string): NodeListOf<Element> => querySelectorAll.call(document, what);
  const own = (of: Element, name: string): unknown => Reflect.get(Element.prototype, name, of);
  const boxOf = (of: Element): DOMRect => Element.prototype.getBoundingClientRect.call(of);
  const lengthOf = (style: CSSStyleDeclaration, ...names: string[]): number =>
    names.reduce((sum, name) => sum + (parseFloat(style.getPropertyValue(name)) || 0), 0);
  // From both ends in turn: what lies over a page stands behind however many others.
  const ends = (all: NodeListOf<Element>): Element[] =>
    Array.from({ length: Math.min(all.length, elements) }, (_, turn) =>
      all.item(turn % 2 === 0 ? all.length - 1 - turn / 2 : (turn - 1) / 2),
    ).filter((one) => one !== null);
  const { dom } = (globalThis as ShadowApi).chrome ?? {};
  const rootIn = (of: Element): ShadowRoot | null => {
    const told = of instanceof HTMLElement ? dom?.openOrClosedShadowRoot?.(of) : null; // Chromium only
    return (told ?? own(of, 'openOrClosedShadowRoot') ?? own(of, 'shadowRoot')) as ShadowRoot | null; // Firefox has both
  };
  const near = ends(find('html *'));
  for (const one of near) {
    const root = near.length < 2 * elements ? rootIn(one) : null;
    if (root) near.push(...ends(root.querySelectorAll('*'))); // a list that grows is walked to its end
  }
  const covers = near
    .filter((one) => getComputedStyle(one).pointerEvents === 'none')
    .map((one) => {
      const { left, right, top, bottom } = boxOf(one);
      return { one, left, right, top, bottom }; // read once: each getter of a box is slow, and there may be thousands
    });
  const films = ends(find(':root,body'))
    .flatMap((one) => ['::before', '::after'].map((side) => getComputedStyle(one, side)))
    .filter(({ content, pointerEvents }) => content !== 'none' && pointerEvents === 'none')
    .map((style) => ({
      width: lengthOf(style, 'width', 'border-left-width', 'border-right-width'),
      height: lengthOf(style, 'height', 'border-top-width', 'border-bottom-width'),
    }));
  const outwards = (of: Element): unknown => {
    const parent = own(of, 'parentNode');
    return own(of, 'assignedSlot') ?? (parent instanceof ShadowRoot ? parent.host : parent);
  };
  const shareOf = (frame: Element): number => {
    const around = new Set<Element>();
    for (let at: unknown = frame; at instanceof Element; at = outwards(at)) around.add(at);
    const styles = [...around].map((one) => getComputedStyle(one));
    const opacity = styles.reduce(
      (left, one) => left * (one.filter.includes('opacity') ? 0 : +one.opacity),
      1,
    );
    const box = boxOf(frame);
    const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)];
    const [width, height] = [Math.min(innerWidth, box.right) - left, Math.min(innerHeight, box.bottom) - top];
    if (width <= 0 || height <= 0 || opacity < 0.3) return 0;
    if (films.some((film) => film.width >= width / 2 && film.height >= height / 2)) return 0;
    const before = covers.filter(
      (one) =>
        one.left < left + width &&
        one.right > left &&
        one.top < top + height &&
        one.bottom > top &&
        !around.has(one.one),
    );
    const points = Array.from({ length: 25 }).filter((_, index) => {
      const x = left + (width * ((index % 5) + 0.5)) / 5;
      const y = top + (height * (Math.floor(index / 5) + 0.5)) / 5;
      const isCovered = before.some((one) => x > one.left && x < one.right && y > one.top && y < one.bottom);
      return !isCovered && elementFromPoint.call(document, x, y) === frame;
    }).length;
    return ((points / 25) * width * height) / (innerWidth * innerHeight);
  };
  const frames = [...find('iframe,frame,object,embed')] as Partial<HTMLIFrameElement & Element>[]; // an `embed` has no window
  return Array.from({ length: Math.min(limit, window.length) }, (_, place) => {
    const frame = frames.find(({ contentWindow }) => contentWindow === window[place]);
    return frame ? shareOf(frame as Element) : 0;
  });
}
