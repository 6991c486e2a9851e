import { apply, cut, getterOf, never, type Native } from '../natives';
import { CLAIM_DETAIL_LENGTH } from '../../messages/page-bridge';
import { textOf, watch, type Scope } from '../scope';

/** Writing to the clipboard: a page that then asks to press Windows+R and paste wants a command run. */
export function watchClipboard(scope: Scope): void {
  const { window } = scope;
  const { Clipboard } = window as Partial<typeof window>; // only in secure pages
  if (Clipboard) {
    const written = { act: 'clipboard' as const, instead: never };
    watch(scope, Clipboard.prototype, 'writeText', { ...written, detail: (args) => textOf(args[0]) });
    watch(scope, Clipboard.prototype, 'write', written);
  }
  const selected = selectionReader(window);
  watch(scope, window.Document.prototype, 'execCommand', {
    act: 'clipboard',
    when: (args) => isCopy(args[0]),
    detail: selected,
    instead: () => false,
  });
}

const isCopy = (command: unknown): boolean =>
  typeof command === 'string' && (command === 'copy' || command === 'cut' || command === 'Copy');

/** Gives the text that a copy command would take: of the focused text field, else of the selection. */
function selectionReader(window: Scope['window']): () => string {
  const { document } = window;
  const focused = getterOf<Element | null>(window.Document.prototype, 'activeElement');
  const areaText = getterOf<string>(window.HTMLTextAreaElement.prototype, 'value');
  const inputText = getterOf<string>(window.HTMLInputElement.prototype, 'value');
  const getSelection = window.getSelection as Native;
  const print = window.Selection.prototype.toString as Native;
  const { HTMLTextAreaElement: Area, HTMLInputElement: Input } = window;
  return () => {
    const field = focused(document);
    if (field instanceof Area) return areaText(field);
    if (field instanceof Input) return field.type === 'password' ? '' : inputText(field);
    const selection = apply(getSelection, window, []);
    return selection ? cut(apply(print, selection, []) as string, CLAIM_DETAIL_LENGTH) : '';
  };
}
