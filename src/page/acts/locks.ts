import { apply, never, type Native } from '../natives';
import { watch, type Scope } from '../scope';

/** navigator.keyboard.lock: takes Esc and other keys away from the person while in full screen. */
export function watchKeyboardLock(scope: Scope): void {
  const { Keyboard } = scope.window as unknown as { Keyboard?: { prototype: object } }; // not in Firefox
  if (!Keyboard) return;
  watch(scope, Keyboard.prototype, 'lock', { act: 'keyboard-lock', instead: never });
  const unlock = (Keyboard.prototype as { unlock?: Native }).unlock;
  const { navigator } = scope.window as unknown as { navigator: { keyboard?: object } };
  scope.onDefuse(() => {
    if (unlock && navigator.keyboard) apply(unlock, navigator.keyboard, []);
  });
}

/** requestPointerLock: takes the mouse pointer away. */
export function watchPointerLock(scope: Scope): void {
  const { document } = scope.window;
  watch(scope, scope.window.Element.prototype, 'requestPointerLock', { act: 'pointer-lock', instead: never });
  const exit = document.exitPointerLock as Native;
  scope.onDefuse(() => {
    if (document.pointerLockElement) apply(exit, document, []);
  });
}
