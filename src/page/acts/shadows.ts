import { nothing } from '../natives';
import { watch, type Scope } from '../scope';

/** attachShadow on an element that is there already: no observer is told, so the gate is, to look again. */
export function watchShadows(scope: Scope): void {
  const when = (): boolean => {
    scope.claim('root');
    return false; // nothing to stop once the page is defused
  };
  watch(scope, scope.window.Element.prototype, 'attachShadow', { act: 'root', when, instead: nothing });
}
