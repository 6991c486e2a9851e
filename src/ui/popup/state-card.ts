import { brandHere } from '../../browser/brand';
import type { TabCondition, TabStatus, WatchState } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { h } from '../shared/h';
import { knownKey, t, when } from '../shared/i18n';
import { SETTLE_MS } from '../shared/careful-press';
import { icon, type IconName } from '../shared/icon';
import { allowButton } from '../shared/all-sites';
import { announce, button, fold, tellIn } from '../shared/parts';
import { tellingSentences } from '../shared/reason-sentence';
import { inARow } from '../shared/sentences';

type Redraw = () => Promise<void>;

/** The same shapes as the toolbar icon: looking, take care, resting. */
const SHAPES: Record<WatchState, IconName> = {
  watching: 'shield-check',
  warning: 'notice',
  paused: 'pause',
  trusted: 'pause',
  'no-permission': 'pause',
  unseen: 'shield-off',
  own: 'shield-check',
};

const MOST_REASONS = 3;

export interface Filling {
  /** Whether a screen reader is told; true if left out. False where it reads the card anyway. */
  aloud?: boolean;
}

export interface StateCard {
  element: HTMLElement;
  /** Puts what the worker answered into the card. */
  fill: (status: TabStatus, how?: Filling) => void;
  /** Says that the page does not answer, in place of "nothing suspicious". */
  tellSilent: () => void;
}

export interface CardOptions {
  /** Hosts that an administrator trusts. */
  given?: readonly string[];
  /** The popup is drawn anew: another button may have stood where "close" is now. */
  again?: boolean;
}

/**
 * This page in one sentence, and the one thing to do about it. Until it is filled it says that we are looking, and
 * the tab can be closed already; the button stays the same one, so that no press is lost.
 */
export function stateCard(tabId: number, redraw: Redraw, options: CardOptions = {}): StateCard {
  const { given = [], again = false } = options;
  const close = closeBox(tabId, again ? performance.now() + SETTLE_MS : 0);
  const element = h(
    'section',
    { class: 'state', 'aria-busy': 'true', tabindex: -1 },
    sentence('eye', t('popup.looking')),
    close,
  );
  const fill = (status: TabStatus, { aloud = true }: Filling = {}): void => {
    const { state, host } = status;
    const kind = saidOf(status, given);
    const said = t(`popup.state.${kind}`, { host });
    const never = kind === 'warning' ? t('popup.neverCall') : ''; // the others have it in their sentence
    for (const child of [...element.children]) if (child !== close) child.remove();
    element.className = `state state-${state}`;
    element.dataset.state = state;
    element.removeAttribute('aria-busy');
    const place = document.createDocumentFragment();
    place.append(sentence(SHAPES[state], said, never), more(status) ?? '');
    element.prepend(place);
    if (!canClose(status)) close.remove();
    else if (close.parentElement !== element) element.append(close);
    close.firstElementChild?.classList.toggle('button-big', state === 'warning');
    putFirst(element, otherAction(status, redraw), close);
    if (aloud) announce(never === '' ? said : inARow(said, never));
  };
  return { element, fill, tellSilent: () => tellSilent(element) };
}

/** Where something else is to be done first, the exit stands below it: not as the main button, and without the keyboard. */
function putFirst(card: HTMLElement, other: HTMLElement | null, close: HTMLElement): void {
  const button = close.querySelector('button');
  button?.classList.toggle('button-main', other === null);
  button?.classList.toggle('button-plain', other !== null);
  if (other === null) return;
  if (document.activeElement === button) button?.blur();
  card.append(other);
  if (close.parentElement === card) card.append(close);
}

/** Whose trust it is is said: "you trust" would be untrue of what an administrator chose. */
function saidOf(status: TabStatus, given: readonly string[]) {
  if (status.state === 'trusted') return given.includes(status.host) ? 'trustedPolicy' : 'trusted';
  if (status.state !== 'warning') return status.state;
  if (status.closing) return 'closing';
  return status.injectedIntoHonestSite ? 'injected' : 'warning';
}

/** A page in a loop or behind its own dialog could not be looked at: it must not be called harmless. */
function tellSilent(card: HTMLElement): void {
  card.querySelector('.state-sentence')?.replaceWith(sentence('notice', t('popup.silent')));
  card.querySelector('.state-sentence')?.after(line(t('popup.silentWhy')));
  card.dataset.state = 'silent';
  announce(t('popup.silent'));
}

/** @param never the one thing not to do: on a line of its own, '' where there is none */
function sentence(shape: IconName, words: string, never = ''): HTMLElement {
  const apart = never !== '' && h('span', { class: 'never-call' }, never);
  return h('p', { class: 'state-sentence' }, icon(shape), h('strong', null, words, apart));
}

function more(status: TabStatus): HTMLElement | null {
  switch (status.state) {
    case 'paused':
      return line(untilWhen(status.pausedUntil));
    case 'no-permission':
      return line(t('popup.askWhy'));
    case 'unseen':
      return line(status.file ? aboutFile() : t('popup.unseenWhy'));
    case 'own': // over the guide "close" means the scam it is about, not the page in front
      return status.caseId === null ? null : line(t(status.stuck ? 'errors.stuck' : 'popup.ownScam'));
    case 'warning':
      return why(status);
    default:
      return null;
  }
}

/** Files are told as unseen only where the browser's switch for them is off; Firefox has no such switch. */
function aboutFile(): string {
  const brand = brandHere();
  const why = t('popup.unseenFile');
  return brand === 'Firefox' ? why : inARow(why, t(`popup.fileHow${brand}`));
}

function untilWhen(until: Extract<TabCondition, { state: 'paused' }>['pausedUntil']): string {
  if (typeof until === 'number') return t('popup.pausedUntil', { time: when(until, 'time') });
  return t(until === 'while-awake' ? 'popup.pausedForNow' : 'popup.pausedRestart');
}

function line(sentence: string): HTMLElement {
  return h('p', { class: 'quiet small' }, sentence);
}

function why(status: TabStatus): HTMLElement | null {
  const sentences = tellingSentences(status.reasons, MOST_REASONS);
  if (sentences.length === 0) return null;
  const items = sentences.map((sentence) => h('li', null, sentence));
  return fold(t('common.why'), h('ul', null, items));
}

/** A pause and a missing permission stop the watching, not the exit. */
function canClose(status: TabStatus): boolean {
  if (status.state === 'own') return status.caseId !== null; // the scam that our page is about
  return status.state !== 'unseen' || status.host !== '' || status.file;
}

/** What there is to press where closing is not the point. */
function otherAction({ state }: TabStatus, redraw: Redraw): HTMLElement | null {
  if (state === 'no-permission') return accessBox(redraw);
  return state === 'paused' ? resumeButton(redraw) : null;
}

/** @param from when a press begins to count (performance.now()): one before it was meant for what stood there */
function closeBox(tabId: number, from: number): HTMLElement {
  const trouble = h('p', { role: 'alert' });
  const close = button({
    kind: 'main',
    wide: true,
    icon: 'close',
    id: 'close',
    label: t('common.closeScamTab'),
    onclick: async () => {
      if (performance.now() < from) return;
      const { ok, error } = await ask({ type: 'tab-close', tabId });
      if (ok) window.close();
      else tellIn(trouble, t(knownKey(error, 'errors.stuck')));
    },
  });
  return h('div', null, close, trouble);
}

function accessBox(redraw: Redraw): HTMLElement {
  const texts = { label: t('popup.ask'), refused: t('popup.refused') };
  return h('div', null, ...allowButton(texts, redraw, { id: 'allow', kind: 'main', wide: true }));
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
    },
  });
}
