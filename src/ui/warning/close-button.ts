import { careful } from '../shared/careful-press';
import { t } from '../shared/i18n';
import { button } from '../shared/parts';

/** The one big button of a warning. @param close what a press that was meant does */
export function closeButton(close: () => unknown): HTMLElement {
  return button({
    id: 'close-scam',
    kind: 'main',
    big: true,
    wide: true,
    icon: 'close',
    label: t('common.closeScamTab'),
    onclick: careful('safe', close),
  });
}
