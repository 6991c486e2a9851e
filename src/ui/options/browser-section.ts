import { browser } from '../../browser/api';
import { brandHere } from '../../browser/brand';
import { openKeys } from '../../browser/key-settings';
import { addressBreaks } from '../shared/address-breaks';
import { h, show } from '../shared/h';
import { rich, t } from '../shared/i18n';
import { closeKeys, keyCaps } from '../shared/key-caps';
import type { Page } from '../shared/page';
import { button, notice } from '../shared/parts';
import { inARow } from '../shared/sentences';
import { accessPlace } from './access-lead';
import { section, switchField } from './section';

/** What the browser decides: access to the sites, private windows, the key, sync. */
export function browserSection(page: Page): HTMLElement {
  const key = h('p', { id: 'shortcut' });
  const secret = h('p', { id: 'private' }, '');
  void fillKey(key);
  void fillPrivate(secret);
  return section(
    'browser',
    t('options.browserTitle'),
    accessPlace('access', notice('good', h('p', null, t('options.accessAll')))),
    h('h3', null, t('options.privateTitle')),
    secret,
    h('p', { class: 'quiet' }, t('options.privateNever')),
    h('h3', null, t('options.keyTitle')),
    key,
    h(
      'div',
      { class: 'row' },
      button({ id: 'key-choose', label: t('options.keyChoose'), onclick: openKeys }),
    ),
    h('p', { class: 'quiet' }, addressBreaks(t(`options.keyChange${brandHere()}`))),
    h('h3', null, t('options.syncTitle')),
    switchField(page, 'sync', t('options.sync'), t('options.syncHint')),
  );
}

async function fillKey(place: HTMLElement): Promise<void> {
  const keys = await closeKeys();
  show(place, keys.length > 0 ? rich('options.key', { key: keyCaps(keys) }) : t('options.keyNone'));
}

async function fillPrivate(place: HTMLElement): Promise<void> {
  const allowed = await browser.extension.isAllowedIncognitoAccess();
  place.textContent = allowed
    ? t('options.privateOn')
    : inARow(t('options.privateOff'), t(`options.privateHow${brandHere()}`));
}
