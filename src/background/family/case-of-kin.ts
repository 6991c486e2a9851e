import { within } from '../../async/within';
import { browser } from '../../browser/api';
import type { Case } from '../../messages/ui-messages';
import { showsOurs } from '../display/own-pages';
import { cases, isStandingCase, judgedHost, judgedSite } from '../state/cases';
import { hostOf } from '../state/host';
import { isHost } from '../state/known-host';
import { TAB_PATIENT_MS, tabWithin } from '../state/shown-tab';
import { tabStates, type TabState } from '../state/tab-state';
import { isBefore } from './in-front';
import { withoutLeftAlone } from './left-alone';
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

/**
 * The open case of a tab's family: one scam is one case with one warning. No case is of private and ordinary tabs both.
 * @param incognito as the browser tells it, where it has: a tab that has told nothing yet may not be noted as private
 */
export async function caseOfKin(
  family: readonly number[],
  state: TabState,
  incognito = state.incognito,
): Promise<Case | null> {
  for (const id of family) {
    const { caseId } = await tabStates.read(String(id));
    const known = caseId === null ? null : await cases.read(caseId);
    if (known?.state !== 'warned' && known?.state !== 'closing') continue;
    if (known.incognito !== incognito) continue;
    if (!(await isOver(known, state, 'another tab'))) return known;
  }
  return null;
}

/**
 * The tabs of a case that still show the scam, whether or not it is known how they belong together. One that a busy browser
 * does not tell of counts as there. Never rejects.
 */
export async function tabsOfCase(caseId: string): Promise<number[]> {
  const ids = await tabStates.ids();
  const states = await Promise.all(ids.map((id) => tabStates.read(id)));
  const own = ids.filter((_id, index) => states[index]?.caseId === caseId);
  const kin = await Promise.all(own.map((id) => lookAtKin(Number(id))));
  const showing = kin.filter(({ tab, silent, suspicious }) => (tab !== null || silent) && suspicious);
  return (await withoutLeftAlone(showing)).map(({ id }) => id);
}

/** Whether what a tab told last is of the site that was judged, or nothing is known of either. */
function toldBySite(known: Case, { frames }: TabState): boolean {
  const here = hostOf(frames[0]?.address ?? '');
  return isHost(judgedSite(known), here) || (here === '' && judgedHost(known) === '');
}

/**
 * Whether a tab's earlier case has nothing to do with what it shows now: it ended, or the person closed the warning
 * or left it standing behind, and went on to another site. A warning in front serves for every address the scam moves to,
 * and of a scam that could not be closed the page of ours that says so.
 * @param of whose state it is: a window that a page opens beside itself is no sign that the person went on in that page's tab
 */
async function isOver(known: Case, state: TabState, of: 'its tab' | 'another tab'): Promise<boolean> {
  if (known.state === 'closing') return false;
  if (!isStandingCase(known)) return true;
  if (toldBySite(known, state)) return false;
  if (known.pageTabId === null) return known.state === 'stuck'; // else its warning is on the way
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

/** Gives a tab its sound back, unless the person or another extension has muted it. Never rejects. */
export async function soundAgain(tabId: number): Promise<void> {
  const tab = await tabWithin(tabId, TAB_PATIENT_MS);
  const { reason, extensionId = browser.runtime.id } = tab?.mutedInfo ?? {};
  if (tab === null || reason === 'user' || extensionId !== browser.runtime.id) return;
  await within(browser.tabs.update(tabId, { muted: false }), TAB_PATIENT_MS, null);
}
