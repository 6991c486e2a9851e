import { browser } from '../../browser/api';
import { ownPage } from '../../browser/own-page';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import { button, card } from '../shared/parts';
import type { ExerciseRun } from './exercise';

/** The keys that close a window, by system. */
export function closingKeys(userAgent: string): string[] {
  if (/Macintosh|Mac OS X/.test(userAgent)) return ['cmd', 'W'];
  return userAgent.includes('CrOS') ? ['ctrl', 'shift', 'W'] : ['alt', 'F4'];
}

/** A window that fills the screen: it opens on a click, and the exercise is done when it is gone. */
export function windowExercise({ root, succeed }: ExerciseRun): () => void {
  let opened: number | undefined;
  const gone = (windowId: number): void => {
    if (windowId === opened) succeed();
  };
  async function open(): Promise<void> {
    if (opened !== undefined) return;
    const url = ownPage('practice', 'window=1');
    opened = (await browser.windows.create({ url, type: 'popup', state: 'fullscreen' })).id;
  }
  browser.windows.onRemoved.addListener(gone);
  const start = button({
    id: 'open-window',
    kind: 'main',
    big: true,
    label: t('practice.window.open'),
    onclick: open,
  });
  start.setAttribute('aria-describedby', 'task'); // it has the keyboard, and the task has to be heard
  // Which keys, only the window says: pressed before it is there they close this one.
  root.append(card(h('p', { class: 'lead', id: 'task' }, t('practice.window.task')), start));
  start.focus();
  return () => browser.windows.onRemoved.removeListener(gone);
}
