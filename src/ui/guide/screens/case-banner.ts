import type { Case } from '../../../messages/ui-messages';
import { ask } from '../../shared/ask';
import { askTwice } from '../../shared/ask-twice';
import { careful, settleAgain } from '../../shared/careful-press';
import { h, type Child } from '../../shared/h';
import { knownKey, t } from '../../shared/i18n';
import { maskNumber } from '../../shared/mask';
import { fold, notice } from '../../shared/parts';
import { gapAfter, inARow } from '../../shared/sentences';
import type { TextKey } from '../../shared/text-keys';
import { cleanUpButton } from './clean-up';

/**
 * Its site is trusted from then on, as on the warning, and the press is as careful. A page that nobody called a scam, but
 * the person wanted gone, is opened again without that.
 */
function reopenControl({ id: caseId, level, host: site, unwatched }: Case): HTMLElement {
  async function reopen(): Promise<TextKey> {
    const answer = await ask({ type: 'case-reopen', caseId });
    return answer.ok ? 'guide.case.reopened' : knownKey(answer.error, 'errors.action');
  }
  const texts = level === 'quiet' ? 'guide.case.again' : 'guide.case.reopen';
  return askTwice({
    first: { kind: 'link', icon: 'undo' },
    texts,
    values: { site },
    sure: unwatched ? 'guide.case.againUnwatched' : undefined,
    work: reopen,
    press: (act) => careful('risky', act),
    asked: settleAgain, // a double click must not answer
  });
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
  const words = headlineWords(shown);
  return shown.host === '' ? words : [words, gapAfter(words), h('strong', { class: 'host' }, shown.host)];
}

function headlineWords(shown: Case): string {
  const key = headlineKey(shown);
  // No host is known of a private window, and a file on the computer has none.
  return t(shown.host === '' ? `guide.case.noHost.${key}` : `guide.case.${key}`);
}

/** What became of the page, short and without its site, for the name of the tab; '' where there is nothing to say. */
export function caseTitle(shown: Case): string {
  return isTold(shown) ? t(`guide.case.noHost.${headlineKey(shown)}`).replace(/[.。]$/, '') : '';
}

function headlineKey({ state, closedBy }: Case): 'stuck' | 'closedItself' | 'closed' {
  if (state === 'stuck' || state === 'closing') return 'stuck';
  return closedBy === 'itself' ? 'closedItself' : 'closed';
}

/** What there is to say of a page that has no site of its own to clean up after. */
function remark({ incognito, address, injectedIntoHonestSite }: Case): Child {
  if (incognito) return h('p', null, t('guide.case.private'));
  if (address.startsWith('file:')) return h('p', null, t('guide.case.file'));
  return injectedIntoHonestSite && h('p', null, t('guide.case.genuine'));
}

/** There is something to say of a page that was no mistake and has no warning in front. */
const isTold = ({ state }: Case): boolean => state !== 'mistaken' && state !== 'warned';

/** What became of the page in one sentence, to be heard; '' where there is nothing to say. */
export function caseInWords(shown: Case): string {
  if (!isTold(shown)) return '';
  const words = headlineWords(shown);
  return shown.host === '' ? words : inARow(words, shown.host);
}

/** What was closed and the ways to undo it or tidy up after it; nothing for a page that was no scam. */
export function caseBanner(shown: Case | null): HTMLElement | null {
  if (!shown || !isTold(shown)) return null;
  const closed = shown.state === 'closed';
  return h(
    'section',
    { class: 'case no-print', tabindex: -1 },
    notice(closed ? 'good' : 'care', h('p', null, headline(shown)), closed && remark(shown)),
    h(
      'div',
      { class: 'case-more no-read' },
      closed && cleanUpButton(shown),
      closed && !shown.reopened && shown.host !== '' && shown.address !== '' && reopenControl(shown),
      proof(shown),
    ),
  );
}
