import { hasAllSites } from '../../browser/all-sites';
import type { Tabs } from '../../browser/api';
import { isOwnPage, ownPage } from '../../browser/own-page';
import type { Case, TabCondition, TabStatus } from '../../messages/ui-messages';
import { buttonState, correctState } from '../display/toolbar';
import { leaveIfMovedOn } from '../family/case-of-kin';
import { isElsewhere } from '../family/elsewhere';
import { cases, isOpenCase, judgedSite } from '../state/cases';
import { hostOf } from '../state/host';
import { isSeen } from '../state/seen-pages';
import { tabOf } from '../state/shown-tab';
import { tabStates, toldSite, type TabState } from '../state/tab-state';
import { whyLeftAlone } from '../state/trust';

/** What the popup says about a tab; the toolbar button then says the same. */
export async function statusOf(tabId: number): Promise<TabStatus> {
  const status = await lookAt(tabId);
  void correctState(tabId, buttonState(status));
  return status;
}

/** Addresses without a host that a page can stand behind: what it opened and filled itself. */
const PAGE_WITHOUT_HOST = /^(?:about:blank|blob:|data:)/i;

/** The case, while its scam stands. */
const whileOpen = (known: Case | null): Case | null => (known !== null && isOpenCase(known) ? known : null);

/** The scam that a page of ours is about, while it stands: "close" over that page closes it. */
async function scamBehind(address: string): Promise<Case | null> {
  const caseId = new URL(address).searchParams.get('case');
  return caseId === null ? null : whileOpen(await cases.read(caseId));
}

/** The case of a tab, unless the person has gone on to an honest page in it. */
async function caseIn(tab: Tabs.Tab | null, state: TabState): Promise<Case | null> {
  const known = tab === null || state.caseId === null ? null : await cases.read(state.caseId);
  if (known === null || tab?.id === undefined || !isElsewhere(tab, state, judgedSite(known))) return known;
  // Not awaited: the popup waits for nothing. Who looks at it may wonder why that page is mute.
  void leaveIfMovedOn({ ...known, tabId: tab.id });
  return null;
}

async function lookAt(tabId: number): Promise<TabStatus> {
  const tab = await tabOf(tabId);
  const address = tab?.url ?? '';
  const isOwn = isOwnPage(address);
  const state = await tabStates.read(String(tabId));
  // What was told of a scam says nothing of the honest page that the person went on to.
  const told = tab === null || !isElsewhere(tab, state, toldSite(state));
  const known = isOwn ? await scamBehind(address) : await caseIn(tab, state);
  return {
    ...(await conditionOf(address, whileOpen(known))),
    tabId,
    host: isOwn ? '' : hostOf(address),
    level: told ? state.level : 'quiet',
    score: told ? state.score : 0,
    reasons: known?.reasons ?? [],
    caseId: known?.id ?? null,
    injectedIntoHonestSite: known?.injectedIntoHonestSite ?? false,
  };
}

/** @param open the case of the tab, while its scam stands */
async function conditionOf(address: string, open: Case | null): Promise<TabCondition> {
  if (!(await hasAllSites())) return { state: 'no-permission' };
  const rest = await whyLeftAlone(address, Date.now());
  if (rest?.why === 'paused') return { state: 'paused', pausedUntil: rest.until };
  if (rest !== null) return { state: 'trusted' };
  const isOwn = isOwnPage(address);
  const seen = !isOwn && (await isSeen(address));
  const warns = seen || PAGE_WITHOUT_HOST.test(address) || address.startsWith(ownPage('warning'));
  if (open !== null && warns) return { state: 'warning', closing: open.state === 'closing' };
  if (isOwn) return { state: 'own', stuck: open?.state === 'stuck' };
  return seen ? { state: 'watching' } : { state: 'unseen', file: address.startsWith('file:') };
}
