import { ownPage } from '../../browser/own-page';
import { careful } from '../shared/careful-press';
import { closeOwnTab } from '../shared/close-own-tab';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { button, card } from '../shared/parts';

/**
 * "Open carefully": the place a link leads to, in large letters, before it is opened. Who only presses Enter, or was
 * told to press, does not open it.
 *
 * @param open goes on to it @param asks whether the administrator lets the guard ask before a program
 */
export function carefulScreen(address: string, open: () => Promise<void>, asks: boolean): Child[] {
  const leave = button({
    id: 'careful-leave',
    kind: 'main',
    big: true,
    wide: true,
    icon: 'close',
    label: t('guard.careful.leave'),
    onclick: careful('safe', () => closeOwnTab(ownPage('guide'))),
  });
  const go = button({
    id: 'careful-open',
    icon: 'forward',
    label: t('guard.careful.open'),
    onclick: careful('risky', open),
  });
  return [
    h('h1', { id: 'question' }, t('guard.careful.title')),
    h('p', null, t('guard.careful.lead')),
    h('p', { class: 'host', id: 'host', dir: 'ltr' }, new URL(address).host),
    h('p', { class: 'lead', id: 'why' }, t('guard.careful.known')),
    h('div', { class: 'stack' }, leave, go),
    card(h('p', null, t('guard.careful.strict')), asks && h('p', null, t('guard.careful.remote'))),
  ];
}
