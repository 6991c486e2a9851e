import type { ActName } from '../claims';
import { wrapMethod } from '../disguise';
import { apply } from '../natives';
import { takeText, type Scope } from '../scope';

/** alert, confirm and prompt: the claim with the dialog's text leaves before the dialog holds the page up. */
export function watchDialogs(scope: Scope): void {
  watchDialog(scope, 'alert');
  watchDialog(scope, 'confirm', false);
  watchDialog(scope, 'prompt', null);
}

function watchDialog(scope: Scope, name: ActName, answer?: unknown): void {
  wrapMethod(scope, scope.window, name, (native, self, args) => {
    let suppressed = false;
    try {
      const text = takeText(args);
      // What a prompt has in its field is read, too.
      const field = answer === null && takeText(args, 1);
      suppressed = scope.defused();
      scope.claim(name, field ? `${text}\n${field}` : text);
    } catch {
      // The claim is lost; the dialog comes as asked.
    }
    return suppressed ? answer : apply(native, self, args);
  });
}
