import type { ClaimName } from '../claims';
import { takeText, watch, type Scope } from '../scope';

/** alert, confirm and prompt: the claim with the dialog's text leaves before the dialog holds the page up. */
export function watchDialogs(scope: Scope): void {
  watchDialog(scope, 'alert');
  watchDialog(scope, 'confirm', false);
  watchDialog(scope, 'prompt', null);
}

function watchDialog(scope: Scope, name: ClaimName, answer?: unknown): void {
  watch(scope, scope.window, name, {
    act: name,
    detail: (args) => {
      const text = takeText(args);
      // What a prompt has in its field is read, too.
      const field = answer === null && takeText(args, 1);
      return field ? `${text}\n${field}` : text;
    },
    instead: () => answer,
  });
}
