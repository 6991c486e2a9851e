import { apply, getterOf, matches, nothing, stopEvent, type Native } from '../natives';
import { listen, watch, type Scope } from '../scope';

/** Schemes that stay in the browser; anything else (tel:, mailto:, ms-settings:) opens another program. */
const STAYS = /^\s*(?:https?|about|blob|data|javascript|file|\w+-extension|view-source):/i;
/** What begins an address that is not relative to the page's own; the parser drops tabs and line ends in it. */
const SCHEME = /^\s*[a-z][\w+.\s-]*:/i;

/** Whether the address, whole or as it stands in a link, would open a program other than the browser. */
export const leavesTheBrowser = (address: string): boolean =>
  matches(SCHEME, address) && !matches(STAYS, address);

/** What a script's click on this would do beyond following a link, null for anything ordinary. */
type KindOf = (target: object) => 'download' | 'external-link' | null;

/**
 * Links clicked by script: downloads, and addresses that open another program. A person's click is not claimed.
 * By name and attribute: the class of links would cost every page more to bring to life than it tells.
 */
export function watchLinks(scope: Scope): void {
  const { Element, Node, HTMLElement } = scope.window;
  const nameOf = getterOf<string>(Node.prototype, 'nodeName');
  const connected = getterOf<boolean>(Node.prototype, 'isConnected');
  const getAttribute = Element.prototype.getAttribute as Native;
  const hrefOf = (link: object): string => (apply(getAttribute, link, ['href']) as string | null) ?? '';
  const kindOf: KindOf = (target) => {
    const name = nameOf(target);
    if (name !== 'A' && name !== 'a') return null;
    if (apply(getAttribute, target, ['download']) !== null) return 'download';
    return leavesTheBrowser(hrefOf(target)) ? 'external-link' : null;
  };
  watchClicksInPage(scope, kindOf, hrefOf);
  // A link outside the document sends no event through the window; only click() tells.
  let kind: ReturnType<KindOf> = null;
  watch(scope, HTMLElement.prototype, 'click', {
    act: () => kind ?? 'external-link',
    when: (_args, self) => {
      kind = connected(self as object) ? null : kindOf(self as object);
      return kind !== null;
    },
    detail: (_args, self) => hrefOf(self as object),
    instead: nothing,
  });
}

/** Clicks made by script, with click() or dispatchEvent, on links in the document. */
function watchClicksInPage(scope: Scope, kindOf: KindOf, hrefOf: (link: object) => string): void {
  const { window } = scope;
  const cancel = window.Event.prototype.preventDefault as Native;
  const onClick = (click: Event): void => {
    if (click.isTrusted) return;
    const link = click.target as object;
    const act = link === window ? null : kindOf(link);
    if (!act) return;
    scope.claim(act, hrefOf(link));
    if (!scope.defused()) return;
    apply(cancel, click, []);
    apply(stopEvent, click, []);
  };
  listen(scope, window, 'click', onClick);
}
