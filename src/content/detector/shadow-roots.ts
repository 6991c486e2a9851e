import { bothEnds, elementsAt, findAll, root, shadowOf } from '../safe-document';
import { timeLimit } from '../time-limit';
import { attributeOf, contains, nameOf, parentOf, partsOf, rootOf } from './safe-element';

/**
 * Elements asked for a shadow root, of the page's own so many from each end; roots read, twice so many with those of what
 * stands right in the page; and how deep roots are followed into roots.
 */
const HOST_LIMIT = 2_500;
const END_LIMIT = 1_000;
const ROOT_LIMIT = 40;
const DEPTH_LIMIT = 4;
/** Slots and hosts followed outwards from an element. */
const AROUND_LIMIT = 20;
/** Of what stands right in the page so many are asked in any case, from its beginning and its end. */
const OUTER_LIMIT = 10;
/** Time (ms) for that search, which must leave some for the reading. */
const ROOTS_MS = 150;

/** The shadow roots that the last search met: no change inside them is told to who watches the document. */
export let shadowRoots: readonly ShadowRoot[] = [];

/** Their slots by name, each root's found once in a look: a page can have any number, and each text in them asks. */
const slots = new Map<ShadowRoot, Map<string, Element>>();

/** Searches the page anew. @returns its roots to read: the document's own and the shadow roots in it, open or closed */
export function findRoots(): Node[] {
  const top = root();
  if (!top) return [];
  const found: ShadowRoot[] = [];
  const isOver = timeLimit(ROOTS_MS);
  let asked = 0;
  let most = ROOT_LIMIT;
  const add = (element: Element): ShadowRoot | null => {
    const shadow = nameOf(element) === 'form' ? null : shadowOf(element);
    if (!shadow || found.includes(shadow)) return null;
    found.push(shadow);
    return shadow;
  };
  const search = (elements: Iterable<Element>, depth: number): void => {
    for (const element of elements) {
      if ((asked += 1) > HOST_LIMIT || found.length >= most || isOver()) return;
      const shadow = add(element);
      if (shadow && depth < DEPTH_LIMIT) search(shadow.querySelectorAll('*'), depth + 1);
    }
  };
  search(bothEnds(findAll('*'), END_LIMIT), 0);
  // What lies over the page stands at its end, behind however many others.
  asked = 0;
  most += ROOT_LIMIT;
  search(bothEnds(findAll(':root>*,body>*'), OUTER_LIMIT), 0);
  shadowRoots = found;
  slots.clear();
  return [top, ...found];
}

/** All that a selector means in the page and in the shadow roots that the last search met. */
export function* findEverywhere(selector: string): Generator<Element> {
  yield* findAll(selector);
  for (const shadow of shadowRoots) yield* shadow.querySelectorAll(selector);
}

/** The first `count` of them: of tens of thousands not each is brought into this world. */
export function firstOf(elements: Generator<Element>, count: number): Element[] {
  const first: Element[] = [];
  for (const element of elements) if (first.push(element) >= count) break;
  return first;
}

/** The root, among those the last search met, that `host` shows. */
const shadowAt = (host: Element): ShadowRoot | undefined => shadowRoots.find((root) => root.host === host);

function shadowHostOf(element: Element): Element | null {
  const around = rootOf(element);
  return around instanceof ShadowRoot ? around.host : null;
}

/** Where a child of a host is shown: the first slot of its name, which is how browsers choose it, be the root closed or not. */
function slotOf(child: Element, shadow: ShadowRoot): Element | undefined {
  let named = slots.get(shadow);
  if (!named) {
    // The last one of a name is put in first, so that the first one stays.
    const all = [...shadow.querySelectorAll('slot')].reverse();
    slots.set(shadow, (named = new Map(all.map((slot) => [attributeOf(slot, 'name') ?? '', slot]))));
  }
  return named.get(attributeOf(child, 'slot') ?? '');
}

/** What is shown in an element: its parts, or those of its shadow root, and what stands in their slots. */
export function* partsShownIn(element: Element): Generator<Element> {
  for (const part of shadowAt(element)?.querySelectorAll('*') ?? partsOf(element)) {
    yield part;
    const slotted = part instanceof HTMLSlotElement ? part.assignedElements() : [];
    for (const one of slotted) {
      yield one;
      yield* partsOf(one);
    }
  }
}

/** The element around it as it is shown: the slot that it is put into; for the outermost of a shadow root, the host. */
export function flatParent(element: Element): Element | null {
  const parent = parentOf(element);
  const shadow = parent ? shadowAt(parent) : undefined;
  return (shadow && slotOf(element, shadow)) ?? parent ?? shadowHostOf(element);
}

/** The innermost host, of the roots that the last search met, that shows `element` in a slot; null where none does. */
function slotAround(element: Element): Element | null {
  const inner = shadowRoots
    .filter(({ host }) => host !== element && contains(host, element))
    .reduce<ShadowRoot | null>((last, one) => (last && contains(one.host, last.host) ? last : one), null);
  if (!inner) return null;
  let child = element;
  for (let parent = parentOf(child); parent && parent !== inner.host; parent = parentOf(child))
    child = parent;
  return slotOf(child, inner) ?? null;
}

/** Whether `element` is shown in one of `outer`, be it in shadow roots in there, or in a slot in there. */
export function standsIn(outer: readonly Element[], element: Element): boolean {
  let at: Element | null = element;
  for (let step = 0; at && step < AROUND_LIMIT; step += 1) {
    const inner: Element = at;
    if (outer.some((one) => contains(one, inner))) return true;
    at = slotAround(inner) ?? shadowHostOf(inner);
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
