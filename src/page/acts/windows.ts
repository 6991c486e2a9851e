import { wrapMethod } from '../disguise';
import { apply } from '../natives';
import { takeText, type Scope } from '../scope';

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
    // Without an address it has its own hook already, as a frame has.
    if (opened && args[0] && args[0] !== 'about:blank') scope.adopt(opened);
    return opened;
  });
}
