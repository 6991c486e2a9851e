import { ownPage } from '../../browser/own-page';
import { closeOwnTab } from '../shared/close-own-tab';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { icon } from '../shared/icon';
import { button, buttonLink } from '../shared/parts';
import { EXERCISES, type Progress } from './stages';

/** How many of the exercises were done. */
function share({ done }: Progress): 'all' | 'some' | 'none' {
  if (done.length === EXERCISES.length) return 'all';
  return done.length > 0 ? 'some' : 'none';
}

/** Praise, what the person can do now, and the ways on. */
export function endScreen(progress: Progress, again: () => unknown): Child[] {
  const kind = share(progress);
  const ways = EXERCISES.filter((exercise) => progress.done.includes(exercise));
  return [
    h('h1', null, t(`practice.end.${kind}`)),
    h('p', { class: 'lead' }, t(`practice.end.${kind}.lead`)),
    ways.length > 0 && [
      h('p', null, t('practice.end.ways')),
      h(
        'ul',
        { class: 'ways' },
        ...ways.map((way) => h('li', null, icon('check'), h('span', null, t(`practice.${way}.title`)))),
      ),
    ],
    h('p', null, t('practice.end.rule')),
    h(
      'div',
      { class: 'row' },
      button({
        id: 'finish',
        kind: 'main',
        icon: 'check',
        label: t('common.done'),
        onclick: () => closeOwnTab(ownPage('guide')),
      }),
      button({ id: 'again', icon: 'undo', label: t('practice.again'), onclick: again }),
      buttonLink(t('common.openGuide'), ownPage('guide'), 'guide'),
    ),
  ];
}
