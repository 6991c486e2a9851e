import { saveSettings } from '../../storage/settings-store';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { ownAddress } from '../shared/own-page';
import type { Page } from '../shared/page';
import { announce, buttonLink, card, field, notice } from '../shared/parts';

/** Whom to call first, and where everything is found later. */
export function personScreen(page: Page): Child[] {
  return [
    h('h1', null, t('welcome.personTitle')),
    h('p', { class: 'lead' }, t('welcome.personLead')),
    personForm(page),
    notice('good', h('p', null, t('welcome.ready'))),
    h(
      'div',
      { class: 'row' },
      buttonLink(t('common.openPractice'), ownAddress('practice'), 'play'),
      buttonLink(t('common.openGuide'), ownAddress('guide'), 'guide'),
      buttonLink(t('common.openOptions'), ownAddress('options'), 'settings'),
    ),
  ];
}

function personForm(page: Page): Child {
  if (page.policy.locked.includes('trustedPerson')) return null;
  const { trustedPerson } = page.settings;
  const store = async (): Promise<void> => {
    page.settings = await saveSettings({
      trustedPerson: { name: name.value.trim(), phone: phone.value.trim() },
    });
    announce(t('welcome.personSaved'));
  };
  const common = { maxlength: 80, autocomplete: 'off', onchange: store };
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
  return card(
    field(t('welcome.personName'), name),
    field(t('welcome.personPhone'), phone),
    h('p', { class: 'quiet small' }, t('welcome.personNote')),
  );
}
