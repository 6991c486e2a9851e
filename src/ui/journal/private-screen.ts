import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { openOwnPage } from '../shared/open-own-page';
import { button, notice } from '../shared/parts';

/** In place of the journal where this page has another, empty one: "nothing yet" would be untrue. */
export function privateScreen(): Child[] {
  const elsewhere = button({
    id: 'open-elsewhere',
    kind: 'main',
    icon: 'journal',
    label: t('common.openJournal'),
    onclick: () => openOwnPage('journal', '', location.hash.slice(1)),
  });
  return [h('h1', null, t('journal.title')), notice('note', h('p', null, t('journal.private'))), elsewhere];
}
