import { careful } from '../shared/careful-press';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { button } from '../shared/parts';
import type { TextKey } from '../shared/text-keys';
import { callInstead } from './call-instead';
import { closeButton } from './close-button';
import { guideButton } from './guide-button';
import { closeWarning } from './own-tab';

/** A page that the person may open again: nothing is asked of them for it. */
export interface Again {
  address: string;
  open: () => unknown;
}

/** Nothing is held back and nothing stands behind the warning. */
export function calmScreen(page: Page, sentence: TextKey, way?: Again): Child[] {
  const close = closeButton({
    what: 'own',
    label: t('common.close'),
    icon: null,
    close: () => closeWarning(),
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
  const guide = guideButton(null);
  return [
    h('h1', { id: 'verdict' }, t('warning.unknown.title')),
    h('p', { id: 'reassurance', class: 'lead' }, t(sentence)),
    h('div', { class: 'stack' }, close, again, guide),
    callInstead(page),
  ];
}
