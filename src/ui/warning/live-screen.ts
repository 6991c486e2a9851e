import type { Case } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { button, fold } from '../shared/parts';
import { tellingSentences } from '../shared/reason-sentence';
import type { TextKey } from '../shared/text-keys';
import { careful } from '../shared/careful-press';
import { gapAfter } from '../shared/sentences';
import { callInstead } from './call-instead';
import { closeButton } from './close-button';
import { closeKnown, closeScam } from './known-case';
import { closeWarning, toGuide } from './own-tab';
import { say } from './say';
import { trustWay } from './trust-steps';

/** How the keys begin of what is said of a scam, or of a genuine site with a scam's number. */
type Variant = 'warning' | 'warning.injected';

/** The most reasons a frightened person can take in. */
const MOST_REASONS = 4;

/**
 * The warning over a live scam: what this very probably is, that the computer is very probably fine, and one big
 * button. `changed` is called when the background answered, so that the next state is shown without waiting.
 */
export function liveScreen(found: Case, page: Page, changed: () => unknown): Child[] {
  const variant: Variant = found.injectedIntoHonestSite ? 'warning.injected' : 'warning';
  const site = found.host || t('warning.mistake.thisPage');
  const close = closeButton({ what: 'scam', close: () => closeScam(found, changed) });
  const called = button({
    id: 'called',
    wide: true,
    label: t('warning.called'),
    onclick: careful('safe', () => closeThenHelp(found)),
  });
  return [
    h('h1', { id: 'verdict' }, t(`${variant}.verdict`)),
    reassurance(found, variant, site),
    h('div', { class: 'stack' }, close, called),
    callInstead(page),
    why(found),
    trustWay(
      page,
      { ask: 'warning.mistake', explain: whatTrustIs(found), yes: 'warning.mistake.yes', site },
      () => goBack(found.id, changed),
    ),
  ];
}

function reassurance({ injectedIntoHonestSite, host }: Case, variant: Variant, site: string): HTMLElement {
  const calm =
    injectedIntoHonestSite && host === ''
      ? t('warning.injected.noHost')
      : t(`${variant}.reassurance`, { site });
  const never = h('strong', { class: 'never-call' }, t(`${variant}.neverCall`));
  return h('p', { id: 'reassurance', class: 'lead' }, calm, gapAfter(calm), never);
}

/** Trust is kept by the host: of a private window none is kept, and a file has none. */
function whatTrustIs({ incognito, host }: Case): TextKey {
  if (incognito) return 'warning.mistake.explainPrivate';
  return host === '' ? 'warning.mistake.explainForNow' : 'warning.mistake.explain';
}

function why(found: Case): HTMLElement {
  const sentences = tellingSentences(found.reasons, MOST_REASONS);
  if (found.injectedIntoHonestSite) sentences.unshift(t('warning.why.injected'));
  if (sentences.length === 0) sentences.push(t('warning.why.generic'));
  const list = h('ul', null, ...sentences.slice(0, MOST_REASONS).map((sentence) => h('li', null, sentence)));
  return fold(t('common.why'), list);
}

/**
 * Whoever has called needs help most: the guide comes up even where the tab holds on. It asks what happened, for the
 * button stands for three answers, and who was let in needs other steps than who only called.
 */
async function closeThenHelp(found: Case): Promise<void> {
  const closed = await closeKnown(found).catch(() => null);
  toGuide(closed ?? found.id);
}

async function goBack(caseId: string, changed: () => unknown): Promise<void> {
  const answer = await ask({ type: 'case-mistake', caseId });
  if (answer.ok) await closeWarning(caseId);
  else {
    await changed();
    say(answer.error ?? 'errors.tabGone');
  }
}
