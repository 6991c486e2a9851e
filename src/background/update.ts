import { browser } from '../browser/api';
import { isOwnPage } from '../browser/own-page';
import { IS_FIREFOX } from '../browser/target';
import { isAnyCaseOpen } from './state/cases';
import { isScamOfSession } from './state/scam-times';
import { isAnythingPaused } from './state/trust';

/**
 * Firefox puts an update in place at once and closes every page of ours with it, unless somebody listens. Chromium waits
 * by itself until none is open, and no longer: its pauses are kept in another way (kept-pauses.ts). Call it at the top
 * level of the worker.
 */
export function watchUpdates(): void {
  if (IS_FIREFOX) browser.runtime.onUpdateAvailable.addListener(() => void takeUpdate());
}

/** Where a warning or the guide is open, or something is kept for this session, it comes with Firefox's next start. */
async function takeUpdate(): Promise<void> {
  const tabs = await browser.tabs.query({}).catch(() => null);
  if (tabs === null || tabs.some(({ url }) => isOwnPage(url))) return;
  const kept = [isAnythingPaused(Date.now()), isAnyCaseOpen(), isScamOfSession()];
  if (!(await Promise.all(kept)).includes(true)) browser.runtime.reload();
}
