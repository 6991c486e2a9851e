import { PERSON_LENGTH } from '../../storage/settings-schema';
import { saveSettings, type Patch } from '../../storage/settings-store';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { field } from '../shared/parts';
import { storedWhileTyped } from '../shared/trouble';
import { isLocked, lockedNote, save, section } from './section';

type Line = Patch['trustedPerson'];

/** Name and number of somebody to call before any stranger; shown in the guide. */
export function personSection(page: Page): HTMLElement {
  const { trustedPerson } = page.settings;
  const disabled = isLocked(page, 'trustedPerson');
  // At each letter, without a word: closing the tab leaves the field without "change".
  const trouble = h('p', { role: 'alert' });
  const keep = (line: Line) => storedWhileTyped(trouble, saveSettings({ trustedPerson: line }));
  const common = (line: () => Line) => ({
    maxlength: PERSON_LENGTH,
    autocomplete: 'off',
    disabled,
    oninput: () => keep(line()),
    onchange: () => save(page, { trustedPerson: line() }),
  });
  const name: HTMLInputElement = h('input', {
    ...common(() => ({ name: name.value.trim() })),
    type: 'text',
    id: 'person-name',
    value: trustedPerson.name,
  });
  const phone: HTMLInputElement = h('input', {
    ...common(() => ({ phone: phone.value.trim() })),
    type: 'tel',
    id: 'person-phone',
    value: trustedPerson.phone,
  });
  return section(
    'trusted-person',
    t('options.personTitle'),
    h('p', null, t('options.personIntro')),
    field(t('options.personName'), name),
    field(t('options.personPhone'), phone),
    trouble,
    lockedNote(page, 'trustedPerson'),
  );
}
