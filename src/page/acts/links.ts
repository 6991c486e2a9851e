import { addListener, apply, getterOf, removeListener, stopEvent, type Native } from '../natives';
import { watch, type Scope } from '../scope';

/** Schemes that stay in the browser; anything else (tel:, mailto:, ms-settings:) opens another program. */
const STAYS =
  /^(?:https?|about|blob|data|javascript|file|chrome-extension|moz-extension|view-source|ws|wss):/i;
const test = RegExp.prototype.exec as unknown as Native;

/** Whether the address would open a program other than the browser. */
export const leavesTheBrowser = (address: string): boolean =>
  address !== '' && apply(test, STAYS, [address]) === null;

/** What a script's click on this would do beyond following a link, null for anything ordinary. */
type KindOf = (target: unknown) => 'download' | 'external-link' | null;

/** Links clicked by script: downloads, and addresses that open another program. A person's click is not claimed. */
export function watchLinks(scope: Scope): void {
  const { HTMLAnchorElement: Anchor, Element, Node } = scope.window;
  const hrefOf = getterOf<string>(Anchor.prototype, 'href');
  const connected = getterOf<boolean>(Node.prototype, 'isConnected');
  const hasAttribute = Element.prototype.hasAttribute as Native;
  const kindOf: KindOf = (target) => {
    if (!(target instanceof Anchor)) return null;
    if (apply(hasAttribute, target, ['download']) === true) return 'download';
    return leavesTheBrowser(hrefOf(target)) ? 'external-link' : null;
  };
  watchClicksInPage(scope, kindOf, hrefOf);
  // A link outside the document sends no event through the window; only click() tells.
  for (const act of ['download', 'external-link'] as const) {
    watch(scope, scope.window.HTMLElement.prototype, 'click', {
      act,
      when: (_args, self) => kindOf(self) === act && !connected(self as Node),
      detail: (_args, self) => hrefOf(self as object),
      instead: () => undefined,
    });
  }
}

/** Clicks made by script, with click() or dispatchEvent, on links in the document. */
function watchClicksInPage(scope: Scope, kindOf: KindOf, hrefOf: (link: object) => string): void {
  const { window } = scope;
  const cancel = window.Event.prototype.preventDefault as Native;
  const onClick = (click: Event): void => {
    if (click.isTrusted) return;
    const act = kindOf(click.target);
    if (!act) return;
    scope.claim(act, hrefOf(click.target as object));
    if (!scope.defused()) return;
    apply(cancel, click, []);
    apply(stopEvent, click, []);
  };
  apply(addListener, window, ['click', onClick, true]);
  scope.undo(() => apply(removeListener, window, ['click', onClick, true]));
}
