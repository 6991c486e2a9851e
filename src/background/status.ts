import { browser } from '../browser/api';
import type { Case, TabStatus } from '../messages/ui-messages';
import { cases, hostOf } from './cases';
import { isElsewhere } from './moved-on';
import { isOwnPage } from './own-pages';
import { isSeen } from './seen-pages';
import { tabStates } from './tab-state';
import { buttonState, correctState } from './toolbar';
import { whyLeftAlone } from './trust';

/** Whether the person still lets us see every site. */
export function hasAllSites(): Promise<boolean> {
  return browser.permissions.contains({ origins: ['<all_urls>'] }).catch(() => false);
}

/** What the popup says about a tab; the toolbar button then says the same. */
export async function statusOf(tabId: number): Promise<TabStatus> {
  const status = await lookAt(tabId);
  void correctState(tabId, buttonState(status));
  return status;
}

/** Addresses without a host that a page can stand behind: what it opened and filled itself. */
const PAGE_WITHOUT_HOST = /^(?:about:blank|blob:|data:)/i;

const isOpen = (known: Case | null): boolean => known?.state === 'warned' || known?.state === 'stuck';

/** Whether "close" over a page of ours has something to close: the scam that our warning is about. */
async function closesScam(address: string): Promise<boolean> {
  const caseId = new URL(address).searchParams.get('case');
  return caseId !== null && isOpen(await cases.read(caseId));
}

async function lookAt(tabId: number): Promise<TabStatus> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const address = tab?.url ?? '';
  const state = await tabStates.read(String(tabId));
  const opened = state.caseId === null ? null : await cases.read(state.caseId);
  // What was told of a scam says nothing of the honest page that the person went on to.
  const told = tab === null || !isElsewhere(tab, state, hostOf(state.frames[0]?.address ?? ''));
  const known = opened !== null && tab !== null && isElsewhere(tab, state, opened.host) ? null : opened;
  const rest = await whyLeftAlone(address, Date.now());
  const status: TabStatus = {
    tabId,
    host: isOwnPage(address) && !(await closesScam(address)) ? '' : hostOf(address),
    state: 'watching',
    level: told ? state.level : 'quiet',
    score: told ? state.score : 0,
    reasons: known?.reasons ?? [],
    caseId: known?.id ?? null,
    injectedIntoHonestSite: known?.injectedIntoHonestSite ?? false,
    pausedUntil: rest?.why === 'paused' ? rest.until : null,
  };
  if (!(await hasAllSites())) return { ...status, state: 'no-permission' };
  if (rest !== null) return { ...status, state: rest.why };
  const seen = await isSeen(address);
  if (isOpen(known) && (seen || PAGE_WITHOUT_HOST.test(address))) return { ...status, state: 'warning' };
  return seen ? status : { ...status, state: 'unseen' };
}
