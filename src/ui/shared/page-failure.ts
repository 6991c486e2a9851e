import { browser } from '../../browser/api';
import { h, show } from './h';
import { hasText, t } from './i18n';
import { button, notice } from './parts';
import { Trouble, TROUBLE_ID } from './trouble';

/** A page that cannot draw itself still says something a person can act on. */
export function showFailure(root: HTMLElement): void {
  const sentence = hasText('errors.page') ? t('errors.page') : browser.i18n.getMessage('pageFailed');
  const label = hasText('errors.reload') ? t('errors.reload') : browser.i18n.getMessage('pageReload');
  const again = button({ label, kind: 'main', onclick: () => location.reload() });
  show(root, h('div', { role: 'alert' }, notice('care', h('p', null, sentence)), again));
}

/** A failed click leaves the screen as it is and adds one sentence on top of it. */
export function showTrouble(root: HTMLElement, error: unknown): void {
  document.getElementById(TROUBLE_ID)?.remove();
  const sentence = t(error instanceof Trouble ? error.key : 'errors.action');
  const box = h('div', { id: TROUBLE_ID, role: 'alert' }, notice('care', h('p', null, sentence)));
  root.prepend(box);
  box.scrollIntoView({ block: 'nearest' }); // what was pressed may be far below
}
