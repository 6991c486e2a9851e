import type { JournalWrite } from './journal-connection';

export const DAY_MS = 86_400_000;
/** The most entries kept; the oldest go first. */
export const MAX_INCIDENTS = 20_000;
/** The most pictures kept; the oldest go first, their entries stay. */
export const MAX_SCREENSHOTS = 500;
/** The most new entries in 24 hours, so that a page that changes its host cannot push the others out. */
export const MAX_A_DAY = 200;

/** Whether no new entry of that time (ms since 1970) is taken in any more. */
export async function isDayFull(write: JournalWrite, at: number): Promise<boolean> {
  // In either direction, but no farther: to a clock that has fallen behind the whole journal is of later days.
  const thatDay = IDBKeyRange.bound(at - DAY_MS, at + DAY_MS);
  return (await write.objectStore('incidents').index('at').count(thatDay)) >= MAX_A_DAY;
}

/** Deletes the oldest pictures and entries of which there are too many. */
export async function dropTooMany(write: JournalWrite): Promise<void> {
  await dropOldest(write, 'screenshots', MAX_SCREENSHOTS);
  await dropOldest(write, 'incidents', MAX_INCIDENTS);
}

async function dropOldest(
  write: JournalWrite,
  store: 'incidents' | 'screenshots',
  most: number,
): Promise<void> {
  const rows = write.objectStore(store);
  const over = (await rows.count()) - most;
  if (over <= 0) return;
  for (const id of await rows.getAllKeys(null, over)) {
    await rows.delete(id);
    if (store === 'incidents') await write.objectStore('screenshots').delete(id);
  }
}
