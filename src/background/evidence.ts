import { browser } from '../browser/api';
import { EXCERPT_LENGTH } from '../detection/facts';
import type { Case } from '../messages/ui-messages';
import { addIncident, updateIncident } from '../storage/incidents';
import { changeCase } from './cases';
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
  const shot = browser.tabs.get(tabId).then((tab) => {
    if (!tab.active) return null;
    return picturesFromBehind()
      ? browser.tabs.captureTab(tabId, SMALL_PICTURE)
      : browser.tabs.captureVisibleTab(windowId, PICTURE);
  });
  return within(shot, limitMs, null);
}

/**
 * Keeps a case in the journal; nothing from private windows.
 * @param chain addresses the person came through, oldest first.
 */
export async function keepEvidence(
  noted: Case,
  state: TabState,
  screenshot: string | null,
  chain: string[],
): Promise<void> {
  if (noted.incognito) return;
  const texts = Object.values(state.frames).flatMap((frame) => [
    ...frame.dialogs,
    frame.facts?.excerpt ?? '',
  ]);
  const incidentId = await addIncident({
    at: noted.noticedAt,
    level: noted.level,
    closedBy: noted.closedBy ?? 'not-closed',
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
  });
  if (incidentId !== null) await changeCase(noted.id, { incidentId });
}

/** Writes into the journal how a case ended. */
export async function noteEnd(ended: Case): Promise<void> {
  if (ended.incidentId === null) return;
  await updateIncident(ended.incidentId, { closedBy: ended.closedBy ?? 'not-closed' });
}
