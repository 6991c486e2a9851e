import type { LocalReport, TabStatus } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { h, show } from '../shared/h';
import { t } from '../shared/i18n';
import { button, fold, tellIn } from '../shared/parts';

/** A report of a miss or a mistake, folded away: to look at and to copy, never sent. */
export function reportFold(report: LocalReport): HTMLElement {
  const text = JSON.stringify(report, null, 1);
  const box = h('textarea', { rows: 6, readonly: true, 'aria-label': t('popup.missedReport'), value: text });
  const copied = h('span', { role: 'status' });
  const copy = button({
    label: t('common.copy'),
    icon: 'copy',
    onclick: async () => {
      await navigator.clipboard.writeText(text);
      tellIn(copied, t('common.copied'));
    },
  });
  const row = h('div', { class: 'row' }, copy, copied);
  return fold(t('popup.missedReport'), h('p', { class: 'small' }, t('popup.missedNote')), box, row);
}

/** A place that fills with the report of the alarm the person called a mistake on this site; else it stays empty. */
export function earlierMistake({ tabId }: TabStatus): HTMLElement {
  const place = h('div', { id: 'mistake-report' });
  void ask({ type: 'tab-mistake', tabId }).then(
    ({ report }) => report && show(place, reportFold(report)),
    () => undefined, // without an answer there is only nothing to offer
  );
  return place;
}
