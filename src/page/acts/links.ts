import { wrapMethod } from '../disguise';
import { apply, cancelEvent, stopEvent, targetOf, type Native } from '../natives';
import { listen, type Scope } from '../scope';

/**
 * An address that opens another program (tel:, mailto:, ms-settings:): not relative, and of no scheme that stays in the
 * browser; the parser drops tabs and line ends in a scheme. One pattern that no ordinary address fits: what fits changes
 * the page's own `RegExp.$1`, and each pushState comes by here.
 */
const LEAVES =
  /^\s*(?!(?:https?|about|blob|data|javascript|file|\w+-extension|view-source):)[a-z][\w+.\s-]*:/i;

const match = RegExp.prototype.exec as unknown as Native;
/** Whether the address, whole or as it stands in a link, would open a program other than the browser. */
export const leavesTheBrowser = (address: string): boolean => apply(match, LEAVES, [address]) !== null;

/**
 * Links clicked by script: downloads, and addresses that open another program. A person's click is not claimed.
 * By selector and attribute: the class of links would cost every page more to bring to life than it tells.
 */
export function watchLinks(scope: Scope): void {
  const { window } = scope;
  const { Element, Node, HTMLElement } = window;
  const closest = Element.prototype.closest as Native;
  const rootOf = Node.prototype.getRootNode as Native;
  const getAttribute = Element.prototype.getAttribute as Native;
  /**
   * Claims what a click here would do beyond following a link: what is clicked may stand anywhere inside one.
   * @returns whether it must do nothing. @throws for what is no element
   */
  const claimPress = (target: unknown): boolean => {
    const link = apply(closest, target, [':any-link']);
    if (!link) return false;
    const read = (name: string) => apply(getAttribute, link, [name]) as string | null;
    const href = read('href') ?? ''; // an SVG drawing may have it by its older name
    const saves = read('download') !== null;
    if (!saves && !leavesTheBrowser(href)) return false;
    scope.claim(saves ? 'download' : 'external-link', href);
    return scope.defused();
  };
  const listenForClicks = watchClicksInPage(scope, claimPress);
  // Outside the document a link sends no event through the window, in a shadow root none that names it.
  wrapMethod(scope, HTMLElement.prototype, 'click', (native, self, args) => {
    try {
      listenForClicks();
      if (apply(rootOf, self, []) !== window.document && claimPress(self)) return;
    } catch {
      // The claim is lost; the click goes on as if we were not there.
    }
    return apply(native, self, args);
  });
}

/** Clicks made by script, with click() or dispatchEvent, on links in the document. Gives what listens anew. */
function watchClicksInPage(scope: Scope, claimPress: (target: object) => boolean): () => void {
  return listen(scope, scope.window, 'click', (click) => {
    try {
      if (click.isTrusted || !claimPress(targetOf(click))) return;
      apply(cancelEvent, click, []);
      apply(stopEvent, click, []);
    } catch {
      // Of the window, or of what else is no element: no link is pressed.
    }
  });
}
