import type { Case } from '../../../messages/ui-messages';
import { ask } from '../../shared/ask';
import { askTwice } from '../../shared/ask-twice';
import { h, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { maskNumber } from '../../shared/mask';
import { fold, notice } from '../../shared/parts';
import { gapAfter } from '../../shared/sentences';
import { cleanUpButton } from './clean-up';

/** A page that nobody called a scam, but the person wanted gone, is opened again without being trusted. */
function reopenControl({ id: caseId, level }: Case): HTMLElement {
  async function reopen(): Promise<string> {
    const answer = await ask({ type: 'case-reopen', caseId });
    return answer.ok ? 'guide.case.reopened' : (answer.error ?? 'errors.action');
  }
  const texts = level === 'quiet' ? 'guide.case.again' : 'guide.case.reopen';
  return askTwice({ first: { kind: 'link', icon: 'undo' }, texts, work: reopen });
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

function headline(shown: Case): Child {
  const key = headlineKey(shown);
  // No host is known of a private window, and a file on the computer has none.
  if (shown.host === '') return t(`guide.case.noHost.${key}`);
  const words = t(`guide.case.${key}`);
  return [words, gapAfter(words), h('strong', { class: 'host' }, shown.host)];
}

function headlineKey({ state, closedBy }: Case): string {
  if (state === 'stuck' || state === 'closing') return 'stuck';
  return closedBy === 'itself' ? 'closedItself' : 'closed';
}

/** What there is to say of a page that has no site of its own to clean up after. */
function remark({ incognito, address, injectedIntoHonestSite }: Case): Child {
  if (incognito) return h('p', null, t('guide.case.private'));
  if (address.startsWith('file:')) return h('p', null, t('guide.case.file'));
  return injectedIntoHonestSite && h('p', null, t('guide.case.genuine'));
}

/** What was closed and the ways to undo it or tidy up after it; nothing for a page that was no scam. */
export function caseBanner(shown: Case | null): HTMLElement | null {
  if (!shown || shown.state === 'mistaken' || shown.state === 'warned') return null;
  const closed = shown.state === 'closed';
  return h(
    'section',
    { class: 'case no-print' },
    notice(closed ? 'good' : 'care', h('p', null, headline(shown)), closed && remark(shown)),
    h(
      'div',
      { class: 'case-more no-read' },
      closed && cleanUpButton(shown),
      closed && !shown.reopened && shown.host !== '' && reopenControl(shown),
      proof(shown),
    ),
  );
}
