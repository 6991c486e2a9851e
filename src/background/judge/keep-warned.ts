import type { Case } from '../../messages/ui-messages';
import { bringToFront, isOpen } from '../display/own-pages';
import { cases, judgedSite } from '../state/cases';
import { isLoop } from '../state/documents';
import { hostOf } from '../state/host';
import { isHost } from '../state/known-host';
import { TAB_PATIENT_MS, tabWithin } from '../state/shown-tab';
import { tabStates, type TabState } from '../state/tab-state';
import { warnAgain } from './warn';
import { isNewTo, noteWarnedOver } from './warned-documents';

/** A page that came so often in so many ms was warned of often enough: it may load itself, or the person goes through it. */
const OFTEN = 4;
const OFTEN_MS = 300_000;

/** A window that came after the warning stands before it; where that one is gone, or never came, it comes anew. */
export async function warnBefore(tabId: number, known: Case): Promise<void> {
  const inFront = known.pageTabId === null ? null : await bringToFront(known.pageTabId);
  if (inFront === null) await warnAgain(known.id);
  await noteWarnedOver(known.id, tabId);
}

/**
 * A tab of a warned case shows a scam, as it was just judged. Whoever closed the warning with its X does not want it over
 * the same document again; a new one is warned of as the first was, once it is in view.
 */
export async function keepWarned(tabId: number, known: Case): Promise<void> {
  if (known.pageTabId === null) return warnAgain(known.id);
  const state = await tabStates.read(String(tabId));
  if (known.warnedOver !== undefined && !isNewTo(known, state)) return;
  if (known.warnedOver === undefined || (await isOpen(known.pageTabId))) await bringOver(tabId, state, known);
  else if ((await tabWithin(tabId, TAB_PATIENT_MS))?.active !== true) return;
  else if (!comesOften(state, Date.now())) await warnAgain(known.id);
  await noteWarnedOver(known.id, tabId);
}

/** The same for a tab that comes into view: it was judged behind another one. */
export async function warnInView(tabId: number): Promise<void> {
  const { caseId, level } = await tabStates.read(String(tabId));
  const known = caseId === null || level === 'quiet' ? null : await cases.read(caseId);
  if (known?.state === 'warned') await keepWarned(tabId, known);
}

function comesOften(state: TabState, now: number): boolean {
  return isLoop(state, now) || state.documents.filter((at) => Math.abs(now - at) < OFTEN_MS).length >= OFTEN;
}

/** A warning in another window serves for every site that the scam moves to: it is brought before the new one. */
async function bringOver(tabId: number, { frames }: TabState, known: Case): Promise<void> {
  if (known.pageTabId === null || isHost(judgedSite(known), hostOf(frames[0]?.address ?? ''))) return;
  const [page, tab] = await Promise.all([known.pageTabId, tabId].map((id) => tabWithin(id, TAB_PATIENT_MS)));
  if (!page || !tab?.active || page.windowId === tab.windowId) return;
  await bringToFront(known.pageTabId);
}
