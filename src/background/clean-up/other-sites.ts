import { judge } from '../../detection/judgement/judge';
import type { Case } from '../../messages/ui-messages';
import { hostOf } from '../state/host';
import { isShared } from '../state/platforms';
import { tabFacts } from '../state/tab-facts';
import { tabStates, type TabState } from '../state/tab-state';
import { whyLeftAlone } from '../state/trust';
import { isScamsOwn } from './sites-left';

const MOST = 10;

/**
 * Origins of further sites of a scam, ten at most: what its other tabs were warned of for, in this very case. The way
 * to the scam is not taken, for nothing tells a doorway from the honest page the person came from: both are quiet, and
 * no click is known of (docs/permissions.md). Call it before what is known of the tabs is dropped; they may be gone.
 * @param tabIds the tabs that were closed with it, its own among them
 */
export async function otherSitesOf(known: Case, tabIds: readonly number[]): Promise<string[]> {
  if (!isScamsOwn(known)) return [];
  const found = [...(known.otherSites ?? [])];
  for (const tabId of tabIds) {
    if (found.length >= MOST) break;
    // The person may have been on the way there themselves.
    if (tabId === known.tabId && known.wasLeaving === true) continue;
    const site = await scamSite(await tabStates.read(String(tabId)), known);
    if (site !== null && !found.some((one) => hostOf(one) === hostOf(site))) found.push(site);
  }
  return found;
}

/** Origin of the page that a tab told of, where that one is surely a scam on a site of its own. */
async function scamSite(state: TabState, known: Case): Promise<string | null> {
  const address = state.frames[0]?.address ?? '';
  const host = hostOf(address);
  if (state.caseId !== known.id || state.level === 'quiet' || state.incognito) return null;
  if (!/^https?:/.test(address) || host === known.host || isShared(host)) return null;
  if ((await whyLeftAlone(address, Date.now())) !== null) return null;
  return isScamByItself(state) ? new URL(address).origin : null;
}

/** Not for what a frame in it says, as an advert in an honest page does, nor for a number put into its address. */
function isScamByItself(state: TabState): boolean {
  const { frames, route } = tabFacts(state, Date.now());
  const verdict = judge({ frames: frames.filter(({ top }) => top), route });
  return verdict.level !== 'quiet' && !verdict.injectedIntoHonestSite;
}
