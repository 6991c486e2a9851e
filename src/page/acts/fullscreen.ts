import { argument, watch, type Scope } from '../scope';
import { apply, getOwnPropertyDescriptor, isObject, never, nothing, type Native } from '../natives';

/** Full screen in all its names; the `keyboardLock` option counts as a keyboard lock as well. */
export function watchFullscreen(scope: Scope): void {
  const { window } = scope;
  const element = window.Element.prototype;
  watch(scope, element, 'requestFullscreen', {
    act: 'fullscreen',
    detail: (args) => {
      if (locksKeyboard(argument(args))) scope.claim('keyboard-lock', 'fullscreen');
      return '';
    },
    instead: never,
  });
  const older = { act: 'fullscreen' as const, instead: nothing };
  watch(scope, element, 'webkitRequestFullscreen', older);
  watch(scope, element, 'webkitRequestFullScreen', older);
  watch(scope, element, 'mozRequestFullScreen', older);
  const exit = window.Document.prototype.exitFullscreen as Native;
  // Not asked whether there is any: the page could have the document say no.
  scope.onDefuse(() => {
    (apply(exit, window.document, []) as Promise<void>).catch(nothing);
  });
}

/** Reads the option without running a getter of the page's. */
function locksKeyboard(options: unknown): boolean {
  if (!isObject(options)) return false;
  const value: unknown = getOwnPropertyDescriptor(options, 'keyboardLock')?.value;
  return typeof value === 'string' && value !== 'none';
}
