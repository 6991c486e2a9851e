import { careful } from '../shared/careful-press';
import { closeOwnTab } from '../shared/close-own-tab';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { ownAddress } from '../shared/own-page';
import { button, card } from '../shared/parts';

/**
 * "Open carefully": the place a link leads to, in large letters, before it is opened. @param open goes on to it.
 */
export function carefulScreen(address: string, open: () => Promise<void>): Child[] {
  const go = button({
    id: 'careful-open',
    kind: 'main',
    icon: 'forward',
    label: t('guard.careful.open'),
    onclick: careful('safe', open),
  });
  const leave = button({
    id: 'careful-leave',
    icon: 'close',
    label: t('guard.careful.leave'),
    onclick: () => closeOwnTab(ownAddress('guide')),
  });
  return [
    h('h1', { id: 'question' }, t('guard.careful.title')),
    h('p', null, t('guard.careful.lead')),
    h('p', { class: 'host', id: 'host', dir: 'ltr' }, new URL(address).host),
    h('p', { class: 'lead', id: 'why' }, t('guard.careful.known')),
    h('div', { class: 'answers' }, go, leave),
    card(h('p', null, t('guard.careful.strict')), h('p', null, t('guard.careful.remote'))),
  ];
}
