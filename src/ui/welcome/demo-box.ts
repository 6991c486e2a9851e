import { h, show, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { announce, button, once } from '../shared/parts';
import { inARow } from '../shared/sentences';

/** Long enough to read the false alert, short enough to show that help comes by itself (ms). */
const NOTICED_AFTER_MS = 2500;

/**
 * A drawing of a fake alert inside our own page, and of what then happens. It says that it is a drawing: content
 * scripts do not run on extension pages, so nothing is really noticed here.
 */
export function demoBox(): HTMLElement {
  const stage = h('div', { class: 'demo-stage', id: 'demo-stage', 'data-step': 'start' });
  const box = h(
    'figure',
    { class: 'demo' },
    stage,
    h('figcaption', { class: 'quiet small' }, t('welcome.demoCaption')),
  );
  start(stage);
  return box;
}

function step(stage: HTMLElement, name: string, ...children: Child[]): void {
  stage.dataset.step = name;
  show(stage, ...children);
}

function start(stage: HTMLElement): void {
  const show = button({
    label: t('welcome.demoStart'),
    icon: 'play',
    id: 'demo-start',
    onclick: () => fakeAlert(stage),
  });
  step(stage, 'start', show);
}

function fakeAlert(stage: HTMLElement): void {
  step(
    stage,
    'alert',
    h(
      'div',
      { class: 'demo-alert' },
      h('p', { class: 'demo-bar' }, t('welcome.demoBar')),
      h('p', null, h('strong', null, t('welcome.demoAlert1'))),
      h('p', null, t('welcome.demoAlert2')),
    ),
  );
  announce(t('welcome.demoAlert1'));
  setTimeout(() => warning(stage), NOTICED_AFTER_MS);
}

function warning(stage: HTMLElement): void {
  if (!stage.isConnected) return; // the person went on to the next screen
  const close = button({
    label: t('common.closeScamTab'),
    icon: 'close',
    id: 'demo-close',
    onclick: () => closed(stage),
  });
  close.setAttribute('aria-describedby', 'demo-warned demo-reassured'); // it takes the keyboard, and they have to be heard
  step(
    stage,
    'warning',
    h('p', { class: 'lead', id: 'demo-warned' }, h('strong', null, t('welcome.demoWarning1'))),
    h('p', { id: 'demo-reassured' }, t('welcome.demoWarning2')),
    close,
  );
  // Pressed, the button that began it took the keyboard along; the person may have gone elsewhere with it since.
  if (document.activeElement === document.body) close.focus();
  else announce(inARow(t('welcome.demoWarning1'), t('welcome.demoWarning2')));
}

function closed(stage: HTMLElement): void {
  const again = button({
    label: t('welcome.demoAgain'),
    kind: 'link',
    id: 'demo-again',
    onclick: once(() => fakeAlert(stage)),
  });
  again.setAttribute('aria-describedby', 'demo-over demo-safe');
  step(
    stage,
    'closed',
    h('p', { class: 'lead', id: 'demo-over' }, h('strong', null, t('welcome.demoClosed1'))),
    h('p', { id: 'demo-safe' }, t('welcome.demoClosed2')),
    again,
  );
  again.focus();
}
