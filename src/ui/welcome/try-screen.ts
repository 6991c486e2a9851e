import { brandHere } from '../../browser/brand';
import { ownPage } from '../../browser/own-page';
import { h, show, type Child } from '../shared/h';
import { rich, t } from '../shared/i18n';
import { icon } from '../shared/icon';
import { closeKeys, keyCaps } from '../shared/key-caps';
import { card, newTabLink, steps } from '../shared/parts';
import { demoBox } from './demo-box';

/** See it once, put the icon where it can be found, know the key. */
export function tryScreen(): Child[] {
  const key = h('p', { id: 'key' });
  void fillKey(key);
  return [
    h('h1', null, t('welcome.tryTitle')),
    h('p', { class: 'lead' }, t('welcome.tryLead')),
    demoBox(),
    h('div', { class: 'row' }, newTabLink(t('common.openPractice'), ownPage('practice'), 'play')),
    card(h('h2', null, t('welcome.pinTitle')), pinSteps()),
    card(h('h2', null, icon('keyboard'), ' ', t('welcome.keyTitle')), key),
  ];
}

function pinSteps(): HTMLElement {
  return steps(([1, 2] as const).map((step) => t(`welcome.pin${brandHere()}${step}`)));
}

/** The key as it is set in this browser: people may have changed it, or another extension may hold it. */
async function fillKey(place: HTMLElement): Promise<void> {
  const keys = await closeKeys();
  show(place, keys.length > 0 ? rich('welcome.key', { key: keyCaps(keys) }) : t('welcome.keyNone'));
}
