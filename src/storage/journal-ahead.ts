import { browser } from '../browser/api';
import { isRecord } from './plain-values';

/** By the key of an entry: since when (ms since 1970) its time is known to lie ahead. */
type Ahead = Record<number, number>;

const KEY = 'journal-ahead';

/**
 * Entries from a day when the clock was ahead: by their own time they would be kept for years, so their days count from
 * when that was first seen. Not at once: to a clock that has fallen behind the whole journal lies ahead, until it is right.
 * @param ahead keys of all that lie ahead now. @param limit ms since 1970
 * @returns those that have done so since before the limit. Never rejects.
 */
export async function longAhead(ahead: readonly number[], limit: number, now: number): Promise<number[]> {
  try {
    const before = await readAhead();
    const known: Ahead = Object.fromEntries(ahead.map((id) => [id, before[id] ?? now]));
    if (JSON.stringify(known) !== JSON.stringify(before)) await keep(known);
    return ahead.filter((id) => (known[id] ?? now) < limit);
  } catch {
    return []; // a store that cannot be read or written lets nothing go
  }
}

async function readAhead(): Promise<Ahead> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return isRecord(stored) ? (stored as Ahead) : {}; // only this file writes the key
}

function keep(known: Ahead): Promise<void> {
  const { local } = browser.storage;
  return Object.keys(known).length === 0 ? local.remove(KEY) : local.set({ [KEY]: known });
}
