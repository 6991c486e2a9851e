import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { button } from '../shared/parts';

/**
 * Our imitation of a fake alert: a drawing in a frame that says so, no brand, a number nobody has, nothing that
 * moves. `task` says what to press; `leave` is the exit that is always in sight.
 */
export function imitation(task: Child[], leave: { label: string; act: () => unknown }): HTMLElement {
  const exit = button({ id: 'leave', label: leave.label, onclick: leave.act });
  exit.setAttribute('aria-describedby', 'task'); // it has the keyboard, and the task has to be heard
  return h(
    'div',
    { class: 'stage' },
    h('div', { class: 'stage-bar' }, h('strong', null, t('practice.frame')), exit),
    h(
      'div',
      { class: 'task', id: 'task' },
      h('p', { class: 'lead' }, ...task),
      h('p', { id: 'hint', role: 'status' }),
    ),
    h(
      'figure',
      { class: 'fake', 'aria-label': t('practice.fake.label') },
      h(
        'div',
        { class: 'fake-window' },
        h('p', { class: 'fake-title' }, t('practice.fake.title')),
        h('p', null, t('practice.fake.text')),
        h('p', { class: 'fake-number' }, t('practice.fake.call')),
        h('p', { class: 'small' }, t('practice.fake.code')),
      ),
      h('figcaption', { class: 'fake-mark', 'aria-hidden': 'true' }, t('practice.frame')),
    ),
  );
}

/** One sentence under the task: what just happened. */
export function hint(sentence: string): void {
  const line = document.getElementById('hint');
  if (line) line.textContent = sentence;
}
