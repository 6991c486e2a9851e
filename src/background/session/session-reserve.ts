import { within } from '../../async/within';
import { browser } from '../../browser/api';

/** Its key in storage.session; no slot uses it (session-slot.ts). */
const KEY = 'reserve';
/** Room (characters, one byte each) for the case and the tab of a scam: the longest seen in the soak were below 60 kB. */
const SIZE = 100_000;
/** The store answers in 1 to 5 ms; later is too late for whoever waits. */
const STORE_LIMIT_MS = 500;

/**
 * Keeps room free in the session's store, so that a scam that is met when it is full can still be written down: a
 * worker that is stopped then knows of it afterwards. Never rejects.
 */
export async function layReserve(): Promise<void> {
  const laid = await within(browser.storage.session.get(KEY), STORE_LIMIT_MS, { [KEY]: '' });
  if (laid[KEY] !== undefined) return;
  await browser.storage.session.set({ [KEY]: ' '.repeat(SIZE) }).catch(() => undefined);
}

/** Gives that room up; the next worker lays it anew when there is place again. Never rejects. */
export async function useReserve(): Promise<void> {
  await within(browser.storage.session.remove(KEY), STORE_LIMIT_MS, undefined);
}
