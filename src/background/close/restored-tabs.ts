import { oneAtATime } from '../../async/one-at-a-time';
import { browser } from '../../browser/api';
import { ownPage } from '../../browser/own-page';
import { loadSettings } from '../../storage/settings-store';
import { bringToFront, openInFront } from '../display/own-pages';
import { blockFor, forgetOldBlocks, forgetUnjudged, unblockTrusted } from '../hold-back/block-return';
import { closeTab } from './close-tab';
import { isHeldBackWarning } from './over-warning';

/** A browser that was updated tells of its start and of the update at once: the second run finds nothing left. */
const inTurn = oneAtATime();

/**
 * At the browser's start: restored tabs of a scam that was closed before are closed again before they are looked
 * at (the redirect rule holds those that load; sleeping ones have to be found), with one warning page in front for
 * each scam, however many tabs it had.
 */
export function closeRestored(): Promise<void> {
  return inTurn(closeRestoredNow);
}

async function closeRestoredNow(): Promise<void> {
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
  return url !== undefined && isHeldBackWarning(url) ? new URL(url).searchParams.get('case') : null;
}

async function warnInFront(caseId: string, standing: number | undefined, windowId: number | null) {
  if (standing !== undefined && (await bringToFront(standing)) !== null) return true;
  return (await openInFront(ownPage('warning', `blocked=1&case=${caseId}`), windowId)) !== null;
}
