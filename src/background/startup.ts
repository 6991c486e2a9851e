import { browser } from '../browser/api';
import type { Case } from '../messages/ui-messages';
import { expire } from '../storage/incidents';
import { knownSettings, loadSettings } from '../storage/settings-store';
import { blockFor, forgetOldBlocks, forgetUnjudged, unblockTrusted } from './block-return';
import { caseOf, leavePage } from './case-of-kin';
import { cases, changeCase, hostOf } from './cases';
import { closeCase } from './close-case';
import { closeTab } from './close-tab';
import { currentSettings } from './current-settings';
import { keepEvidence, noteEnd } from './evidence';
import { judgeTab } from './judge-tab';
import { isElsewhere, movedOn, type Shown } from './moved-on';
import { oneAtATime } from './one-at-a-time';
import { injectDetector, orderTab } from './orders';
import { bringToFront, openInFront, ownPage, showsOurs } from './own-pages';
import { casesInTurn, warn } from './respond';
import { chainOf } from './route';
import { forgetOldScams } from './scam-times';
import { layReserve } from './session-reserve';
import { RESUME_LIMIT_MS } from './session-slot';
import { hasAllSites } from './status';
import { isSameAddress, tabStates, type TabState } from './tab-state';
import { showState } from './toolbar';

/** A browser that was updated tells of its start and of the update at once: the second run finds nothing left. */
const inTurn = oneAtATime();

/**
 * At the browser's start: restored tabs of a scam that was closed before are closed again before they are looked
 * at (the redirect rule holds those that load; sleeping ones have to be found), with one warning page in front for
 * each scam, however many tabs it had.
 */
export function closeRestored(): Promise<void> {
  return inTurn(closeHeldBack);
}

async function closeHeldBack(): Promise<void> {
  const [{ trustedSites }] = await Promise.all([
    loadSettings(),
    forgetOldBlocks(Date.now()),
    forgetUnjudged(),
  ]);
  await unblockTrusted(trustedSites.map(({ host }) => host));
  const tabs = await browser.tabs.query({}).catch(() => []);
  const warnings = await onlyFirstWarnings(tabs);
  const inFront = new Set<string>();
  for (const tab of tabs) {
    const block = tab.url === undefined ? null : await blockFor(tab.url);
    if (block === null || tab.id === undefined) continue;
    const { caseId } = block;
    if (!inFront.has(caseId) && (await warnInFront(caseId, warnings.get(caseId), tab.windowId ?? null)))
      inFront.add(caseId);
    await closeTab(tab.id);
  }
}

type OpenTab = { id?: number; url?: string; windowId?: number };

/** Tabs that the redirect rule has already led to the warning: one stays for each case, the others go. */
async function onlyFirstWarnings(tabs: readonly OpenTab[]): Promise<Map<string, number>> {
  const kept = new Map<string, number>();
  for (const { id, url } of tabs) {
    const caseId = id === undefined ? null : heldCaseOf(url);
    if (id === undefined || caseId === null) continue;
    if (kept.has(caseId)) await closeTab(id);
    else kept.set(caseId, id);
  }
  return kept;
}

function heldCaseOf(url: string | undefined): string | null {
  if (url === undefined || !url.startsWith(`${ownPage('warning')}?`)) return null;
  const query = new URL(url).searchParams;
  return query.has('blocked') ? query.get('case') : null;
}

async function warnInFront(caseId: string, standing: number | undefined, windowId: number | null) {
  if (standing !== undefined && (await bringToFront(standing))) return true;
  return (await openInFront(ownPage('warning', `blocked=1&case=${caseId}`), windowId)) !== null;
}

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
  if (known.level === 'quiet' && known.state === 'warned') {
    await changeCase(known.id, { state: 'closed' });
    return null;
  }
  const isUnkept =
    known.incidentId === null && known.state !== 'mistaken' && Date.now() - known.noticedAt < UNKEPT_MS;
  // Asked before it is closed: the state of its tab goes with it.
  const state = isUnkept ? await tabStates.read(String(known.tabId), RESUME_LIMIT_MS) : null;
  const chain = state === null ? [] : await chainOf(known.tabId, state);
  if (known.state === 'closing') {
    // Of what nobody called a scam the person may have another tab, asleep: only where this one is gone it may be that.
    if (known.level !== 'quiet' || (await tabOf(known.tabId)) === null) await closeDiscarded(known.address);
    await closeCase(known.id, known.closedBy ?? 'itself');
  }
  if (known.state === 'warned') await resumeWarning(known);
  if (state === null) return endIsFresh(known) ? () => tellEnd(known.id) : null;
  return () => writeEntry(known, state, chain);
}

/** Its tab had just gone as the worker was stopped: the entry, which takes its time, may not have heard of that. */
function endIsFresh({ state, closedBy, closedAt, incidentId }: Case): boolean {
  if (state !== 'closed' || closedBy === null || incidentId === null) return false;
  return closedAt !== null && Math.abs(Date.now() - closedAt) < UNKEPT_MS;
}

