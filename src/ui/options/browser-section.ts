import { browser } from '../../browser/api';
import { brandHere } from '../../browser/brand';
import { hasAllSites } from '../../browser/all-sites';
import { addressBreaks } from '../shared/address-breaks';
import { h, show } from '../shared/h';
import { rich, t } from '../shared/i18n';
import { closeKeys, keyCaps } from '../shared/key-caps';
import { allowButton, onSitesChanged } from '../shared/all-sites';
import type { Page } from '../shared/page';
import { notice } from '../shared/parts';
import { inARow } from '../shared/sentences';
import { section, switchField } from './section';

/** What the browser decides: access to the sites, private windows, the key, sync. */
export function browserSection(page: Page): HTMLElement {
  const access = h('div', { id: 'access', tabindex: -1 });
  const key = h('p', { id: 'shortcut' });
  const secret = h('p', { id: 'private' }, '');
  void fillAccess(access);
  onSitesChanged(access, () => fillAccess(access));
  void fillKey(key);
  void fillPrivate(secret);
  return section(
    'browser',
    t('options.browserTitle'),
    access,
    h('h3', null, t('options.privateTitle')),
    secret,
    h('p', { class: 'quiet' }, t('options.privateNever')),
    h('h3', null, t('options.keyTitle')),
    key,
    h('p', { class: 'quiet' }, addressBreaks(t(`options.keyChange${brandHere()}`))),
    h('h3', null, t('options.syncTitle')),
    switchField(page, 'sync', t('options.sync'), t('options.syncHint')),
  );
}

async function fillAccess(place: HTMLElement): Promise<void> {
  if (await hasAllSites()) return show(place, notice('good', h('p', null, t('options.accessAll'))));
  const texts = { label: t('options.accessAsk'), refused: t('options.accessRefused') };
  const onAllowed = async (): Promise<void> => {
    await fillAccess(place);
    place.focus(); // the button that had the keyboard is gone
  };
  const [allow, trouble] = allowButton(texts, onAllowed, { id: 'access-ask', kind: 'main' });
  show(
    place,
    notice('care', h('p', null, t('options.accessNone')), h('div', { class: 'row' }, allow), trouble),
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
