/**
 * The document's own properties, read past the page's elements: `<img name="body">` takes the place of
 * `document.body` in every world, so nothing here is read off the document object itself.
 */
const { prototype } = Document;
const getterOf = <T>(name: string): ((this: Document) => T) =>
  Object.getOwnPropertyDescriptor(prototype, name)?.get ?? (() => null);

const titleOf = getterOf<string>('title');
const bodyOf = getterOf<HTMLElement | null>('body');
const rootOf = getterOf<Element | null>('documentElement');
const readyStateOf = getterOf<DocumentReadyState>('readyState');
const fullscreenOf = getterOf<Element | null>('fullscreenElement');
const referrerOf = getterOf<string>('referrer');
const activeOf = getterOf<Element | null>('activeElement');
const visibilityOf = getterOf<DocumentVisibilityState>('visibilityState');
const {
  createTreeWalker,
  querySelectorAll,
  querySelector,
  elementFromPoint,
  elementsFromPoint,
  getAnimations,
} = prototype;

export const pageTitle = (): string => titleOf.call(document) ?? '';
export const pageBody = (): HTMLElement | null => bodyOf.call(document);
/** The body, or what stands in its place (SVG and XML documents, frame sets). */
export const pageRoot = (): Element | null => bodyOf.call(document) ?? rootOf.call(document);
export const isLoading = (): boolean => readyStateOf.call(document) === 'loading';
export const fullscreenElement = (): Element | null => fullscreenOf.call(document);

export const activeElement = (): Element | null => activeOf.call(document);
export const pageReferrer = (): string => referrerOf.call(document) ?? '';
export const isVisible = (): boolean => visibilityOf.call(document) === 'visible';

export const walkTexts = (root: Node): TreeWalker =>
  createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
export const findAll = (selector: string): NodeListOf<Element> => querySelectorAll.call(document, selector);
export const findFirst = (selector: string): Element | null => querySelector.call(document, selector);
/** The element in front at a point of the viewport, and all elements there, front first. */
export const elementAt = (x: number, y: number): Element | null => elementFromPoint.call(document, x, y);
export const elementsAt = (x: number, y: number): Element[] => elementsFromPoint.call(document, x, y);
/** Running animations and transitions of the page, at most `limit`. */
export const runningAnimations = (limit: number): Animation[] =>
  getAnimations?.call(document).slice(0, limit) ?? [];

interface ShadowApi {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

/** Chromium keeps the way into closed shadow roots under chrome.dom, Firefox on the element. */
const chromeDom = (globalThis as ShadowApi).chrome?.dom;

/** The shadow root of an element, open or closed, where the browser lets an extension see it. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (chromeDom?.openOrClosedShadowRoot && element instanceof HTMLElement)
    return chromeDom.openOrClosedShadowRoot(element);
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null }; // Firefox only
  return openOrClosedShadowRoot ?? element.shadowRoot;
}
