import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { icon, type IconName } from '../shared/icon';
import type { Page } from '../shared/page';
import { card } from '../shared/parts';
import type { TextKey } from '../shared/text-keys';
import { accessPlace } from './access';

/** What it does, why it needs all sites, what it never does. */
export function meetScreen({ settings }: Page): Child[] {
  const title = h('h1', null, t('welcome.meetTitle'));
  const told = (may: boolean): void =>
    void (title.textContent = t(may ? 'welcome.meetTitle' : 'welcome.meetTitleAsk'));
  return [
    title,
    h('p', { class: 'lead' }, t('welcome.meetLead')),
    points('welcome.does', [
      ['eye', 'welcome.does1'],
      ['close', 'welcome.does2'],
      ['guide', 'welcome.does3'],
    ]),
    card(h('h2', null, t('welcome.whyAll')), h('p', null, t('welcome.whyAllText')), accessPlace({ told })),
    points('welcome.never', [
      ['lock', settings.sync ? 'welcome.never1Sync' : 'welcome.never1'],
      ['person', 'welcome.never2'],
      ['shield', 'welcome.never3'],
    ]),
  ];
}

function points(title: TextKey, rows: [IconName, TextKey][]): HTMLElement {
  const items = rows.map(([name, key]) => h('li', null, icon(name), h('span', null, t(key))));
  return card(h('h2', null, t(title)), h('ul', { class: 'points' }, items));
}
