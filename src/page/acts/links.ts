import { apply, cancelEvent, getterOf, nothing, stopEvent, targetOf, type Native } from '../natives';
import type { ClaimName } from '../claims';
import { listen, watch, type Scope } from '../scope';

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

/** What a script's click on this would do beyond following a link, null for anything ordinary. */
type KindOf = (target: object) => 'download' | 'external-link' | null;

/**
 * Links clicked by script: downloads, and addresses that open another program. A person's click is not claimed.
 * By name and attribute: the class of links would cost every page more to bring to life than it tells.
 */
export function watchLinks(scope: Scope): void {
  const { Element, Node, HTMLElement } = scope.window;
  const nameOf = getterOf<string>(Element.prototype, 'localName');
  const connected = getterOf<boolean>(Node.prototype, 'isConnected');
  const getAttribute = Element.prototype.getAttribute as Native;
  const hrefOf = (link: object): string => (apply(getAttribute, link, ['href']) as string | null) ?? '';
  const kindOf: KindOf = (target) => {
    if (nameOf(target) !== 'a') return null; // its `nodeName` may have a prefix
    if (apply(getAttribute, target, ['download']) !== null) return 'download';
    return leavesTheBrowser(hrefOf(target)) ? 'external-link' : null;
  };
  const listenForClicks = watchClicksInPage(scope, kindOf, hrefOf);
  // A link outside the document sends no event through the window; only click() tells.
  let kind: ReturnType<KindOf> = null;
  watch(scope, HTMLElement.prototype, 'click', {
    act: () => kind as ClaimName, // `when` has found one
    when: (_args, self) => {
      listenForClicks();
      kind = connected(self as object) ? null : kindOf(self as object);
      return kind !== null;
    },
    detail: (_args, self) => hrefOf(self as object),
    instead: nothing,
  });
}

/**
 * Clicks made by script, with click() or dispatchEvent, on links in the document. Gives what listens anew.
 */
function watchClicksInPage(scope: Scope, kindOf: KindOf, hrefOf: (link: object) => string): () => void {
  const { window } = scope;
  const onClick = (click: Event): void => {
    if (click.isTrusted) return;
    try {
      const link = targetOf(click);
      const act = kindOf(link);
      if (!act) return;
      scope.claim(act, hrefOf(link));
      if (!scope.defused()) return;
      apply(cancelEvent, click, []);
      apply(stopEvent, click, []);
    } catch {
      // Of the window, or of what else is no element: no link is pressed.
    }
  };
  return listen(scope, window, 'click', onClick);
}
