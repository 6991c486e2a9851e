import { oneAtATime } from '../../async/one-at-a-time';
import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { heldBackWarning } from '../../browser/own-page';
import { settledTime } from '../../storage/journal-clock';
import { loadSettings } from '../../storage/settings-store';
import { bringToFront, openInFront } from '../display/own-pages';
import {
  heldAddressFor,
  forgetOldHeld,
  forgetUnjudged,
  letTrustedThrough,
} from '../hold-back/held-addresses';
import type { HeldAddress } from '../hold-back/held-rules';
import { closeTab } from './close-tab';
import { isHeldBackWarning } from './over-warning';

/** An address is given to a tab within a few ms. */
const REPLACE_LIMIT_MS = 1_000;
/** A browser that does not tell in this time which tabs there are keeps the one that may be its last. */
const TABS_LIMIT_MS = 1_000;

/** A browser that was updated tells of its start and of the update at once: the second run finds nothing left. */
const inTurn = oneAtATime();

/**
 * At the browser's start: restored tabs of a scam that was closed before are closed again before they are looked
 * at (the redirect rule holds those that load; sleeping ones have to be found), with one warning page in front for
 * each scam, however many tabs it had.
 * @param onlyAsleep of the extension's own update, which may come in mid-session: a tab that is awake may be the
 * person's, on a site that was closed wrongly, and what loads meets the rule
 */
export function closeRestored({ onlyAsleep = false } = {}): Promise<void> {
  return inTurn(() => closeRestoredNow(onlyAsleep));
}

async function closeRestoredNow(onlyAsleep: boolean): Promise<void> {
  const now = Date.now();
  const [{ trustedSites }] = await Promise.all([
    loadSettings(),
    settledTime(now).then((settled) => forgetOldHeld(now, settled)),
    forgetUnjudged(),
  ]);
  await letTrustedThrough(trustedSites.map(({ host }) => host));
  const tabs = await browser.tabs.query({}).catch(() => []);
  const warnings = await onlyFirstWarnings(tabs);
  const inFront = new Set<string>();
  for (const tab of tabs) {
    const held = tab.url === undefined ? null : await heldAddressFor(tab.url);
    if (held === null || tab.id === undefined || (onlyAsleep && !isAsleep(tab))) continue;
    const { caseId } = held;
    const isTold =
      inFront.has(caseId) || (await warnInFront(held, warnings.get(caseId), tab.windowId ?? null));
    const isReplaced = !isTold && (await warnInPlace(held, tab.id));
    if (isTold || isReplaced) inFront.add(caseId);
    if (isTold || (!isReplaced && !(await isLast()))) await closeTab(tab.id);
  }
}

/** The last way to a word of it. @returns whether the warning stands in the tab's own place */
async function warnInPlace(held: HeldAddress, tabId: number): Promise<boolean> {
  const replacing = browser.tabs.update(tabId, { url: heldBackWarning(held), active: true });
  return (await within(replacing, REPLACE_LIMIT_MS, null)) !== null;
}

/** Whether a tab is the only one there is: a browser that loses it ends without a word. */
const isLast = async (): Promise<boolean> =>
  (await within(browser.tabs.query({}), TABS_LIMIT_MS, [])).length < 2;

/** Chrome calls a tab `unloaded`, and not discarded, that it has brought back and not loaded yet. */
const isAsleep = ({ discarded, status }: { discarded?: boolean; status?: string }): boolean =>
  discarded === true || status === 'unloaded';

type RestoredTab = { id?: number; url?: string; windowId?: number };

/** Tabs that the redirect rule has already led to the warning: one stays for each case, the others go. */
async function onlyFirstWarnings(tabs: readonly RestoredTab[]): Promise<Map<string, number>> {
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
  return url !== undefined && isHeldBackWarning(url) ? new URL(url).searchParams.get('case') : null;
}

async function warnInFront(held: HeldAddress, standing: number | undefined, windowId: number | null) {
  if (standing !== undefined && (await bringToFront(standing)) !== null) return true;
  return (await openInFront(heldBackWarning(held), windowId)) !== null;
}
