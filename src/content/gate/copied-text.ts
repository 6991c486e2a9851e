import { CLAIM_DETAIL_LENGTH } from '../../messages/page-bridge';
import { activeElement } from '../safe-document';

/** What a copy command would take now: the focused text field's text (never a password), else the selection. */
export function copiedText(): string {
  const field = activeElement();
  if (field instanceof HTMLTextAreaElement) return field.value.slice(0, CLAIM_DETAIL_LENGTH);
  if (field instanceof HTMLInputElement)
    return field.type === 'password' ? '' : field.value.slice(0, CLAIM_DETAIL_LENGTH);
  return getSelection()?.toString().slice(0, CLAIM_DETAIL_LENGTH) ?? '';
}
