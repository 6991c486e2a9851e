import { never } from '../natives';
import { textOf, watch, type Scope } from '../scope';

/**
 * Writing to the clipboard: a page that then asks to press Windows+R and paste wants a command run. What a copy
 * command takes is read by src/content/gate/copied-text.ts.
 */
export function watchClipboard(scope: Scope): void {
  const { window } = scope;
  const { Clipboard } = window as Partial<typeof window>; // only in secure pages
  if (Clipboard) {
    const written = { act: 'clipboard' as const, instead: never };
    watch(scope, Clipboard.prototype, 'writeText', { ...written, detail: (args) => textOf(args[0]) });
    watch(scope, Clipboard.prototype, 'write', written);
  }
  watch(scope, window.Document.prototype, 'execCommand', {
    act: 'clipboard',
    when: (args) => isCopy(args[0]),
    instead: () => false,
  });
}

const isCopy = (command: unknown): boolean =>
  typeof command === 'string' && (command === 'copy' || command === 'cut' || command === 'Copy');
