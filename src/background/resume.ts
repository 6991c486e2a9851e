import type { Case } from '../messages/ui-messages';
import { closeCase } from './close/close-case';
import { closeTab } from './close/close-tab';
import { showsOurs } from './display/own-pages';
import { caseOf, leaveIfMovedOn } from './family/case-of-kin';
import { covers } from './family/in-front';
import { keepEvidence, noteEnd } from './journal/evidence';
import { judgeTab } from './judge/judge-tab';
import { warnAgain } from './judge/warn';
import { isNewTo } from './judge/warned-documents';
import { resumeTabs } from './resume-tabs';
import { currentSettings } from './session/current-settings';
import { layReserve } from './session/session-reserve';
import { RESUME_LIMIT_MS } from './session/session-slot';
import { cases, casesInTurn, changeCase, judgedSite } from './state/cases';
import { hostOf } from './state/host';
import { isSameAddress } from './state/kept-address';
import { isHost } from './state/known-host';
import { chainOf } from './state/route';
import { tabsAsleepAt, tabOf } from './state/shown-tab';
import { type TabState, tabStates } from './state/tab-state';

/** Takes up what a worker that was stopped in the middle had begun. What reports from now on is none of it. */
export async function resume(): Promise<void> {
  const before = tabStates.stored(RESUME_LIMIT_MS);
  const entries = await resumeCases();
  await resumeTabs(await before);
  await layReserve();
  // Last, and one by one: a scam that nobody has been warned of yet must not wait for the journal.
  for (const write of entries) await write();
}

/** A case is written down within a second; one that is older than this was left out for a reason. */
const UNKEPT_MS = 600_000;

/** Writes the entry of a case. */
type WriteEntry = () => Promise<void>;

/**
 * After the worker was stopped in the middle: closings and warnings that had begun are finished.
 * @returns what is left to do for it: entries that nobody wrote down, or to their end
 */
export async function resumeCases(): Promise<WriteEntry[]> {
  const entries: WriteEntry[] = [];
  for (const id of await cases.ids(RESUME_LIMIT_MS)) {
    const known = await cases.read(id, RESUME_LIMIT_MS);
    const write = known === null ? null : await resumeCase(known);
    if (write !== null) entries.push(write);
  }
  return entries;
}

async function resumeCase(known: Case): Promise<WriteEntry | null> {
  // A person wanted the page gone, and presses again: nobody has called it a scam.
  if (known.level === 'quiet' && (known.state === 'warned' || (await hasGoneOn(known)))) {
    await changeCase(known.id, { state: 'closed', closedBy: null });
    return null;
  }
  const isUnkept =
    known.incidentId === null && known.state !== 'mistaken' && Date.now() - known.noticedAt < UNKEPT_MS;
  // Asked before it is closed: the state of its tab goes with it.
  const state = isUnkept ? await tabStates.read(String(known.tabId), RESUME_LIMIT_MS) : null;
  const chain = state === null ? [] : await chainOf(known.tabId, state);
  if (known.state === 'closing') {
    // Of what nobody called a scam the person may have another tab, asleep.
    if (known.level !== 'quiet') await closeAsleep(known.address);
    await closeCase(known.id, known.closedBy ?? 'itself');
  }
  if (known.state === 'warned') await resumeWarning(known);
  if (state === null) return endIsFresh(known) ? () => tellEnd(known.id) : null;
  return () => writeEntry(known, state, chain);
}

/**
 * Whether the tab of a page that was about to be closed shows another one by now, where the press meant that page alone.
 * Of a private window only the site is known. A page changes its fragment by itself, and no other comes by that.
 */
async function hasGoneOn(known: Case): Promise<boolean> {
  const tab = known.state === 'closing' ? await tabOf(known.tabId) : null;
  if (tab?.url === undefined) return false;
  return known.incognito
    ? !isHost(judgedSite(known), hostOf(tab.url))
    : !isSameAddress(withoutFragment(known.address), withoutFragment(tab.url));
}

const withoutFragment = (address: string): string => address.replace(/#.*$/s, '');

/** Its tab had just gone as the worker was stopped: the entry, which takes its time, may not have heard of that. */
function endIsFresh({ state, closedBy, closedAt, incidentId }: Case): boolean {
  if (state !== 'closed' || closedBy === null || incidentId === null) return false;
  return closedAt !== null && Math.abs(Date.now() - closedAt) < UNKEPT_MS;
}

async function tellEnd(caseId: string): Promise<void> {
  const current = await cases.read(caseId);
  if (current !== null) await noteEnd(current);
}

async function writeEntry(known: Case, state: TabState, chain: string[]): Promise<void> {
  const current = await cases.read(known.id);
  // Meanwhile the person may have called it a mistake, or its page has another case.
  if (current !== null && current.state !== 'mistaken') await keepEvidence(current, state, null, chain);
}

/** Not where the person has gone on to an honest page meanwhile: the next worker may start hours later. */
async function resumeWarning(known: Case): Promise<void> {
  if (known.pageTabId !== null) {
    await resumeWarned(known, known.pageTabId);
  } else if ((await tabOf(known.tabId)) === null) {
    return;
  } else if (await leaveIfMovedOn(known)) {
    await changeCase(known.id, { state: 'closed', closedAt: Date.now() });
  } else if (await bindTab(known)) {
    // Stopped between the case and its closing: a page that traps the person is not only warned of.
    const { closeByItself } = await currentSettings();
    const isTrap = known.level === 'act' && closeByItself && known.timing.warnedMs === null;
    await (isTrap ? closeCase(known.id, 'itself') : warnAgain(known.id));
  } else {
    await cases.drop(known.id);
  }
}

/** Its warning came: it may stand, behind its tab too, or be gone. */
async function resumeWarned(known: Case, pageTabId: number): Promise<void> {
  const [page, tab] = await Promise.all([tabOf(pageTabId), tabOf(known.tabId)]);
  const stands = page !== null && showsOurs(page);
  const isCovered = stands && tab !== null && covers(page, tab);
  // Its sound was off as long as nothing told of that.
  if (!isCovered && (await leaveIfMovedOn(known))) return;
  if (stands) await bindTab(known);
  else if (tab !== null) await judgeNewcomer(known);
}

/** What came into the tab after the person had closed the warning may have told a worker that was stopped then. */
async function judgeNewcomer(known: Case): Promise<void> {
  const state = await tabStates.read(String(known.tabId), RESUME_LIMIT_MS);
  if (state.caseId === known.id && isNewTo(known, state)) await judgeTab(known.tabId);
}

/**
 * A case and that its tab belongs to it are written down one after the other, and a full store may take only the first.
 * @returns false where the page has told again meanwhile, and has another case: one scam has one warning
 */
function bindTab({ id, tabId, host }: Case): Promise<boolean> {
  return casesInTurn(async () => {
    const known = await tabStates.read(String(tabId), RESUME_LIMIT_MS);
    const own = await caseOf(known);
    if (own !== null) return own.id === id;
    if (hostOf(known.frames[0]?.address ?? '') === host)
      await tabStates.update(String(tabId), (state) =>
        state.caseId === known.caseId ? { ...state, caseId: id } : state,
      );
    return true;
  });
}

/** A worker stopped before a tab was removed never came to know the id that it got when it was put to sleep. */
async function closeAsleep(address: string): Promise<void> {
  const left = await tabsAsleepAt(address);
  await Promise.all(left.map((id) => closeTab(id)));
}
