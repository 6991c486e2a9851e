import { PERSON_LENGTH } from '../../storage/settings-schema';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { field } from '../shared/parts';
import { isLocked, lockedNote, save, section } from './section';

/** Name and number of somebody to call before any stranger; shown in the guide. */
export function personSection(page: Page): HTMLElement {
  const { trustedPerson } = page.settings;
  const disabled = isLocked(page, 'trustedPerson');
  const common = { maxlength: PERSON_LENGTH, autocomplete: 'off', disabled };
  const name: HTMLInputElement = h('input', {
    ...common,
    type: 'text',
    id: 'person-name',
    value: trustedPerson.name,
    onchange: () => save(page, { trustedPerson: { name: name.value.trim() } }),
  });
  const phone: HTMLInputElement = h('input', {
    ...common,
    type: 'tel',
    id: 'person-phone',
    value: trustedPerson.phone,
    onchange: () => save(page, { trustedPerson: { phone: phone.value.trim() } }),
  });
  return section(
    'trusted-person',
    t('options.personTitle'),
    h('p', null, t('options.personIntro')),
    field(t('options.personName'), name),
    field(t('options.personPhone'), phone),
    lockedNote(page, 'trustedPerson'),
  );
}
