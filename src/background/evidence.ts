import { browser } from '../browser/api';
import { EXCERPT_LENGTH } from '../detection/facts';
import type { Case } from '../messages/ui-messages';
import type { Incident } from '../storage/incident';
import { addIncident, updateIncident } from '../storage/incidents';
import { cases, changeCase } from './cases';
import { noteScam, takeBackScam } from './scam-times';
import type { TabState } from './tab-state';
import { within } from './within';

/** A screenshot may hang for ever on a page that never painted (facts, item 7): evidence never delays closing more. */
export const SCREENSHOT_LIMIT_MS = 150;
/** Where the page traps the person, every moment counts. Measured: 9 to 32 ms where it works at all. */
export const TRAP_SCREENSHOT_LIMIT_MS = 60;

const PICTURE = { format: 'jpeg', quality: 60 } as const;
/** Known to Firefox alone: pixels of CSS, not of a screen that has four of them for each. */
const SMALL_PICTURE = { ...PICTURE, scale: 1 } as const;

/** Firefox alone takes pictures of tabs that stand behind another: the warning need not wait for the picture there. */
export const picturesFromBehind = (): boolean => typeof browser.tabs.captureTab === 'function';

/**
 * Takes a picture of the tab, if it is the visible one of its window when this is called.
 * @param limitMs longest wait. @returns a JPEG data URL, or null where there is none in time.
 */
export async function takeScreenshot(
  tabId: number,
  windowId: number,
  limitMs: number,
): Promise<string | null> {
  // Asked right before: where only the tab in front is pictured, that may be the person's bank by now.
  const shot = browser.tabs.get(tabId).then((tab) => {
    if (!tab.active) return null;
    return picturesFromBehind()
      ? browser.tabs.captureTab(tabId, SMALL_PICTURE)
      : browser.tabs.captureVisibleTab(windowId, PICTURE);
  });
  return within(shot, limitMs, null);
}

/**
 * Keeps a case in the journal, and when it was for the guard; of private windows only that, and not on the disk.
 * @param chain addresses the person came through, oldest first.
 */
export async function keepEvidence(
  noted: Case,
  state: TabState,
  screenshot: string | null,
  chain: string[],
): Promise<void> {
  const incidentId = noted.incognito ? null : await addIncident(entryOf(noted, state, screenshot, chain));
  await noteScam({ at: noted.noticedAt, entry: incidentId }, noted.incognito);
  const now = incidentId === null ? await cases.read(noted.id) : await changeCase(noted.id, { incidentId });
  // It ended while the entry was being written, which could not be told to the entry then.
  if (now !== null && endingOf(now) !== endingOf(noted)) await noteEnd(now);
}

function entryOf(noted: Case, state: TabState, screenshot: string | null, chain: string[]): Incident {
  const texts = Object.values(state.frames).flatMap((frame) => [
    ...frame.dialogs,
    ...frame.spoken,
    frame.facts?.excerpt ?? '',
  ]);
  return {
    at: noted.noticedAt,
    level: noted.level,
    closedBy: endingOf(noted),
    address: noted.address,
    host: noted.host,
    chain,
    title: noted.title,
    excerpt: texts.filter(Boolean).join('\n').slice(0, EXCERPT_LENGTH),
    phones: noted.phones,
    codes: noted.codes,
    reasons: noted.reasons,
    screenshot,
    times: 1,
    notes: { caller: '', amounts: '', program: '', otherNumbers: '', text: '' },
  };
}

/** Writes into the journal how a case ended. The guard does not stand for one that was a mistake. */
export async function noteEnd(ended: Case): Promise<void> {
  if (ended.state === 'mistaken') await takeBackScam(ended.noticedAt, ended.incidentId);
  if (ended.incidentId === null) return;
  await updateIncident(ended.incidentId, { closedBy: endingOf(ended) });
}

function endingOf({ state, closedBy }: Case): Incident['closedBy'] {
  return state === 'mistaken' ? 'mistake' : (closedBy ?? 'not-closed');
}
