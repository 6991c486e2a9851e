import { never } from '../natives';
import { watch, type Scope } from '../scope';

/** Notification.requestPermission: lockers ask again and again. */
export function watchNotification(scope: Scope): void {
  const { Notification } = scope.window as Partial<typeof scope.window>; // not in every frame and browser
  watch(scope, Notification, 'requestPermission', { act: 'notification', instead: never });
}
