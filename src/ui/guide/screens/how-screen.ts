import { h, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { icon, type IconName } from '../../shared/icon';
import { card } from '../../shared/parts';
import type { TextKey } from '../../shared/text-keys';
import { codePath } from '../drawings/code-path';
import { connections } from '../drawings/connections';
import { eventViewer } from '../drawings/event-viewer';
import type { GuideModel } from '../guide-model';
import { screenLink, showScreen } from './frame';

const CHAIN = [
  ['make', 'computer'],
  ['spread', 'globe'],
  ['sell', 'phone'],
  ['answer', 'person'],
  ['money', 'bank'],
] as const satisfies [string, IconName][];

function chain(): HTMLElement {
  return h(
    'ol',
    { class: 'chain' },
    ...CHAIN.map(([link, name]) => h('li', null, icon(name), h('span', null, t(`how.chain.${link}`)))),
  );
}

function sentences(...keys: TextKey[]): Child {
  return keys.map((key) => h('p', null, t(key)));
}

function theySay(): HTMLElement {
  const said = ['name', 'infected', 'tool', 'pay'] as const;
  return h('ul', { class: 'said' }, ...said.map((line) => h('li', null, t(`how.say.${line}`))));
}

/** How the scam works, short: knowing it beforehand is what protects best. */
export function showHow(root: HTMLElement, model: GuideModel): void {
  showScreen(
    root,
    model,
    t('how.title'),
    h('p', { class: 'lead' }, t('how.fear')),
    sentences('how.everyone'),
    h('h2', null, t('how.chainTitle')),
    chain(),
    sentences('how.spread', 'how.nothingBroken', 'how.calls', 'how.anywhere'),
    h('h2', null, t('how.sayTitle')),
    theySay(),
    sentences('how.say.truth', 'how.pressure'),
    h('h2', null, t('how.normalTitle')),
    card(eventViewer(), h('p', null, t('how.events'))),
    card(connections(), h('p', null, t('how.netstat')), h('p', null, t('how.typed'))),
    h('h2', null, t('how.codeTitle')),
    card(codePath(), h('p', null, t('how.code')), h('p', null, t('how.codeUse'))),
    h('h2', null, t('how.sellTitle')),
    sentences('how.sell', 'how.hours', 'how.again', 'how.more', 'how.printer'),
    h('h2', null, t('how.namesTitle')),
    sentences('how.names', 'how.play'),
    h('div', { class: 'row no-print no-read' }, screenLink('tell', t('guide.openTell'), 'person')),
  );
}
