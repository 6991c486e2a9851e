import { CLAIM_DETAIL_LENGTH } from '../../messages/page-bridge';
import { activeElement } from '../safe-document';

/** The programs by which the detector knows a command (run-command in rules/packs). */
const COMMAND = /\b(?:powershell|mshta|curl|cmd|msiexec|osascript|wget|bash)\b/i;

/** What a person has typed into, pasted into or filled in; seen-acts.ts adds to it. */
export const typedInto = new WeakSet<EventTarget>();

/**
 * The command that a page puts on the clipboard, '' for all else: whatever people copy for themselves stays in the page.
 * @param told what the call itself says; '' where it takes the focused field (never what somebody typed, never a
 * password) or the selection
 */
export function copiedText(told: string): string {
  const text = told || taken();
  return COMMAND.test(text) ? text : '';
}

function taken(): string {
  const field = activeElement();
  if (field && typedInto.has(field)) return '';
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  const text = isField ? field.type !== 'password' && field.value : getSelection()?.toString();
  return (text || '').slice(0, CLAIM_DETAIL_LENGTH);
}
