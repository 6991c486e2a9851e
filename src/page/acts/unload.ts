import { wrapMethod, wrapSetter } from '../disguise';
import { apply, stopEvent, type Native } from '../natives';
import { listen, type Scope } from '../scope';

/**
 * "Leave this page?" (the attribute of `<body>` is seen by src/content): claims the registration of beforeunload handlers, and swallows the event after a defuse.
 * Our own listener goes in just before the page's first one, not earlier: a listener on every page would slow every
 * navigation and keep pages out of the back-forward cache.
 */
export function watchUnload(scope: Scope): void {
  const { window } = scope;
  let armed = false;
  const swallow = (event: Event): void => {
    if (scope.defused()) apply(stopEvent, event, []);
  };
  const arm = (): void => {
    if (armed) return;
    armed = true;
    listen(scope, window, 'beforeunload', swallow);
  };
  const registered = (): void => {
    try {
      arm();
      scope.claim('beforeunload');
    } catch {
      // The claim is lost; the handler is set.
    }
  };
  watchRegistration(scope, registered);
  const set = before(scope, registered);
  wrapSetter(scope, window, 'onbeforeunload', set);
  wrapSetter(scope, window.HTMLBodyElement.prototype, 'onbeforeunload', set);
  scope.onDefuse(() => {
    arm();
    window.onbeforeunload = null;
  });
}

/** A wrap that tells of handlers being set, not of handlers being removed. */
function before(scope: Scope, registered: () => void) {
  return (native: Native, self: unknown, args: unknown[]): unknown => {
    if (typeof args[0] === 'function' && !scope.defused()) registered();
    return apply(native, self, args);
  };
}

/** addEventListener is called thousands of times by large pages: one comparison, and nothing else, for those. */
function watchRegistration(scope: Scope, registered: () => void): void {
  wrapMethod(scope, scope.window.EventTarget.prototype, 'addEventListener', (native, self, args) => {
    if (args[0] === 'beforeunload') registered();
    return apply(native, self, args);
  });
}
