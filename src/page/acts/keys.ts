import { addListener, apply, getterOf, later, removeListener, stopEvent } from '../natives';
import type { Scope } from '../scope';

/** The keys by which people get away: out of full screen, to the task list, to close or to look at the source. */
const WAYS_OUT = ['Escape', 'F11', 'F12', 'Alt', 'Control', 'F4', 'Meta'];

/**
 * Keys and the context menu being blocked. Nothing is wrapped: once a real key press has been through the page, the
 * browser says whether the page prevented it, whatever way it did so.
 */
export function watchKeys(scope: Scope): void {
  const { window } = scope;
  const prevented = getterOf<boolean>(window.Event.prototype, 'defaultPrevented');
  const keyOf = getterOf<string>(window.KeyboardEvent.prototype, 'key');
  const look = (event: Event, act: 'block-key' | 'block-menu', detail: string): void => {
    // A page already judged does not get to see these at all.
    if (scope.defused()) apply(stopEvent, event, []);
    else later(() => prevented(event) && scope.claim(act, detail), 0);
  };
  const onKey = (event: Event): void => {
    if (!event.isTrusted) return;
    const key = keyOf(event);
    for (let index = 0; index < WAYS_OUT.length; index++)
      if (WAYS_OUT[index] === key) return look(event, 'block-key', key);
  };
  const onMenu = (event: Event): void => {
    if (event.isTrusted) look(event, 'block-menu', '');
  };
  const listen = (change: typeof addListener): void => {
    apply(change, window, ['keydown', onKey, true]);
    apply(change, window, ['contextmenu', onMenu, true]);
  };
  listen(addListener);
  scope.undo(() => listen(removeListener));
  // document.open() takes window listeners away.
  scope.onDefuse(() => listen(addListener));
}
