import { h } from '../shared/h';
import { knownKey, t } from '../shared/i18n';
import { notice } from '../shared/parts';

/** Puts one sentence (a text key) at the end of the screen, spoken to screen readers; the sentence before it goes. */
export function say(key: string): void {
  document.getElementById('said')?.remove();
  const sentence = h('p', null, t(knownKey(key, 'errors.action')));
  const said = h('div', { id: 'said', role: 'alert' }, notice('care', sentence));
  document.getElementById('app')?.append(said);
  said.scrollIntoView({ block: 'nearest' }); // below the fold, nothing would seem to have come of the press
}
