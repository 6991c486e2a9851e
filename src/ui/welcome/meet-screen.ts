import { h, show, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { icon, type IconName } from '../shared/icon';
import { askAllSites, hasAllSites } from '../shared/own-page';
import { button, card, notice } from '../shared/parts';

/** What it does, why it needs all sites, what it never does. */
export function meetScreen(): Child[] {
  const access = h('div', { id: 'access' });
  void fillAccess(access);
  return [
    h('h1', null, t('welcome.meetTitle')),
    h('p', { class: 'lead' }, t('welcome.meetLead')),
    points('welcome.does', [
      ['eye', 'welcome.does1'],
      ['close', 'welcome.does2'],
      ['guide', 'welcome.does3'],
    ]),
    card(h('h2', null, t('welcome.whyAll')), h('p', null, t('welcome.whyAllText')), access),
    points('welcome.never', [
      ['lock', 'welcome.never1'],
      ['person', 'welcome.never2'],
      ['shield', 'welcome.never3'],
    ]),
  ];
}

function points(title: string, rows: [IconName, string][]): HTMLElement {
  const items = rows.map(([name, key]) => h('li', null, icon(name), h('span', null, t(key))));
  return card(h('h2', null, t(title)), h('ul', { class: 'points' }, items));
}

/** Firefox lets people install without the sites: then the button asks for them here. */
async function fillAccess(place: HTMLElement): Promise<void> {
  if (await hasAllSites()) return show(place);
  const allow = button({
    label: t('welcome.allow'),
    icon: 'eye',
    id: 'allow',
    onclick: async () => {
      await askAllSites();
      await fillAccess(place);
    },
  });
  show(place, notice('care', h('p', null, t('welcome.notAllowed')), h('div', { class: 'row' }, allow)));
}
