import { ownPage } from '../../browser/own-page';
import { PERSON_LENGTH } from '../../storage/settings-schema';
import { saveSettings, type Patch } from '../../storage/settings-store';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { announce, buttonLink, card, field, notice } from '../shared/parts';
import { stored } from '../shared/trouble';
import { accessPlace } from './access';

/** Whom to call first, and where everything is found later. */
export function personScreen(page: Page): Child[] {
  return [
    h('h1', null, t('welcome.personTitle')),
    h('p', { class: 'lead' }, t('welcome.personLead')),
    personForm(page),
    accessPlace(() => notice('good', h('p', null, t('welcome.ready')))),
    h(
      'div',
      { class: 'row' },
      buttonLink(t('common.openPractice'), ownPage('practice'), 'play'),
      buttonLink(t('common.openGuide'), ownPage('guide'), 'guide'),
      buttonLink(t('common.openOptions'), ownPage('options'), 'settings'),
    ),
  ];
}

function personForm(page: Page): Child {
  if (page.policy.locked.includes('trustedPerson')) return null;
  const { trustedPerson, sync } = page.settings;
  type Line = Patch['trustedPerson'];
  const keep = async (line: Line): Promise<void> => {
    page.settings = await stored(saveSettings({ trustedPerson: line }));
  };
  const said = h('p', { class: 'quiet', id: 'person-saved' });
  const store = async (line: Line): Promise<void> => {
    await keep(line);
    said.textContent = t('welcome.personSaved'); // for who sees
    made.append(said);
    announce(t('welcome.personSaved'));
  };
  // At each letter: the last button may close the tab before what leaving a field begins is written.
  const common = (line: () => Line) => ({
    maxlength: PERSON_LENGTH,
    autocomplete: 'off',
    oninput: () => keep(line()),
    onchange: () => store(line()),
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
  const made = card(
    field(t('welcome.personName'), name),
    field(t('welcome.personPhone'), phone),
    h('p', { class: 'quiet small' }, t(sync ? 'welcome.personNoteSync' : 'welcome.personNote')),
  );
  return made;
}
