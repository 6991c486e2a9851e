import { h } from '../shared/h';
import { rich, t } from '../shared/i18n';
import { keyCaps } from '../shared/key-caps';
import { closingKeys } from './exercise-window';
import { imitation } from './imitation';

/** What the full-screen window of the last exercise shows: the keys to press, and a button that closes it too. */
export function windowScreen(): HTMLElement[] {
  const keys = keyCaps(closingKeys(navigator.userAgent));
  const task = rich('practice.window.inside', { keys });
  const stage = imitation(task, { label: t('practice.window.close'), act: () => window.close() });
  return [h('h1', { class: 'only-spoken' }, t('practice.window.title')), stage];
}
