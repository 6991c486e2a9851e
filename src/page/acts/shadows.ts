import { wrapMethod } from '../disguise';
import { apply } from '../natives';
import type { Scope } from '../scope';

/**
 * attachShadow on an element that is there already: no observer is told, so the gate is, to look again. No act: there is
 * nothing to stop once the page is defused.
 */
export function watchShadows(scope: Scope): void {
  wrapMethod(scope, scope.window.Element.prototype, 'attachShadow', (native, self, args) => {
    scope.claim('root');
    return apply(native, self, args);
  });
}
