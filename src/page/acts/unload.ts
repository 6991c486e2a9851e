import { wrapMethod, wrapSetter, type Call } from '../disguise';
import { apply, stopEvent } from '../natives';
import { argument, listen, takeText, type Scope } from '../scope';

/**
 * "Leave this page?" (the attribute of `<body>` is seen by src/content): claims the registration of beforeunload
 * handlers, and swallows the event after a defuse.
 * Our own listener goes in just before the page's first one, not earlier: a listener on every page would slow every
 * navigation and keep pages out of the back-forward cache. Not later either: Chromium asks a window's listeners in the
 * order in which they were set, capturing or not. It stays until the page is trusted.
 */
export function watchUnload(scope: Scope): void {
  const { window } = scope;
  const swallow = (event: Event): void => {
    if (scope.defused()) apply(stopEvent, event, []);
  };
  let again: (() => void) | null = null;
  const arm = (): void => (again ??= listen(scope, window, 'beforeunload', swallow))();
  const registered = (): void => {
    try {
      arm();
      scope.claim('beforeunload');
    } catch {
      // The claim is lost; the handler is set.
    }
  };
  watchRegistration(scope, registered);
  /** Tells of handlers being set, not of handlers being removed. */
  const set: Call = (native, self, args) => {
    if (typeof argument(args) === 'function') registered();
    return apply(native, self, args);
  };
  wrapSetter(scope, window, 'onbeforeunload', set);
  wrapSetter(scope, window.HTMLBodyElement.prototype, 'onbeforeunload', set);
  scope.onDefuse(() => {
    arm();
    const before = window.onbeforeunload;
    window.onbeforeunload = null;
    scope.undo(() => (window.onbeforeunload ??= before)); // a mistake: the form asks again before it is lost
  });
}

/** addEventListener is called thousands of times by large pages: two comparisons, and nothing else, for those. */
function watchRegistration(scope: Scope, registered: () => void): void {
  wrapMethod(scope, scope.window.EventTarget.prototype, 'addEventListener', (native, self, args) => {
    if (takeText(args) === 'beforeunload') registered();
    return apply(native, self, args);
  });
}
