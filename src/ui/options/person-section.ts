import { h } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { field } from '../shared/parts';
import { isLocked, lockedNote, save, section } from './section';

/** Name and number of somebody to call before any stranger; shown in the guide. */
export function personSection(page: Page): HTMLElement {
  const { trustedPerson } = page.settings;
  const disabled = isLocked(page, 'trustedPerson');
  const store = (): Promise<void> =>
    save(page, { trustedPerson: { name: name.value.trim(), phone: phone.value.trim() } });
  const common = { maxlength: 80, autocomplete: 'off', disabled, onchange: store };
  const name: HTMLInputElement = h('input', {
    ...common,
    type: 'text',
    id: 'person-name',
    value: trustedPerson.name,
  });
  const phone: HTMLInputElement = h('input', {
    ...common,
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
    lockedNote(page, 'trustedPerson'),
  );
}
