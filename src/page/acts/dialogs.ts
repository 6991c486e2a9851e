import type { ActName } from '../claims';
import { wrapMethod } from '../disguise';
import { apply } from '../natives';
import { textOf, type Scope } from '../scope';

/** alert, confirm and prompt: the claim with the dialog's text leaves before the dialog holds the page up. */
export function watchDialogs(scope: Scope): void {
  watchDialog(scope, 'alert');
  watchDialog(scope, 'confirm', false);
  watchDialog(scope, 'prompt', null);
}

function watchDialog(scope: Scope, name: ActName, answer?: unknown): void {
  wrapMethod(scope, scope.window, name, (native, self, args) => {
    const given = args[0];
    // Made a text once, here, as the native would: its text is then known, and the page sees one conversion.
    if ((typeof given === 'object' && given) || typeof given === 'function')
      args[0] = `${given as unknown as string}`;
    let suppressed = false;
    try {
      suppressed = scope.defused();
      const text = textOf(args[0]);
      // What a prompt has in its field is read, too.
      scope.claim(name, answer === null && args[1] ? `${text}\n${textOf(args[1])}` : text);
    } catch {
      // The claim is lost; the dialog comes as asked.
    }
    return suppressed ? answer : apply(native, self, args);
  });
}
