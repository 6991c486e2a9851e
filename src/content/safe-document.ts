/**
 * The document's own properties, read past the page's elements: `<img name="body">` takes the place of
 * `document.body` in every world, so nothing here is read off the document object itself.
 */
const { prototype } = Document;

/** Looked up when it is first asked for: most pages ask for two or three. */
function property<T>(name: string): () => T {
  let get: ((this: Document) => T) | undefined;
  const read = () => (get ??= Object.getOwnPropertyDescriptor(prototype, name)?.get)?.call(document) ?? null;
  return read as () => T; // what its getter gives; where the browser has none, null is one of its values
}

export const root = /* @__PURE__ */ property<Element | null>('documentElement');
const readyState = /* @__PURE__ */ property<DocumentReadyState>('readyState');
const visibility = /* @__PURE__ */ property<DocumentVisibilityState>('visibilityState');

export const pageTitle = /* @__PURE__ */ property<string>('title');
export const pageReferrer = /* @__PURE__ */ property<string>('referrer');
export const pageBody = /* @__PURE__ */ property<HTMLElement | null>('body');
export const pageImages = /* @__PURE__ */ property<HTMLCollectionOf<HTMLImageElement>>('images');
/** The body, or what stands in its place (SVG and XML documents, frame sets). */
export const pageRoot = (): Element | null => pageBody() ?? root();
/** The same as soon as something can be read there: null while there is nothing but a head. */
export function startedRoot(): Element | null {
  const first = root()?.firstElementChild;
  return pageBody() ?? (first && (first.localName !== 'head' || first.nextElementSibling) ? root() : null);
}
export const isLoading = (): boolean => readyState() === 'loading';
export const fullscreenElement = /* @__PURE__ */ property<Element | null>('fullscreenElement');

export const activeElement = /* @__PURE__ */ property<Element | null>('activeElement');
export const isVisible = (): boolean => visibility() === 'visible';

/** An element of HTML that stands in no document; in SVG and XML, createElement would make one that takes no shadow root. */
export const newElement = (name: string): HTMLElement =>
  prototype.createElementNS.call(document, 'http://www.w3.org/1999/xhtml', name) as HTMLElement; // by its namespace
/** 4 and 1 are NodeFilter.SHOW_TEXT and SHOW_ELEMENT; the class is not brought to life for them. */
const walk = (root: Node, what: number): TreeWalker => prototype.createTreeWalker.call(document, root, what);
export const walkTexts = (root: Node): TreeWalker => walk(root, 4);
export const walkElements = (): TreeWalker => walk(document, 1);
export const findAll = (selector: string): NodeListOf<Element> =>
  prototype.querySelectorAll.call(document, selector);
/** Of a long list the first and the last `count`; what lies between is not brought into this world. */
export function* bothEnds(all: NodeListOf<Element>, count: number): Generator<Element> {
  for (let index = 0; index < all.length; index += 1) {
    if (index === count) index = Math.max(index, all.length - count);
    const element = all[index];
    if (element) yield element;
  }
}
export const findFirst = (selector: string): Element | null =>
  prototype.querySelector.call(document, selector);
/** Levels gone up or down at most, so that no page can have us run out of stack; parsers nest elements no deeper. */
export const DEEPEST = 600;
/** Whether the page has more elements than `count`; the browser walks no further. */
export const hasMoreThan = (count: number): boolean =>
  prototype.getElementsByTagName.call(document, '*').item(count) !== null;
export const countElements = (): number => prototype.getElementsByTagName.call(document, '*').length;
/**
 * Whether an element of that name, with whatever prefix, stands in the body. The browser keeps such lists; a selector
 * would be tried on all.
 */
export function isInBody(name: string): boolean {
  // Asked of the body: the last one of the document may stand behind it.
  return !!pageBody()?.getElementsByTagNameNS('*', name)[0];
}
/** The element in front at a point of the viewport, and all elements there, front first. */
export const elementAt = (x: number, y: number): Element | null =>
  prototype.elementFromPoint.call(document, x, y);
export const elementsAt = (x: number, y: number): Element[] =>
  prototype.elementsFromPoint.call(document, x, y);
/** Animations of a page that are asked what they do: it may run thousands. */
export const ANIMATION_LIMIT = 40;
/** Running animations and transitions of the page, at most `limit`. */
export const runningAnimations = (limit: number): Animation[] =>
  (prototype as Partial<Document>).getAnimations?.call(document).slice(0, limit) ?? []; // missing in jsdom

interface ShadowApi {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

/**
 * The shadow root of an element, open or closed, where the browser lets an extension see it: Firefox on the element,
 * which is asked first because the first touch of `chrome` costs a page there 0.3 ms; Chromium under chrome.dom (0.1 ms).
 * Not for a form: it never has one, and its fields may bear these names. A form is told by its local name alone: with a
 * prefix, and in XHTML, its `nodeName` is another.
 */
export function shadowOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot: own } = element as { openOrClosedShadowRoot?: ShadowRoot | null }; // Firefox only
  if (own !== undefined) return own;
  return (
    (element instanceof HTMLElement &&
      (globalThis as ShadowApi).chrome?.dom?.openOrClosedShadowRoot?.(element)) ||
    element.shadowRoot
  );
}
