import { bothEnds, elementsAt, findAll, root, shadowOf } from '../safe-document';
import { timeLimit } from '../time-limit';
import { contains, nameOf, parentOf, rootOf } from './safe-element';

/** Elements asked for a shadow root, roots read, and how deep roots are followed into roots. */
const HOST_LIMIT = 2_500;
const ROOT_LIMIT = 40;
const DEPTH_LIMIT = 4;
/** Of what stands right in the page so many are asked in any case, from its beginning and its end. */
const OUTER_LIMIT = 10;
/** Time (ms) for that search, which must leave some for the reading. */
const ROOTS_MS = 150;

/** The shadow roots that the last search met: no change inside them is told to who watches the document. */
export let shadowRoots: readonly ShadowRoot[] = [];

/** Searches the page anew. @returns its roots to read: the document's own and the shadow roots in it, open or closed */
export function findRoots(): Node[] {
  const top = root();
  if (!top) return [];
  const found: ShadowRoot[] = [];
  const isOver = timeLimit(ROOTS_MS);
  let asked = 0;
  const add = (element: Element): ShadowRoot | null => {
    const shadow = nameOf(element) === 'FORM' ? null : shadowOf(element);
    if (!shadow || found.includes(shadow)) return null;
    found.push(shadow);
    return shadow;
  };
  const search = (elements: Iterable<Element>, depth: number): void => {
    for (const element of elements) {
      if ((asked += 1) > HOST_LIMIT || found.length >= ROOT_LIMIT || isOver()) return;
      const shadow = add(element);
      if (shadow && depth < DEPTH_LIMIT) search(shadow.querySelectorAll('*'), depth + 1);
    }
  };
  search(findAll('*'), 0);
  // What lies over the page stands at its end, behind however many others.
  for (const element of bothEnds(findAll(':root>*,body>*'), OUTER_LIMIT)) add(element);
  shadowRoots = found;
  return [top, ...found];
}

/** All that a selector means in the page and in the shadow roots that the last search met. */
export function* findEverywhere(selector: string): Generator<Element> {
  yield* findAll(selector);
  for (const shadow of shadowRoots) yield* shadow.querySelectorAll(selector);
}

/** The root, among those the last search met, that `host` shows. */
export const shadowAt = (host: Element): ShadowRoot | undefined =>
  shadowRoots.find((root) => root.host === host);

function hostOf(element: Element): Element | null {
  const around = rootOf(element);
  return around instanceof ShadowRoot ? around.host : null;
}

/** The element around it, which for the outermost of a shadow root is the host. */
export const around = (element: Element): Element | null => parentOf(element) ?? hostOf(element);

/** Whether `element` stands in one of `outer`, be it in shadow roots in there. */
export function standsIn(outer: readonly Element[], element: Element): boolean {
  let at: Element | null = element;
  for (let depth = 0; at && depth <= DEPTH_LIMIT + 1; depth += 1) {
    const inner: Element = at;
    if (outer.some((one) => contains(one, inner))) return true;
    at = hostOf(inner);
  }
  return false;
}

/** What a browser tells of a point differs: Chromium goes on with what stands around the root. */
function inRootAt(shadow: ShadowRoot, x: number, y: number): Element[] {
  const { elementsFromPoint: all } = shadow as Partial<ShadowRoot>; // missing in jsdom
  return (all?.call(shadow, x, y) ?? []).filter((element) => rootOf(element) === shadow);
}

/**
 * The elements at a point of the viewport (CSS px), front first. Those in a shadow root that was met come before its host,
 * which is all that the document tells of them.
 */
export function everyElementAt(x: number, y: number): Element[] {
  const within = (stack: readonly Element[], depth: number): Element[] =>
    stack.flatMap((element) => {
      const shadow = depth > DEPTH_LIMIT ? undefined : shadowAt(element);
      return shadow ? [...within(inRootAt(shadow, x, y), depth + 1), element] : [element];
    });
  return within(elementsAt(x, y), 0);
}
