import type { Incident } from './incident';
import { tidyIncident } from './incident-shape';
import { longAhead } from './journal-ahead';
import { reading, writing } from './journal-connection';
import type { JournalDatabase } from './journal-database';
import { DAY_MS } from './journal-limits';

/**
 * Deletes what was last seen more than `keepDays` before `settled` (ms since 1970: what the clock had come to on an earlier
 * day), and what has lain ahead of `now` for so long. Returns how many entries went. Never throws.
 */
export async function expire(keepDays: number, now = Date.now(), settled = now): Promise<number> {
  if (!(keepDays > 0)) return 0; // 0 and nonsense keep everything
  const kept = keepDays * DAY_MS;
  const keys = await reading<{ past: number[]; ahead: number[] } | null>(null, async (database) => ({
    past: await seenBefore(database, settled - kept),
    ahead: await database.getAllKeysFromIndex('incidents', 'at', IDBKeyRange.lowerBound(now + DAY_MS, true)),
  }));
  if (keys === null) return 0;
  const old = [...keys.past, ...(await longAhead(keys.ahead, now - kept, now))];
  if (old.length === 0) return 0; // a write that writes nothing would take the note of a full disk away
  return writing(0, async (write) => {
    for (const id of old) {
      await write.objectStore('screenshots').delete(id);
      await write.objectStore('incidents').delete(id);
    }
    return old.length;
  });
}

/** Keys of what was last seen before a time (ms since 1970). */
async function seenBefore(database: JournalDatabase, limit: number): Promise<number[]> {
  const begun = await database.getAllKeysFromIndex('incidents', 'at', IDBKeyRange.upperBound(limit, true));
  if (begun.length === 0 || !knowsLast(database)) return begun;
  const seenSince = await database.getAllKeysFromIndex('incidents', 'lastAt', IDBKeyRange.lowerBound(limit));
  const kept = new Set(seenSince);
  return begun.filter((id) => !kept.has(id));
}

/**
 * When the last scam was met (ms since 1970), or null: the guard after the fact asks this, and the popup. What the person
 * called a mistake was none. Never throws.
 * @param orUnjudged a page that the person closed and that nobody called a scam counts, too
 */
export function lastIncidentAt(now = Date.now(), { orUnjudged = false } = {}): Promise<number | null> {
  // A time that is more than a day ahead was never: it would keep the guard standing for years.
  const times = IDBKeyRange.upperBound(now + DAY_MS);
  const counts = ({ closedBy, level }: Partial<Incident>): boolean =>
    closedBy !== 'mistake' && (orUnjudged || level !== 'quiet');
  return reading<number | null>(null, async (database) => {
    let last: number | null = null;
    // An entry that is added to keeps its place and its first time, so the newest may stand anywhere.
    for (const index of knowsLast(database) ? (['at', 'lastAt'] as const) : (['at'] as const)) {
      let cursor = await database.transaction('incidents').store.index(index).openCursor(times, 'prev');
      while (cursor && !counts(cursor.value)) cursor = await cursor.continue();
      const met = tidyIncident(cursor?.value);
      if (met) last = Math.max(last ?? 0, Number(cursor?.key));
    }
    return last;
  });
}

/** A journal that could not be brought up to date has no such index, and counts by the first time of an entry. */
function knowsLast(database: JournalDatabase): boolean {
  return database.transaction('incidents').store.indexNames.contains('lastAt');
}
