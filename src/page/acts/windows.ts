import { wrapMethod } from '../disguise';
import { apply } from '../natives';
import { argument, takeText, type Scope } from '../scope';

/** window.open: swarms and popunders. Each window opened is adopted before the page gets it. */
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
    if (opened && opened !== window && address && address !== 'about:blank') scope.adopt(opened);
    return opened;
  });
}
