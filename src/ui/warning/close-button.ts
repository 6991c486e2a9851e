import { careful } from '../shared/careful-press';
import { t } from '../shared/i18n';
import { button } from '../shared/parts';

interface Close {
  /** `scam`: the page behind this one; `own`: this page of ours, behind which nothing stands. */
  what: 'scam' | 'own';
  label?: string;
  icon?: 'close' | null;
  /** What a press that was meant does. */
  close: () => unknown;
}

/** The one big button of a warning. */
export function closeButton({ what, label, icon = 'close', close }: Close): HTMLElement {
  return button({
    id: `close-${what}`,
    kind: 'main',
    big: true,
    wide: true,
    ...(icon && { icon }),
    label: label ?? t('common.closeScamTab'),
    onclick: careful('safe', close),
  });
}
