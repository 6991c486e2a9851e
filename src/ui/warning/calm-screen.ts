import { careful } from '../shared/careful-press';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { button } from '../shared/parts';
import type { TextKey } from '../shared/text-keys';
import { closeWarning, toGuide } from './own-tab';
import { people } from './people';

/** A page that the person may open again: nothing is asked of them for it. */
export interface Again {
  address: string;
  open: () => unknown;
}

/** Nothing is held back and nothing stands behind the warning. */
export function calmScreen(page: Page, sentence: TextKey, way?: Again): Child[] {
  const close = button({
    id: 'close-own',
    kind: 'main',
    big: true,
    wide: true,
    label: t('common.close'),
    onclick: careful('safe', () => closeWarning()),
  });
  const again =
    way &&
    /^https?:/.test(way.address) &&
    button({
      id: 'open-again',
      wide: true,
      label: t('warning.unjudged.reopen'),
      onclick: careful('risky', way.open),
    });
  const guide = button({
    wide: true,
    icon: 'guide',
    label: t('common.openGuide'),
    onclick: () => toGuide(null),
  });
  return [
    h('h1', { id: 'verdict' }, t('warning.unknown.title')),
    h('p', { id: 'reassurance', class: 'lead' }, t(sentence)),
    h('div', { class: 'stack' }, close, again, guide),
    people(page),
  ];
}
