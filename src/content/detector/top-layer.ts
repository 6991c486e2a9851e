/**
 * What stands in the top layer is painted beside the page's root (docs/browser-facts.md): no light, clip or edge of the
 * boxes around it reaches it. What is not displayed in them is not there either, and being invisible is inherited.
 */
import { DEEPEST } from '../safe-document';
import { isA, isShown } from './safe-element';
import { flatParent } from './shadow-roots';

/** A modal dialog or an element in full screen, and an open popover; a browser passes over those that it does not know. */
const ON_TOP = ':is(:modal,:popover-open)';

/** Whether it stands in the top layer. One that a transition keeps there after its end is told by its style alone. */
function isOnTop(element: Element): boolean {
  const { overlay } = getComputedStyle(element) as { overlay?: string }; // missing in TypeScript, and in Firefox
  return overlay === 'auto' || isA(element, ON_TOP);
}

/** The element around it that it is painted in, as it is shown; null for one in the top layer. */
export const paintedIn = (element: Element): Element | null =>
  isOnTop(element) ? null : flatParent(element);

/** Whether it has a box that is neither invisible nor fully transparent, nor painted in one that is. */
export function isSeen(element: Element): boolean {
  if (isShown(element)) return true;
  if (!isShown(element, { opacityProperty: false })) return false;
  let at: Element | null = element;
  for (let depth = 0; at && getComputedStyle(at).opacity !== '0' && depth < DEEPEST; depth += 1) {
    if (isOnTop(at)) return true;
    at = flatParent(at);
  }
  return false;
}
