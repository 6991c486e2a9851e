import { atFirstRead, type Scope } from '../scope';
import { watchClipboard } from './clipboard';
import { watchKeyboardLock } from './locks';
import { watchVibrate } from './vibrate';

/** All that a page reaches by `navigator`, in both its names, is watched from the page's first touch of it. */
export function watchNavigator(scope: Scope): void {
  let watched = false;
  const install = (): void => {
    if (watched) return;
    watched = true;
    watchKeyboardLock(scope);
    watchVibrate(scope);
    watchClipboard(scope);
  };
  atFirstRead(scope, scope.window, 'navigator', install);
  atFirstRead(scope, scope.window, 'clientInformation', install);
}
