import { heldBackWarning } from '../../browser/own-page';
import type { HeldBack } from '../../messages/store-keys';
import type { Case } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { h, type Child } from '../shared/h';
import { t, when } from '../shared/i18n';
import type { Page } from '../shared/page';
import type { TextKey } from '../shared/text-keys';
import { calmScreen } from './calm-screen';
import { callInstead } from './call-instead';
import { closeButton } from './close-button';
import { guideButton } from './guide-button';
import { closeWarning } from './own-tab';
import { say } from './say';
import { trustSteps, trustWay, type TrustWords } from './trust-steps';

/**
 * A closed scam tried to come back (restored session, link, history) and the browser led here instead; or a page
 * that the person wanted gone and nobody called a scam, which is opened again without being trusted.
 * `held` is null where the list does not tell of it: then nothing stands behind this page any more, but for a scam that
 * was closed in this session (the list may not have been written).
 */
export function heldScreen(found: Case | null, held: HeldBack | null, page: Page): Child[] {
  if (found?.state === 'mistaken') {
    const { address } = found;
    const words = /^https?:/.test(address) ? 'warning.mistake.openAgain' : 'warning.mistake.done';
    return calmScreen(page, words, { address, open: () => location.assign(address) });
  }
  if (held === null && found === null) return calmScreen(page, 'warning.unknown.reassurance');
  if (held === null && found?.level === 'quiet') {
    const { address } = found;
    // Where the list could not be written a rule may stand all the same.
    return calmScreen(page, unjudgedWords(found), {
      address,
      open: () => openAgain(address, { agreed: false }),
    });
  }
  return scamScreen(found, held, page);
}

function scamScreen(found: Case | null, held: HeldBack | null, page: Page): Child[] {
  const caseId = found?.id ?? null;
  const { title, reassurance } = wordsOf(found, held);
  const closedAt = found?.closedAt ?? held?.at ?? null;
  const close = closeButton({
    what: 'own',
    label: t('warning.blocked.close'),
    close: () => closeWarning(caseId),
  });
  const guide = guideButton(caseId);
  return [
    h('h1', { id: 'verdict' }, title),
    h('p', { id: 'reassurance', class: 'lead' }, reassurance),
    h('div', { class: 'stack' }, close, guide),
    closedAt !== null &&
      h('p', { id: 'closed-at', class: 'quiet' }, whenClosed(closedAt, siteOf(found, held))),
    callInstead(page),
    held && reopenSteps(held, page),
  ];
}

/** '' of a file, and of what is not known any more. */
const siteOf = (found: Case | null, held: HeldBack | null): string =>
  held === null ? (found?.host ?? '') : new URL(held.address).host;

/** With its name: whether it was closed rightly only who knows which page it was can say. */
function whenClosed(at: number, site: string): string {
  const date = when(at);
  return site === '' ? t('warning.blocked.when', { date }) : t('warning.blocked.whenSite', { site, date });
}

/** Of a genuine site with a scam's number nothing says that it is a scam, nor of a page that nobody called one. */
function wordsOf(found: Case | null, held: HeldBack | null): { title: string; reassurance: string } {
  if (held?.unjudged) return { title: t('warning.unjudged.title'), reassurance: t(unjudgedWords(held)) };
  if (!(held?.injected ?? found?.injectedIntoHonestSite))
    return { title: t('warning.blocked.title'), reassurance: t('warning.blocked.reassurance') };
  const site = siteOf(found, held);
  const reassurance =
    site === '' ? t('warning.injected.noHost') : t('warning.injected.reassurance', { site });
  return { title: t('warning.blocked.injected'), reassurance };
}

/** Of a page that Sangfroid left alone it cannot say what it was. */
const unjudgedWords = ({ unwatched }: Pick<HeldBack, 'unwatched'>): TextKey =>
  unwatched ? 'warning.unjudged.unwatched' : 'warning.unjudged.reassurance';

function reopenSteps({ address, unjudged = false, unwatched }: HeldBack, page: Page): HTMLElement {
  const unjudgedExplain = unwatched ? 'warning.unjudged.explainUnwatched' : 'warning.unjudged.explain';
  const words: TrustWords = {
    ask: unjudged ? 'warning.unjudged.reopen' : 'warning.blocked.reopen',
    explain: unjudged ? unjudgedExplain : 'warning.blocked.explain',
    yes: 'warning.blocked.yes',
    site: new URL(address).host,
  };
  const open = (): unknown => openAgain(address, { agreed: !unjudged });
  return unjudged ? trustSteps(words, open) : trustWay(page, words, open);
}

/** @param agreed whether the person has agreed to trust its site */
async function openAgain(address: string, { agreed }: { agreed: boolean }): Promise<void> {
  const answer = await ask({ type: 'held-back-open', address, agreed });
  if (answer.ok) location.assign(address);
  else if (answer.heldFor !== undefined) location.replace(heldBackWarning(answer.heldFor));
  else say(answer.error ?? 'errors.action');
}
