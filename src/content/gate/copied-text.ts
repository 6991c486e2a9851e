import { CLAIM_DETAIL_LENGTH } from '../../messages/page-bridge';
import { activeElement } from '../safe-document';

/** What a copy command would take now: the focused text field's text (never a password), else the selection. */
export function copiedText(): string {
  const field = activeElement();
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  const text = isField ? field.type !== 'password' && field.value : getSelection()?.toString();
  return (text || '').slice(0, CLAIM_DETAIL_LENGTH);
}