async function tellEnd(caseId: string): Promise<void> {
  const now = await cases.read(caseId);
  if (now !== null) await noteEnd(now);
}

async function writeEntry(known: Case, state: TabState, chain: string[]): Promise<void> {
  const now = await cases.read(known.id);
  // Meanwhile the person may have called it a mistake, or its page has another case.
  if (now !== null && now.state !== 'mistaken') await keepEvidence(now, state, null, chain);
}

/** Not where the person has gone on to an honest page meanwhile: the next worker may start hours later. */
async function resumeWarning(known: Case): Promise<void> {
  if (known.timing.noticedMs !== null) {
    const page = known.pageTabId === null ? null : await tabOf(known.pageTabId);
    if (page !== null && showsOurs(page)) await bindTab(known);
  } else if ((await tabOf(known.tabId)) === null) {
    return;
  } else if (await movedOn(known)) {
    await leavePage(known);
    await changeCase(known.id, { state: 'closed', closedAt: Date.now() });
  } else if (await bindTab(known)) {
    // Stopped between the case and its closing: a page that traps the person is not only warned of.
    const { closeByItself } = await currentSettings();
    await (known.level === 'act' && closeByItself ? closeCase(known.id, 'itself') : warn(known));
  } else {
    await cases.drop(known.id);
  }
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

/** Chrome gives a discarded tab another id, and a worker stopped before it was removed never came to know it. */
async function closeDiscarded(address: string): Promise<void> {
  const asleep = address === '' ? [] : await browser.tabs.query({ discarded: true }).catch(() => []);
  const left = asleep.flatMap(({ id, url }) => (id !== undefined && isSameAddress(address, url) ? [id] : []));
  await Promise.all(left.map((id) => closeTab(id)));
}

/**
 * A report that reached the worker just as it was stopped is lost: what was written down is judged again, and the
 * pages are asked to look again. Tabs that have gone are forgotten, those that show an honest page by now let be.
 */
async function resumeTabs(before: [id: string, state: TabState][]): Promise<void> {
  for (const [id, { frames }] of before) {
    const tabId = Number(id);
    const tab = await tabOf(tabId);
    if (tab === null) {
      await tabStates.drop(id);
      continue;
    }
    const state = await tabStates.read(id, RESUME_LIMIT_MS);
    const left = Object.entries(state.frames).filter(
      ([frameId, { doc }]) => frames[Number(frameId)]?.doc === doc,
    );
    if ((await isTakenUp(state)) || left.length === 0 || hasMovedOn(tab, state)) continue;
    // A worker that was stopped may have looked once, and the frame with the number come after that.
    await tabStates.update(id, (known) => ({ ...known, numberSought: false }));
    await judgeTab(tabId);
    for (const [frameId, frame] of left)
      if (frame.injected && frame.facts === null) void injectDetector(tabId, Number(frameId));
    await orderTab(tabId, { type: 'look-again' });
  }
}

/** A full store may have taken that a tab belongs to a case, and not the case: nobody warns of that one. */
async function isTakenUp({ caseId }: TabState): Promise<boolean> {
  return caseId !== null && (await cases.read(caseId, RESUME_LIMIT_MS)) !== null;
}

/** Behind a sign-in prompt still stands the page that led to it. */
function hasMovedOn(tab: Shown, state: TabState): boolean {
  const top = state.frames[0];
  return top?.acts['auth-prompt'] === undefined && isElsewhere(tab, state, hostOf(top?.address ?? ''));
}

function tabOf(tabId: number): Promise<Shown | null> {
  return browser.tabs.get(tabId).catch(() => null);
}

export const DAILY_ALARM = 'daily';
const DAY_MS = 24 * 3_600_000;

/**
 * Has the housekeeping done each day. Firefox forgets its alarms with the session; one that stands is not put off, but
 * that of a clock that was ahead would come in years.
 */
export async function setDaily(): Promise<void> {
  const standing = await browser.alarms.get(DAILY_ALARM);
  if (standing && !(standing.scheduledTime - Date.now() > DAY_MS)) return;
  await browser.alarms.create(DAILY_ALARM, { periodInMinutes: 24 * 60 });
}

/** What is older than it may be kept goes, and the icon tells whether we may see the sites. */
export async function housekeeping(): Promise<void> {
  // However long it takes: by the defaults of a store that does not answer, entries would go that are to be kept.
  const settings = await knownSettings();
  if (settings !== null) {
    await expire(settings.keepDays);
    await forgetOldScams(settings.guardHours, Date.now());
  }
  await forgetOldBlocks(Date.now());
  if (!(await hasAllSites())) await showState(undefined, 'no-permission');
}

/** First install by a person (not an update, not a policy): the welcome page. */
export async function welcome(reason: string, welcomeOff: boolean): Promise<void> {
  if (reason !== 'install' || welcomeOff) return;
  const self = await browser.management?.getSelf?.().catch(() => null);
  if (self?.installType === 'admin') return;
  await openInFront(ownPage('welcome'), null);
}
