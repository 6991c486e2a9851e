import { browser } from '../browser/api';
import { expire } from '../storage/incidents';
import { currentSettings } from './current-settings';
import { blockFor } from './block-return';
import { cases } from './cases';
import { closeCase } from './close-case';
import { closeTab } from './close-tab';
import { openInFront, ownPage } from './own-pages';
import { hasAllSites } from './status';
import { showState } from './toolbar';

/**
 * At the browser's start: restored tabs of a scam that was closed before are closed again before they are looked
 * at (the redirect rule holds those that load; sleeping ones have to be found), with one warning page in front.
 */
export async function closeRestored(): Promise<void> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  for (const tab of tabs) {
    const block = tab.url === undefined ? null : await blockFor(tab.url);
    if (block === null || tab.id === undefined) continue;
    await openInFront(ownPage('warning', `blocked=1&case=${block.caseId}`), tab.windowId ?? null);
    await closeTab(tab.id);
  }
}

/** After the worker was stopped in the middle: closings that had begun are finished. */
export async function resumeClosings(): Promise<void> {
  for (const id of await cases.ids()) {
    const known = await cases.read(id);
    if (known?.state === 'closing') await closeCase(id, known.closedBy ?? 'itself');
  }
}

/** Old journal entries go, and the icon tells whether we may see the sites. */
export async function housekeeping(): Promise<void> {
  const { keepDays } = await currentSettings();
  await expire(keepDays);
  if (!(await hasAllSites())) await showState(undefined, 'no-permission');
}

/** First install by a person (not an update, not a policy): the welcome page. */
export async function welcome(reason: string, welcomeOff: boolean): Promise<void> {
  if (reason !== 'install' || welcomeOff) return;
  const self = await browser.management?.getSelf?.().catch(() => null);
  if (self?.installType === 'admin') return;
  await openInFront(ownPage('welcome'), null);
}
