import { watch, type Scope } from '../scope';

/** navigator.vibrate, where the browser has it. */
export function watchVibrate(scope: Scope): void {
  watch(scope, scope.window.Navigator.prototype, 'vibrate', { act: 'vibrate', instead: () => false });
}
