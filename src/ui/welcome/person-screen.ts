import { browser } from '../../browser/api';
import { ownPage } from '../../browser/own-page';
import { PERSON_LENGTH } from '../../storage/settings-schema';
import { saveSettings, type Patch } from '../../storage/settings-store';
import { h, show, type Child } from '../shared/h';
import { hasHelpdesk, helpdeskWords } from '../shared/helpdesk';
import { t } from '../shared/i18n';
import { icon } from '../shared/icon';
import type { Page } from '../shared/page';
import { announce, buttonLink, card, field, notice } from '../shared/parts';
import { stored, storedWhileTyped } from '../shared/trouble';
import { accessPlace } from './access';

/** Whom to call first, and where everything is found later. */
export function personScreen(page: Page): Child[] {
  const { policy } = page;
  const canChoose = !policy.locked.includes('trustedPerson');
  return [
    h('h1', null, t('welcome.personTitle')),
    h('p', { class: 'lead' }, t(canChoose ? 'welcome.personLead' : 'welcome.personLocked')),
    hasHelpdesk(policy) &&
      card(h('p', { class: 'person' }, icon('phone'), ' ', h('strong', null, ...helpdeskWords(policy)))),
    canChoose && personForm(page),
    accessPlace({ allowed: () => notice('good', h('p', null, t('welcome.ready')), privateLine()) }),
    h(
      'div',
      { class: 'row' },
      buttonLink(t('common.openPractice'), ownPage('practice'), 'play'),
      buttonLink(t('common.openGuide'), ownPage('guide'), 'guide'),
      buttonLink(t('common.openOptions'), ownPage('options'), 'settings'),
    ),
  ];
}

/** It is not there by itself, and nobody would know. */
function privateLine(): HTMLElement {
  const place = h('div', { id: 'private-off' });
  const say = (allowed: boolean): void => show(place, !allowed && h('p', null, t('welcome.privateOff')));
  void browser.extension.isAllowedIncognitoAccess().then(say);
  return place;
}

type Line = Patch['trustedPerson'];

function personForm(page: Page): Child {
  const { trustedPerson, sync } = page.settings;
  const trouble = h('p', { role: 'alert' });
  const keep = async (line: Line): Promise<void> => {
    page.settings = (await storedWhileTyped(trouble, saveSettings({ trustedPerson: line }))) ?? page.settings;
  };
  const said = h('p', { class: 'quiet', id: 'person-saved' });
  const store = async (line: Line): Promise<void> => {
    page.settings = await stored(saveSettings({ trustedPerson: line }));
    trouble.textContent = '';
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
    trouble,
    h('p', { class: 'quiet small' }, t(sync ? 'welcome.personNoteSync' : 'welcome.personNote')),
  );
  return made;
}
