import { browser } from '../browser/api';
import { isRecord } from './plain-values';

/** What the clock said (ms since 1970) at the last look, and at the one before it; 0 where there was none. */
interface Looks {
  last: number;
  before: number;
}

const KEY = 'journal-clock';
/** Looks closer together are one: the browser may be started five times while the clock is wrong. */
const APART_MS = 20 * 3_600_000;

/**
 * The time as far as a look of an earlier day has seen it: by a clock that is ahead for an hour the whole journal would be
 * old. @param now ms since 1970 @returns ms since 1970, never after now; 0 where there was no look yet. Never rejects.
 */
export async function settledTime(now: number): Promise<number> {
  const known = await readLooks();
  if (Math.abs(now - known.last) < APART_MS) return Math.min(now, known.before);
  const looks: Looks = { last: now, before: known.last };
  // On a full disk the entries of before go all the same.
  await browser.storage.local.set({ [KEY]: looks }).catch(() => undefined);
  return Math.min(now, looks.before);
}

/**
 * The latest time that the clock has said at these looks: for one that has fallen behind for an hour everything would lie
 * ahead. @param now ms since 1970 @returns ms since 1970; Infinity where there was no look of an earlier day. Never rejects.
 */
export async function latestTime(now: number): Promise<number> {
  const { last, before } = await readLooks();
  return before === 0 ? Infinity : Math.max(now, last, before);
}

async function readLooks(): Promise<Looks> {
  const none = { last: 0, before: 0 };
  try {
    const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
    return isRecord(stored) ? { ...none, ...stored } : none; // only this file writes the key
  } catch {
    return none;
  }
}
