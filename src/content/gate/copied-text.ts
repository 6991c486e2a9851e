import { activeElement } from '../safe-document';

/** Longest text taken, in characters: a command fits. */
const LENGTH = 1_000;

/** What a copy command would take now: the focused text field's text (never a password), else the selection. */
export function copiedText(): string {
  const field = activeElement();
  if (field instanceof HTMLTextAreaElement) return field.value.slice(0, LENGTH);
  if (field instanceof HTMLInputElement) return field.type === 'password' ? '' : field.value.slice(0, LENGTH);
  return getSelection()?.toString().slice(0, LENGTH) ?? '';
}
