import type { Verdict } from '../../detection/verdict';
import type { Case } from '../../messages/ui-messages';
import { closeCase } from '../close/close-case';
import { closeTab } from '../close/close-tab';
import { bringToFront } from '../display/own-pages';
import { joinClosing } from '../family/closing-group';
import { learn, noteMore } from '../journal/evidence';
import { moveCase } from '../state/cases';
import { TAB_PATIENT_MS, tabWithin } from '../state/shown-tab';
import { tabStates } from '../state/tab-state';
import { keepWarned, warnBefore } from './keep-warned';
import { calmTab } from './orders';

/** What a verdict asks for. */
export interface Asked {
  verdict: Verdict;
  /** It is to be closed, not only warned of. */
  closesAtOnce: boolean;
}

/** A case that was answered. */
export interface Noted {
  caseId: string;
  /** It is being written down, where it is new. */
  kept: Promise<unknown>;
}

/** What a verdict changes in a case that is open already. @returns the case. */
export async function carryOn(tabId: number, known: Case, { verdict, closesAtOnce }: Asked): Promise<Noted> {
  const { caseId } = await tabStates.read(String(tabId));
  const isClosing = closesAtOnce && known.state === 'warned';
  if (caseId !== known.id) await joinCase(tabId, known, !isClosing);
  // Not awaited, as there: an act that comes meanwhile must not wait for a browser that opens the warning late.
  else if (known.state === 'warned' && !isClosing) void keepWarned(tabId, known);
  if (isClosing) {
    await learn(known.id, verdict); // its closing tells the entry
    await closeCase(known.id, 'itself');
  } else await tellMore(known.id, verdict);
  // Its closing has looked for the family already, or does not look again: this one came too late to be among them.
  if (caseId !== known.id && known.state === 'closing') {
    await joinClosing([tabId], Date.now());
    await closeTab(tabId);
  }
  return { caseId: known.id, kept: Promise.resolve() };
}

/** What a later verdict found goes into the case, and into its entry where that is written already. */
export async function tellMore(caseId: string, verdict: Verdict): Promise<void> {
  const more = await learn(caseId, verdict);
  if (more !== null) void noteMore(more); // not awaited: an act that comes meanwhile must not wait for the journal
}

/** @param stays whether the case is not about to be closed */
async function joinCase(tabId: number, known: Case, stays: boolean): Promise<void> {
  const { opened } = await tabStates.update(String(tabId), (state) => ({ ...state, caseId: known.id }));
  const tab = await tabWithin(tabId, TAB_PATIENT_MS);
  const windowId = tab?.windowId ?? known.windowId;
  // The case is about the page that opened the others: it is not over when a person closes one of those by hand.
  if (known.state === 'warned' && opened.some((one) => one.tabId === known.tabId))
    await moveCase(known.id, { tabId, windowId });
  // A window that came after the warning stands before it.
  if (known.state === 'warned' && stays) void warnBefore(tabId, known);
  else if (known.pageTabId !== null) void bringToFront(known.pageTabId);
  void calmTab(tabId, windowId);
}
