import { within } from '../../async/within';
import type { OwnPage } from '../../browser/own-page';
import { ask } from '../shared/ask';
import { h } from '../shared/h';
import { t, when } from '../shared/i18n';
import type { IconName } from '../shared/icon';
import { openOwnPage } from '../shared/open-own-page';
import { button } from '../shared/parts';

/** The guide opens whether or not the worker has told by then (ms) what it is about. */
const GUIDE_LIMIT_MS = 1_000;

/** The guide's query: the scam that it is about. Never rejects. */
async function aboutCase(): Promise<string> {
  const answer = await within(ask({ type: 'guide-case' }), GUIDE_LIMIT_MS, null);
  return answer?.caseId ? `case=${answer.caseId}` : '';
}

/**
 * The last incident (its line is filled in once its time, ms since 1970, is known, and stays empty where nobody knows it)
 * and the ways to our other pages.
 */
export function moreLinks(lastAt: Promise<number | null | undefined>): HTMLElement {
  const link = (page: OwnPage, label: string, iconName: IconName): HTMLElement =>
    button({
      label,
      icon: iconName,
      id: `open-${page}`,
      onclick: async () => {
        await openOwnPage(page, page === 'guide' ? await aboutCase() : '');
        window.close();
      },
    });
  const last = h('p', { class: 'quiet small', id: 'last' }, '\u00a0'); // keeps the line's place
  void lastAt.then((at) => {
    if (at === undefined) return;
    last.textContent = at === null ? t('popup.noIncident') : t('popup.lastIncident', { when: when(at) });
  });
  return h(
    'nav',
    { 'aria-label': t('popup.more'), class: 'more' },
    last,
    h(
      'div',
      { class: 'more-grid' },
      link('guide', t('common.openGuide'), 'guide'),
      link('journal', t('common.openJournal'), 'journal'),
      link('practice', t('common.openPractice'), 'play'),
      link('options', t('common.openOptions'), 'settings'),
    ),
  );
}
