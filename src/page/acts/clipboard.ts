import { apply, never, prototypeOf, type Native } from '../natives';
import { atFirstRead, takeText, watch, type Scope } from '../scope';

/** Writing to the clipboard: a page that then asks to press Windows+R and paste wants a command run. */
export function watchClipboard(scope: Scope): void {
  const { window } = scope;
  atFirstRead(scope, window.Navigator.prototype, 'clipboard', (found) => {
    const prototype = prototypeOf(found);
    watch(scope, prototype, 'writeText', {
      act: 'clipboard',
      detail: (args) => takeText(args),
      instead: never,
    });
    watch(scope, prototype, 'write', { act: 'clipboard', instead: never });
  });
}

const toSmall = String.prototype.toLowerCase as Native;

/**
 * The older way to the same, and in Chromium one to the print window; what a copy command takes is read by
 * src/content/gate/copied-text.ts.
 */
export function watchCommand(scope: Scope): void {
  watch(scope, scope.window.Document.prototype, 'execCommand', {
    act: (args) => {
      // In any case of letters, as the browser takes it. Not by a pattern, which would change the page's own `RegExp.$1`.
      const name = apply(toSmall, takeText(args), []);
      return name === 'print' ? name : (name === 'copy' || name === 'cut') && 'clipboard';
    },
    instead: () => false,
  });
}
