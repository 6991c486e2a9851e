import { apply, never, prototypeOf, type Native } from '../natives';
import { atFirstRead, watch, type Scope } from '../scope';

/** navigator.keyboard.lock: takes Esc and other keys away from the person while in full screen. */
export function watchKeyboardLock(scope: Scope): void {
  atFirstRead(scope, scope.window.Navigator.prototype, 'keyboard', (keyboard) => {
    const prototype = prototypeOf(keyboard);
    const { unlock } = prototype as { unlock: Native }; // not in Firefox, nor in TypeScript's library
    watch(scope, prototype, 'lock', { act: 'keyboard-lock', instead: never });
    scope.onDefuse(() => apply(unlock, keyboard, []));
  });
}

/** requestPointerLock: takes the mouse pointer away. */
export function watchPointerLock(scope: Scope): void {
  const { window } = scope;
  watch(scope, window.Element.prototype, 'requestPointerLock', { act: 'pointer-lock', instead: never });
  const exit = window.Document.prototype.exitPointerLock as Native;
  scope.onDefuse(() => apply(exit, window.document, []));
}
