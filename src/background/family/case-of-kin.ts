import { within } from '../../async/within';
import { browser } from '../../browser/api';
import type { Case } from '../../messages/ui-messages';
import { showsOurs } from '../display/own-pages';
import { cases, judgedHost, judgedSite } from '../state/cases';
import { hostOf } from '../state/host';
import { isHost } from '../state/known-host';
import { TAB_PATIENT_MS, tabWithin } from '../state/shown-tab';
import { tabStates, type TabState } from '../state/tab-state';
import { isBefore } from './in-front';
import { movedOnFromCase } from './moved-on-from-case';
import { scamGroup } from './scam-group';
import { lookAtKin } from './scam-kin';

/** Finding the family takes a few ms. */
const FAMILY_LIMIT_MS = 500;

/** The page that opened this tab, and the others of its family. */
export async function familyOf(tabId: number, state: TabState): Promise<number[]> {
  const family = await within(scamGroup(tabId), FAMILY_LIMIT_MS, []);
  const kin = new Set([...(state.openedBy === null ? [] : [state.openedBy]), ...family]);
  kin.delete(tabId);
  return [...kin];
}

/** The case of a tab that has something to do with what it shows; null where there is none. */
export async function caseOf(state: TabState): Promise<Case | null> {
  const own = state.caseId === null ? null : await cases.read(state.caseId);
  return own === null || (await isOver(own, state, 'its tab')) ? null : own;
}

/** The open case of a tab's family: one scam is one case with one warning. */
export async function caseOfKin(family: readonly number[], state: TabState): Promise<Case | null> {
  for (const id of family) {
    const { caseId } = await tabStates.read(String(id));
    const known = caseId === null ? null : await cases.read(caseId);
    if (known?.state !== 'warned' && known?.state !== 'closing') continue;
    if (!(await isOver(known, state, 'another tab'))) return known;
  }
  return null;
}

/** A tab of a case that still shows the scam, for a case whose own tab the person has closed; null where there is none. */
export async function otherTabOf(caseId: string): Promise<number | null> {
  for (const id of await tabStates.ids()) {
    if ((await tabStates.read(id)).caseId !== caseId) continue;
    const { tab, suspicious } = await lookAtKin(Number(id));
    if (tab !== null && suspicious) return Number(id);
  }
  return null;
}

/** Whether what a tab told last is of the site that was judged, or nothing is known of either. */
function toldBySite(known: Case, { frames }: TabState): boolean {
  const here = hostOf(frames[0]?.address ?? '');
  return isHost(judgedSite(known), here) || (here === '' && judgedHost(known) === '');
}

/**
 * Whether a tab's earlier case has nothing to do with what it shows now: it ended, or the person closed the warning
 * or left it standing behind, and went on to another site. A warning in front serves for every address the scam moves to.
 * @param of whose state it is: a window that a page opens beside itself is no sign that the person went on in that page's tab
 */
async function isOver(known: Case, state: TabState, of: 'its tab' | 'another tab'): Promise<boolean> {
  if (known.state === 'closing' || known.state === 'stuck') return false;
  if (known.state !== 'warned') return true;
  if (toldBySite(known, state)) return false;
  if (known.pageTabId === null) return false;
  const page = await tabWithin(known.pageTabId, TAB_PATIENT_MS);
  if (page === null || !showsOurs(page)) return true;
  if (page.active && of === 'another tab') return false;
  const tab = await tabWithin(known.tabId, TAB_PATIENT_MS);
  return tab?.active === true && !(await isBefore(page, tab));
}

/**
 * A new document has come into a tab: a case of the tab that is over is forgotten, for what is done to a warned page
 * (its dialogs taken away, its windows kept shut, its sound off) must never be done to that one.
 */
export async function leaveOverCase(tabId: number): Promise<void> {
  const state = await tabStates.read(String(tabId));
  if (state.caseId === null) return;
  const known = await cases.read(state.caseId);
  if (known === null || (await isOver(known, state, 'its tab'))) await leaveCase(tabId, state.caseId);
}

/**
 * The tab has gone on to an honest page of another site. What the scam had told there goes with it: judged again by the
 * next worker, it would be held against the page that stands there now.
 */
export async function leavePage(known: Case): Promise<void> {
  await leaveCase(known.tabId, known.id);
  await tabStates.update(String(known.tabId), (state) =>
    toldBySite(known, state) ? { ...state, frames: {}, level: 'quiet', score: 0 } : state,
  );
}

/**
 * Leaves the page of a case's tab be where the person has gone on to an honest one there, though the warning may stand
 * behind it: such a page tells nothing, so that nothing else gives it its sound back.
 * @returns whether it did
 */
export async function leaveIfMovedOn(known: Case): Promise<boolean> {
  const moved = await movedOnFromCase(known);
  if (moved) await leavePage(known);
  return moved;
}

/** The tab is not that case's any more: the sound that its warning took away comes back. */
export async function leaveCase(tabId: number, caseId: string): Promise<void> {
  let left = false;
  await tabStates.update(String(tabId), (state) => {
    left = state.caseId === caseId;
    return left ? { ...state, caseId: null } : state;
  });
  if (left) await soundAgain(tabId);
}

/** Gives a tab its sound back, unless the person has muted it. Never rejects. */
export async function soundAgain(tabId: number): Promise<void> {
  const tab = await tabWithin(tabId, TAB_PATIENT_MS);
  if (tab === null || tab.mutedInfo?.reason === 'user') return;
  await within(browser.tabs.update(tabId, { muted: false }), TAB_PATIENT_MS, null);
}
