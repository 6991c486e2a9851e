import type { LocalReport, TabStatus } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { h, show, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { button, fold, notice } from '../shared/parts';

/** "You missed this one" and "This is safe here": what was said wrong, put right on this computer only. */
export function judgement(status: TabStatus): HTMLElement {
  const answer = h('div', { role: 'status' });
  const missed = button({
    label: t('popup.missed'),
    icon: 'eye',
    id: 'missed',
    onclick: async () => {
      const { report } = await ask({ type: 'tab-missed', tabId: status.tabId });
      show(answer, notice('good', h('p', null, t('popup.missedDone')), report && reportFold(report)));
    },
  });
  const safe = button({
    label: t('popup.safe'),
    icon: 'check',
    id: 'safe',
    onclick: async () => {
      const { ok, error } = await ask({ type: 'tab-trust', tabId: status.tabId });
      const sentence = ok ? t('popup.safeDone', { host: status.host }) : t(error ?? 'errors.locked');
      show(answer, notice(ok ? 'good' : 'care', h('p', null, sentence)));
    },
  });
  const choices: Child[] =
    status.state === 'warning' ? [safe] : status.state === 'trusted' ? [missed] : [missed, safe];
  return h('section', null, h('h2', null, t('popup.wrong')), h('div', { class: 'row' }, choices), answer);
}

function reportFold(report: LocalReport): HTMLElement {
  const text = JSON.stringify(report, null, 1);
  const box = h('textarea', { rows: 6, readonly: true, 'aria-label': t('popup.missedReport'), value: text });
  const copied = h('span', { role: 'status' });
  const copy = button({
    label: t('common.copy'),
    icon: 'copy',
    onclick: async () => {
      await navigator.clipboard.writeText(text);
      copied.textContent = t('common.copied');
    },
  });
  const row = h('div', { class: 'row' }, copy, copied);
  return fold(t('popup.missedReport'), h('p', { class: 'small' }, t('popup.missedNote')), box, row);
}
