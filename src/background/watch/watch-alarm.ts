import { browser } from '../../browser/api';

/** Wakes the next worker where this one is stopped with something in its hands (service-worker.ts). */
export const WATCH_ALARM = 'watch';
/** The shortest time that Chromium grants an alarm (min). */
const SOON = 0.5;
/** A burst of reports is one alarm: it is taken back once nothing was in hand for so long (ms). */
const QUIET_MS = 5_000;

/** A report, or the id of a tab. */
type InHand = object | number;

/** Reports that are being taken in, and ids of tabs that are watched. */
const inHand = new Set<InHand>();
let isSet = false;
let clearing: ReturnType<typeof setTimeout> | undefined;

/**
 * Something is in hand. A page that its own dialog holds cannot tell it again: a worker that is stopped now would
 * never hear of it. @param what a report or the id of a tab, for `releaseAlarm`
 */
export function holdAlarm(what: InHand): void {
  inHand.add(what);
  clearTimeout(clearing);
  if (isSet) return;
  isSet = true;
  void browser.alarms.create(WATCH_ALARM, { delayInMinutes: SOON }).catch(() => undefined);
}

/** It is dealt with. @param what as it was given to `holdAlarm` */
export function releaseAlarm(what: InHand): void {
  if (!inHand.delete(what) || inHand.size > 0) return;
  clearing = setTimeout(() => {
    isSet = false;
    void browser.alarms.clear(WATCH_ALARM).catch(() => undefined);
  }, QUIET_MS);
}

/**
 * The alarm came: this worker lives, so it is set again only for pages that are still watched. A report that is in hand
 * for so long hangs, and must not keep a worker awake for ever.
 */
export function alarmCame(): void {
  isSet = false;
  for (const what of inHand) if (typeof what !== 'number') inHand.delete(what);
  const [tabId] = inHand;
  if (tabId !== undefined) holdAlarm(tabId);
}
