import type { Case } from '../../../messages/ui-messages';
import { ask } from '../../shared/ask';
import { h, show, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { announce, button, fold, notice } from '../../shared/parts';
import { maskNumber } from '../mask';
import { cleanUpButton } from './clean-up';

/** A question before reopening: the first click only asks, the safe answer has the focus. */
function reopenControl(shown: Case): HTMLElement {
  const place = h('div', { class: 'stack' });
  const outcome = (key: string): void => {
    show(place, h('p', null, t(key)));
    announce(t(key));
  };
  async function reopen(): Promise<void> {
    const answer = await ask({ type: 'case-reopen', caseId: shown.id });
    outcome(answer.ok ? 'guide.case.reopened' : (answer.error ?? 'errors.action'));
  }
  function first(): void {
    show(place, button({ label: t('guide.case.reopen'), kind: 'link', icon: 'undo', onclick: confirm }));
  }
  function confirm(): void {
    const no = button({ label: t('guide.case.reopenNo'), kind: 'main', onclick: first });
    const yes = button({ label: t('guide.case.reopenYes'), kind: 'undo', onclick: reopen });
    show(place, h('p', null, t('guide.case.reopenSure')), h('div', { class: 'row' }, no, yes));
    no.focus();
  }
  first();
  return place;
}

function proof({ phones, codes }: Case): Child {
  if (phones.length + codes.length === 0) return null;
  const rows = (label: string, values: string[], remark: string): Child =>
    values.length > 0 && [
      h('dt', null, label),
      ...values.map((value) => h('dd', { class: 'masked', dir: 'ltr' }, value)),
      h('dd', { class: 'small' }, remark),
    ];
  return fold(
    t('guide.case.proof'),
    h(
      'dl',
      { class: 'small' },
      rows(t('guide.case.number'), phones.map(maskNumber), t('guide.case.neverCall')),
      rows(t('guide.case.code'), codes, t('guide.case.codeWhy')),
    ),
  );
}

function headline(shown: Case): string {
  if (shown.state === 'stuck' || shown.state === 'closing') return t('guide.case.stuck');
  return t(shown.closedBy === 'itself' ? 'guide.case.closedItself' : 'guide.case.closed');
}

/** What was closed and the ways to undo it or tidy up after it; nothing for a page that was no scam. */
export function caseBanner(shown: Case | null): HTMLElement | null {
  if (!shown || shown.state === 'mistaken' || shown.state === 'warned') return null;
  const closed = shown.state === 'closed';
  return h(
    'section',
    { class: 'case no-print' },
    notice(
      closed ? 'good' : 'care',
      h('p', null, headline(shown), ' ', h('strong', { class: 'host' }, shown.host)),
    ),
    h(
      'div',
      { class: 'case-more no-read' },
      closed && cleanUpButton(shown),
      closed && !shown.reopened && reopenControl(shown),
      proof(shown),
    ),
  );
}
