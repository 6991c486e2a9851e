import { nothing } from '../natives';
import { watch, type Scope } from '../scope';

/** window.print: its dialog blocks like an alert. */
export function watchPrint(scope: Scope): void {
  watch(scope, scope.window, 'print', { act: 'print', instead: nothing });
}
