import { h } from '../shared/h';
import { t, when } from '../shared/i18n';
import type { IconName } from '../shared/icon';
import { openOwnPage, type OwnPageName } from '../shared/own-page';
import { button } from '../shared/parts';

/** The last incident and the ways to our other pages. */
export function moreLinks(lastAt: number | null, guideFirst: boolean): HTMLElement {
  const link = (page: OwnPageName, label: string, iconName: IconName): HTMLElement =>
    button({
      label,
      icon: iconName,
      id: `open-${page}`,
      onclick: async () => {
        await openOwnPage(page);
        window.close();
      },
    });
  const last = lastAt === null ? t('popup.noIncident') : t('popup.lastIncident', { when: when(lastAt) });
  return h(
    'nav',
    { 'aria-label': t('popup.more'), class: guideFirst ? 'more more-guide' : 'more' },
    h('p', { class: 'quiet small', id: 'last' }, last),
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
