import type { TabStatus, WatchState } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { h, type Child } from '../shared/h';
import { t, when } from '../shared/i18n';
import { icon, type IconName } from '../shared/icon';
import { askAllSites } from '../shared/own-page';
import { announce, button, fold } from '../shared/parts';
import { tellingSentences } from '../shared/reason-sentence';

type Redraw = () => Promise<void>;

/** The same shapes as the toolbar icon: looking, take care, resting. */
const SHAPES: Record<WatchState, IconName> = {
  watching: 'shield-check',
  warning: 'notice',
  paused: 'pause',
  trusted: 'pause',
  'no-permission': 'pause',
  unseen: 'shield-off',
};

const MOST_REASONS = 3;

/** This page in one sentence, and the one thing to do about it. */
export function stateCard(status: TabStatus, redraw: Redraw): HTMLElement {
  const { state } = status;
  return h(
    'section',
    { class: `state state-${state}`, 'data-state': state },
    h(
      'p',
      { class: 'state-sentence' },
      icon(SHAPES[state]),
      h('strong', null, t(`popup.state.${state}`, { host: status.host })),
    ),
    more(status),
    action(status, redraw),
  );
}

function more(status: TabStatus): Child {
  const { pausedUntil: until, state } = status;
  if (state === 'paused')
    return line(
      typeof until === 'number'
        ? t('popup.pausedUntil', { time: when(until, 'time') })
        : t('popup.pausedRestart'),
    );
  if (state === 'no-permission') return line(t('popup.askWhy'));
  if (state === 'unseen') return line(t('popup.unseenWhy'));
  return state === 'warning' ? why(status) : null;
}

function line(sentence: string): HTMLElement {
  return h('p', { class: 'quiet small' }, sentence);
}

function why(status: TabStatus): Child {
  const sentences = tellingSentences(status.reasons, MOST_REASONS);
  if (sentences.length === 0) return null;
  const items = sentences.map((sentence) => h('li', null, sentence));
  return fold(t('common.why'), h('ul', null, items));
}

function action(status: TabStatus, redraw: Redraw): Child {
  if (status.state === 'no-permission') return allowButton(redraw);
  if (status.state === 'paused') return resumeButton(redraw);
  return status.state === 'unseen' && status.host === '' ? null : closeButton(status);
}

function closeButton({ tabId, state }: TabStatus): HTMLElement {
  const trouble = h('p', { role: 'alert' });
  const close = button({
    kind: 'main',
    wide: true,
    big: state === 'warning',
    icon: 'close',
    id: 'close',
    label: t('common.closeScamTab'),
    onclick: async () => {
      const { ok, error } = await ask({ type: 'tab-close', tabId });
      if (ok) window.close();
      else trouble.textContent = t(error ?? 'errors.stuck');
    },
  });
  return h('div', null, close, trouble);
}

function allowButton(redraw: Redraw): HTMLElement {
  const trouble = h('p', { role: 'alert' });
  const allow = button({
    kind: 'main',
    wide: true,
    icon: 'eye',
    id: 'allow',
    label: t('popup.ask'),
    onclick: async () => {
      const granted = await askAllSites().catch(() => false); // first thing in the click, or the browser refuses
      if (granted) await redraw();
      else trouble.textContent = t('popup.refused');
    },
  });
  return h('div', null, allow, trouble);
}

function resumeButton(redraw: Redraw): HTMLElement {
  return button({
    kind: 'main',
    wide: true,
    icon: 'play',
    id: 'resume',
    label: t('popup.resume'),
    onclick: async () => {
      await ask({ type: 'pause-end' });
      await redraw();
      announce(t('popup.state.watching'));
    },
  });
}
