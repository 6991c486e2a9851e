import { hasAllSites } from '../browser/all-sites';
import { browser } from '../browser/api';
import { expire } from '../storage/incident-times';
import { latestTime, settledTime } from '../storage/journal-clock';
import { knownSettings } from '../storage/settings-store';
import { settleSync } from '../storage/settings-sync';
import { showState } from './display/toolbar';
import { forgetOldHeld } from './hold-back/held-addresses';
import { forgetOldScams } from './state/scam-times';

/** Name of the alarm that wakes the worker for the housekeeping. */
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

/** What is older than it may be kept goes, settings come and go, and the icon tells whether we may see the sites. */
export async function housekeeping(): Promise<void> {
  void settleSync(); // never rejects, and may wait for an account that does not answer
  // However long it takes: by the defaults of a store that does not answer, entries would go that are to be kept.
  const settings = await knownSettings();
  const now = Date.now();
  const settled = await settledTime(now);
  if (settings !== null) {
    await expire(settings.keepDays, now, settled);
    await forgetOldScams(settings.guardHours, now);
  }
  await forgetOldHeld(now, settled, await latestTime(now));
  if (!(await hasAllSites())) await showState(undefined, 'no-permission');
}
