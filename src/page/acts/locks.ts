import { apply, never, type Native } from '../natives';
import { atFirstRead, watch, type Scope } from '../scope';

interface KeyboardWindow {
  Keyboard: { prototype: { unlock: Native } };
  navigator: { keyboard: object };
}

/** navigator.keyboard.lock: takes Esc and other keys away from the person while in full screen. */
export function watchKeyboardLock(scope: Scope): void {
  const window = scope.window as unknown as KeyboardWindow; // not in Firefox, nor in TypeScript's library
  atFirstRead(scope, scope.window.Navigator.prototype, 'keyboard', () => {
    const { prototype } = window.Keyboard;
    const { unlock } = prototype;
    watch(scope, prototype, 'lock', { act: 'keyboard-lock', instead: never });
    const { keyboard } = window.navigator; // last: the page may have put its own there
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
