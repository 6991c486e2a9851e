import { wrapMethod } from '../disguise';
import { apply } from '../natives';
import { argument, takeText, type Scope } from '../scope';
import { pressedLately } from './links';

/**
 * window.open: swarms and popunders. A window opened without a click is adopted before the page gets it. One that
 * follows a click is not touched: in Chromium the first touch turns its address into about:blank until the site
 * answers, and people look there before they sign in (docs/browser-facts.md).
 */
export function watchOpen(scope: Scope): void {
  const { window } = scope;
  wrapMethod(scope, window, 'open', (native, self, args) => {
    let suppressed = false;
    try {
      suppressed = scope.defused();
      scope.claim('open-window', takeText(args));
    } catch {
      // The claim is lost; the window opens as asked.
    }
    if (suppressed) return null;
    const opened = apply(native, self, args);
    const address = argument(args);
    // Without an address it has its own hook already, as a frame has; so has this window, which '_self' gives.
    if (opened && opened !== window && address && address !== 'about:blank' && !pressedLately())
      scope.adopt(opened);
    return opened;
  });
}
